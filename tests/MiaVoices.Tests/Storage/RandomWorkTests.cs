using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Storage;

/// <summary>Two coders work, undo and redo by chance in one project.</summary>
public class RandomWorkTests
{
    [Fact]
    public void After_any_work_the_project_is_whole_and_undoing_all_ends_where_it_began()
    {
        var step = from coder in Gen.Choose(0, 1)
                   from what in Gen.Choose(0, 28)
                   from a in Gen.Choose(0, 999)
                   from b in Gen.Choose(0, 999)
                   select new Step(coder, what, a, b);
        Prop.ForAll(Arb.From(step.ListOf().Select(s => new Course(s)), Shorter), course => Work(course.Steps)).Holds(50);
    }

    [Fact]
    public void A_person_removed_does_not_come_back_with_another_version_of_their_interview() => Work(
    [
        new Step(0, 5, 328, 130), new Step(0, 24, 598, 77), new Step(0, 0, 867, 900),
        new Step(1, 21, 476, 450), new Step(1, 20, 925, 490), new Step(0, 24, 391, 799),
    ]);

    [Fact]
    public void What_was_done_again_after_another_hid_the_source_waits_for_that_to_be_undone() => Work(
    [
        new Step(0, 6, 124, 118), new Step(0, 8, 224, 695), new Step(0, 13, 199, 512), new Step(0, 12, 814, 288),
        new Step(0, 0, 458, 368), new Step(1, 22, 683, 400), new Step(0, 3, 954, 975),
    ]);

    [Fact]
    public void What_was_written_on_a_person_waits_where_another_hid_the_version_that_names_them() => Work(
        [new Step(0, 5, 762, 617), new Step(0, 24, 301, 199), new Step(0, 20, 283, 506), new Step(1, 22, 290, 860)]);

    [Fact]
    public void A_project_that_another_program_has_written_to_meanwhile_is_found_whole() => Work(
    [
        new Step(1, 6, 230, 640), new Step(1, 5, 220, 294), new Step(0, 6, 899, 819), new Step(0, 6, 927, 985), new Step(0, 6, 74, 495),
        new Step(0, 6, 146, 404), new Step(1, 5, 164, 925), new Step(0, 6, 987, 447), new Step(0, 24, 426, 794), new Step(1, 22, 639, 649),
        new Step(0, 6, 210, 345), new Step(1, 6, 399, 164), new Step(0, 5, 474, 858), new Step(1, 6, 368, 592), new Step(1, 24, 427, 164),
    ]);

    /// <summary>Half of the steps, or all but one: so a failure is told in as few as it takes.</summary>
    private static IEnumerable<Course> Shorter(Course course)
    {
        var (count, half) = (course.Steps.Count, course.Steps.Count / 2);
        return Enumerable.Range(0, count).Select(i => course.Without(i, 1)).Concat(count < 4 ? [] : [course.Without(half, count - half), course.Without(0, half)]).Reverse();
    }

    private static void Work(IReadOnlyList<Step> steps)
    {
        using var project = new ProjectBuilder("Mia");
        var before = project.Dump();
        IProjectStore[] coders = [project.Store, project.As("Bo")];
        foreach (var step in steps)
        {
            try
            {
                Take(step, coders[step.Coder]);
            }
            catch (RefusedException)
            {
                // What does not fit is refused and leaves all as it was; the end shows it.
            }
        }

        Assert.Empty(project.Store.Check());
        while (coders.Any(Undone))
        {
        }

        if (coders.All(c => Refusal(c.Undo) == "undo.nothing"))
        {
            Assert.Equal(before, project.Dump());
        }

        Assert.Empty(project.Store.Check());
    }

    /// <summary>
    /// Undo may wait for later entries, or for a name that another took meanwhile and keeps until a person gives it another;
    /// nothing else stops it.
    /// </summary>
    private static bool Undone(IProjectStore store)
    {
        var refusal = Refusal(store.Undo);
        Assert.Contains(refusal, new[] { null, "undo.nothing", "undo.dependents", "code.nameTaken", "case.nameTaken", "source.labelTaken", "search.nameTaken" });
        return refusal is null;
    }

    private static string? Refusal(Func<JournalEntry> undo)
    {
        try
        {
            undo();
            return null;
        }
        catch (RefusedException e)
        {
            return e.Problem.Key;
        }
    }

    private static void Take(Step step, IProjectStore store)
    {
        switch (step.What)
        {
            case 0 or 1 or 2:
                store.Undo();
                break;
            case 3 or 4:
                store.Redo();
                break;
            case 24 when store.Sources() is { Count: > 0 } sources:
                Update(step, store, sources[step.A % sources.Count]);
                break;
            default:
                if (Change(step, store) is { } change)
                {
                    store.Apply(change);
                }

                break;
        }
    }

    /// <summary>Another version of a source: words changed, a turn or row more or less, at times another speaker.</summary>
    private static void Update(Step step, IProjectStore store, Source source)
    {
        var b = step.B;
        var draft = source.Kind == SourceKind.Survey
            ? Drafts.Survey(source.Name, source.Survey!, source.Wave, [new SurveyRow("1", b % 2 == 0 ? "Personalen" : "Personalen här", Group: $"g{b % 3}"), .. b % 3 == 0 ? [] : new[] { new SurveyRow("2", "Nu") }, new SurveyRow($"{3 + (b % 2)}", "Mer")])
            : Drafts.Interview(
                source.Name,
                ("I", Drafts.Asks, b % 5 == 0 ? "Hur var det då?" : "Hur var det?"),
                (b % 4 == 0 ? "P" : "D", Drafts.Answers, b % 3 == 0 ? "Bra 😀 för oss." : "Bra 😀 för mig."),
                ("E", Drafts.Answers, b % 2 == 0 ? "Sämre." : "Sämre än så."));
        draft = draft with { Survey = draft.Survey is { } survey ? survey with { Columns = [new ColumnRole("id", "id", null, "profile")] } : null };
        var updates = new UpdateOptions { Source = source.Id.ToString(), Missing = b % 2 == 0 ? MissingRespondents.Keep : MissingRespondents.Drop };
        Importing.Run(store, [new ImportFile(source.Name, () => new[] { (byte)b })], (_, _) => new DraftReader(draft), new ReadOptions(), dryRun: b % 9 == 0, updates);
    }

    private static Change? Change(Step step, IProjectStore store)
    {
        var (a, b) = (step.A, step.B);
        var ids = store.NewIds();
        T? One<T>(IEnumerable<T> all, int n)
            where T : class
        {
            var list = all.ToList();
            return list.Count == 0 ? null : list[n % list.Count];
        }

        switch (step.What)
        {
            case 5:
                return ProjectBuilder.ImportOf(
                    Drafts.Interview($"Intervju D{a % 9:00}.txt", ("I", Drafts.Asks, "Hur var det?"), ("D", Drafts.Answers, "Bra 😀 för mig."), ("E", Drafts.Answers, "Sämre.")),
                    b % 3 == 0 ? $"Intervju D{a % 9:00}" : null,
                    store);
            case 6:
                return new Batch("source.import", [ProjectBuilder.ImportOf(Drafts.Survey("enkät.csv", "Enkät", $"{a % 3}", new SurveyRow("1", "Personalen"), new SurveyRow("2", null)), null, store)]);
            case 7 or 8:
                return CodeVerbs.Add(store, new Code { Id = ids.Next(), Name = $"K{a % 12}", Parent = b % 2 == 0 ? null : One(store.Codes(), b)?.Id });
            case 9:
                return One(store.Codes(), a) is { } code ? new EditCode(code with { Name = $"K{b % 12}", Definition = $"{b}" }) : null;
            case 10:
                return One(store.Codes(), a) is { } moved ? CodeVerbs.Move(store, moved, One(store.Codes(), b)?.Id) : null;
            case 11:
                return One(store.Codes(), a) is { } from && One(store.Codes(), b) is { } into ? CodeVerbs.Merge(store, from, into) : null;
            case 12:
                return One(store.Codes(), a) is { } gone ? CodeVerbs.Remove(store, gone, b % 2 == 0) : null;
            case 13 or 14 or 15:
                return One(store.Sources(), a) is { } source && One(store.Codes(), b) is { } with
                    ? new AddCoding(ProjectBuilder.CodingAt(store, source.Id, b % 7, Math.Min(source.Length, (b % 7) + 1 + (a % 20)), with.Id))
                    : null;
            case 16:
                return One(store.Codings(CodingScope.All), a) is { } p && One(store.Codes(), b) is { } other
                    ? new EditCoding(p.Coding with { Code = other.Id, Memo = $"{a}" })
                    : null;
            case 17:
                return One(store.Codings(CodingScope.All), a) is { } taken ? new RemoveCoding(taken.Coding.Id) : null;
            case 18:
                return One(store.Segments(SegmentScope.All), a) is { } s
                    ? b % 3 == 0 ? new UnreviewSegments(s.SourceId, [s.Id], "Mia") : new ReviewSegments(s.SourceId, [s.Id], b % 3 == 1 ? "Mia" : "Bo")
                    : null;
            case 19:
                return One(store.Memos(), a) is { } memo && b % 2 == 0
                    ? b % 4 == 0 ? new RemoveMemo(memo.Id) : new EditMemo(memo with { Text = $"{b}" })
                    : new AddMemo(new Memo
                    {
                        Id = ids.Next(),
                        Target = b % 4 == 1 ? MemoTarget.Code : MemoTarget.Segment,
                        TargetId = (b % 4 == 1 ? One(store.Codes(), a)?.Id : One(store.Segments(SegmentScope.All), a)?.Id) ?? Guid.Empty,
                        Text = "t",
                        Coder = store.Coder,
                        Created = store.Now,
                        Changed = store.Now,
                    });
            case 20:
                return One(store.Cases(), a) is { } person && b % 3 != 0
                    ? b % 3 == 1 ? new RemoveCase(person.Id) : new EditCase(person with { Attributes = new Dictionary<string, string> { ["grupp"] = $"{b}" } })
                    : new AddCase(new Case { Id = ids.Next(), Name = $"D{a % 9:00}", Attributes = new Dictionary<string, string> { ["kön"] = "man" } });
            case 21:
                return One(store.Speakers(), a) is { } speaker
                    ? new MapSpeaker(speaker.Source, speaker.Name, (SpeakerRole)(b % 3), One(store.Cases(), b)?.Id)
                    : null;
            case 22:
                return One(store.Sources(), a) is { } labelled ? b % 4 == 0 ? new HideSource(labelled.Id) : b % 4 == 1 ? new SetSourceLanguage(labelled.Id, (TextLanguage)(a % 2)) : new LabelSource(labelled.Id, $"L{b % 5}") : null;
            case 23:
                return One(store.SavedSearches(), a) is { } saved && b % 3 != 0
                    ? b % 3 == 1 ? new RemoveSearch(saved.Id) : new EditSearch(saved with { Name = $"S{b % 5}", Query = $"ord{b}" })
                    : new SaveSearch(new SavedSearch { Id = ids.Next(), Name = $"S{a % 5}", Query = "bra", Coder = store.Coder, Created = store.Now });
            case 26:
                return One(store.Quotes(), a) is { } quote && b % 4 != 0
                    ? b % 4 == 1 ? new RemoveQuote(quote.Id) : new EditQuote(quote with { Note = $"{b}", Status = (QuoteStatus)(b % 3) })
                    : One(store.Codings(CodingScope.All), a) is { } quoted ? Quoting.Choose(store, quoted.Coding.Id) : null;
            case 27:
                return b % 3 == 0 && store.ReviewTicks().Count > 0 ? new UntickReview(store.ReviewTicks()[0].Point) : QuoteReview.Tick(store, b % 2 == 0 ? "names" : "health");
            case 28:
                return One(store.Codes(), a) is { } about && b % 2 == 0
                    ? Passages.Write(store, ReportKind.Theme, "core", about.Id, b % 4 == 0 ? "" : $"Kärna {b}.")
                    : Passages.Write(store, ReportKind.Theme, "background", null, b % 3 == 0 ? "" : $"Bakgrund {b}.");
            default:
                return b % 2 == 0 ? new RenameProject($"P{a}") : new SetLimits(3 + (a % 18), 1 + (b % 40));
        }
    }

    private sealed record Step(int Coder, int What, int A, int B);

    private sealed record Course(IReadOnlyList<Step> Steps)
    {
        public Course Without(int start, int count) => new([.. Steps.Take(start), .. Steps.Skip(start + count)]);

        public override string ToString() => string.Join("\n", Steps);
    }
}
