using System.Text;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Revisions;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

/// <summary>A file comes in again: corrected, or with more in it.</summary>
public sealed class UpdatingTests : IDisposable
{
    private const string File = "Intervju D07.txt";

    private static readonly (string, SpeakerRole, string)[] Turns =
    [
        ("I", Drafts.Asks, "Hur fick du kontakt med mottagningen?"),
        ("D", Drafts.Answers, "Det var min mamma som ringde. 😀 Sedan gick det fort."),
        ("I", Drafts.Asks, "Och sedan?"),
        ("D", Drafts.Answers, "Personalen lyssnade på mig. De hade tid, så man hann tänka efter."),
        ("I", Drafts.Asks, "Vad kunde ha varit bättre?"),
        ("D", Drafts.Answers, "Att det hade gått att boka på kvällen."),
    ];

    private readonly ProjectBuilder project = new();
    private readonly Code code;

    public UpdatingTests() => code = project.Code("Stöd", tag: "St");

    private MiaVoices.Storage.ProjectFile Store => project.Store;

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_corrected_transcript_takes_the_place_of_the_old_one_and_codings_keep_their_words()
    {
        Import(Interview(Turns));
        var coding = project.Code(Only.Id, "min mamma som ringde. 😀 Sedan", code.Id, memo: "tänk");
        var other = project.Code(Only.Id, "boka på kvällen", code.Id);
        var label = Only.Label;
        var update = Updated(Interview([("I", Drafts.Asks, "Då börjar vi."), .. Turns])).Update!;
        Assert.Equal(((6, 0, 1, 0), 2), ((update.Same, update.Changed, update.Added, update.Removed), update.Moved));
        Assert.Equal(label, Only.Label);
        Assert.All(Codings(), c => Assert.Equal(c.Quote, Store.Text(c.Source, c.Start, c.End)));
        Assert.Equal([coding.Quote, other.Quote], Codings().Select(c => c.Quote));
        Assert.Equal((coding.Id, coding.Created, "tänk", Only.Id), (Codings()[0].Id, Codings()[0].Created, Codings()[0].Memo, Codings()[0].Source));
        Assert.Empty(Store.Check());
    }

    [Fact]
    public void Undoing_the_update_gives_back_every_row_and_doing_it_again_every_row_of_the_new()
    {
        Everything();
        var before = project.Dump();
        var corrected = Interview([.. Turns[..3], ("D", Drafts.Answers, "Personalen lysnade. De hade tid, så man hann tänka efter."), ("D", Drafts.Answers, "Mer än så.")]);
        Updated(corrected);
        var after = project.Dump();
        Assert.NotEqual(before, after);
        Store.Undo();
        Assert.Equal(before, project.Dump());
        Store.Redo();
        Assert.Equal(after, project.Dump());
        project.Reopen();
        Assert.Equal(after, project.Dump());
        Assert.Empty(Store.Check());
        Store.Undo();
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void What_another_did_to_the_old_version_waits_for_the_update_and_names_it()
    {
        Import(Interview(Turns));
        var bo = project.As("Bo");
        bo.Apply(new MapSpeaker(Only.Id, "D", SpeakerRole.Unknown, null));
        Updated(Interview([("I", Drafts.Asks, "Då börjar vi."), .. Turns]));
        Assert.Equal("undo.dependents", Assert.Throws<RefusedException>(() => bo.Undo()).Problem.Key);
        Store.Undo();
        bo.Undo();
        Assert.Equal(SpeakerRole.Respondent, Store.Speakers(Only.Id).Single(s => s.Name == "D").Role);
    }

    [Fact]
    public void What_was_decided_goes_along_roles_persons_reviews_answers_and_memos()
    {
        var (person, rejected) = Everything();
        var position = Store.Reviews().Single().Sequence;
        Updated(Interview([.. Turns[..3], ("D", Drafts.Answers, "Personalen lysnade på mig. De hade tid, så man hann tänka efter."), .. Turns[4..]]));
        var segments = Store.Segments(SegmentScope.All).ToList();
        var speaker = Store.Speakers().Single(s => s.Name == "D");
        Assert.Equal((person, SpeakerRole.Respondent), (speaker.Case, speaker.Role));
        Assert.Equal((segments[3].Id, position), (Store.Reviews().Single().SegmentId, Store.Reviews().Single().Sequence));
        var answer = Store.SuggestionAnswers().Single();
        Assert.Equal((segments[1].Id, rejected, SuggestionIdentity.Of(segments[1].Id, rejected)), (answer.Segment, answer.Code, answer.Id));
        Assert.Equal([Only.Id, segments[5].Id], Store.Memos().Select(m => m.TargetId!.Value));
        Assert.Single(Store.CountedCases());
    }

    [Fact]
    public void A_coding_whose_words_are_rewritten_waits_and_counts_nowhere_until_a_person_places_it()
    {
        Import(Interview(Turns));
        var kept = project.Code(Only.Id, "Personalen lyssnade på mig", code.Id);
        var gone = project.Code(Only.Id, "Att det hade gått att boka på kvällen.", code.Id);
        var imported = Updated(Interview([.. Turns[..3], ("D", Drafts.Answers, "Personalen var stressad och lyssnade sällan på mig. De hade tid, så man hann tänka efter."), Turns[4], ("D", Drafts.Answers, "Vet inte.")]));
        Assert.Equal([(kept.Id, 4, true), (gone.Id, 6, false)], imported.Update!.Doubtful.Select(d => (d.Coding, d.Ordinal, d.HasProposal)));
        Assert.Equal(2, imported.Notices.Count(n => n.LeftOut));
        Assert.Empty(Codings());
        var waiting = WaitingPlaces.Of(Store);
        Assert.Equal([(PlaceKind.Doubtful, "Personalen var stressad och lyssnade sällan på mig"), (PlaceKind.Lost, null)], waiting.Select(w => (w.Place.Kind, w.Proposed)));

        var before = project.Dump();
        Store.Apply(WaitingPlaces.Put(Store, waiting[0].Waiting, waiting[0].Place.Start, waiting[0].Place.End));
        Assert.Equal((kept.Id, "Personalen var stressad och lyssnade sällan på mig"), (Codings().Single().Id, Codings().Single().Quote));
        Assert.Equal([gone.Id], Store.WaitingCodings().Select(w => w.Coding.Id));
        Store.Undo();
        Assert.Equal(before, project.Dump());
        Assert.Equal(2, Store.WaitingCodings().Count);
        Store.Apply(new RemoveCoding(gone.Id));
        Store.Undo();
        Assert.Equal(2, Store.WaitingCodings().Count);
    }

    [Fact]
    public void A_coding_waits_through_further_versions_and_comes_back_when_its_words_do()
    {
        Import(Interview(Turns));
        var coding = project.Code(Only.Id, "boka på kvällen", code.Id);
        Updated(Interview([.. Turns[..5], ("D", Drafts.Answers, "Vet inte.")]));
        Updated(Interview([.. Turns[..5], ("D", Drafts.Answers, "Vet inte riktigt.")]));
        Assert.Equal([coding.Id], Store.WaitingCodings().Select(w => w.Coding.Id));
        Updated(Interview([("I", Drafts.Asks, "Välkommen."), .. Turns]));
        Assert.Equal("boka på kvällen", Assert.Single(WaitingPlaces.Of(Store)).Proposed);
    }

    [Fact]
    public void A_speaker_whose_label_was_corrected_is_the_same_person()
    {
        Import(Interview(Turns));
        var person = Store.Speakers().Single(s => s.Name == "D").Case;
        Updated(Interview([.. Turns.Select(t => (t.Item1 == "D" ? "IP" : t.Item1, t.Item2, t.Item3))]));
        Assert.Equal(person, Store.Speakers().Single(s => s.Name == "IP").Case);
        Assert.Single(Store.Cases());
    }

    [Fact]
    public void A_pseudonym_that_stands_in_the_project_is_not_replaced_by_the_name_in_the_file()
    {
        var named = Interview([.. Turns.Select(t => (t.Item1 == "D" ? "Ylva Testsson" : t.Item1, t.Item2, t.Item3))]);
        named = named with { Speakers = [.. named.Speakers.Select(s => s.Name == "I" ? s : s with { NameWords = ["Ylva", "Testsson"] })] };
        Assert.Single(Run(named, UpdateOptions.None, options: new ReadOptions { Pseudonyms = true }).Imported);
        var pseudonym = Store.Speakers().Single(s => s.Role == SpeakerRole.Respondent).Name;
        Assert.DoesNotContain("Ylva", pseudonym, StringComparison.Ordinal);
        var again = named with { Segments = [.. named.Segments.Skip(1)] };
        foreach (var pseudonyms in new[] { false, true })
        {
            var imported = Run(again with { Segments = [.. again.Segments.Skip(pseudonyms ? 1 : 0)] }, new UpdateOptions { ByName = true }, options: new ReadOptions { Pseudonyms = pseudonyms }).Imported.Single();
            Assert.DoesNotContain(imported.Notices, n => n.Problem.Key == "speaker.looksLikeName");
            Assert.Equal([pseudonym, "I"], Store.Speakers().Select(s => s.Name).Order(StringComparer.Ordinal));
            Assert.Single(Store.Cases());
            Assert.DoesNotContain("Ylva", project.Dump(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Words_that_now_another_person_says_too_are_doubtful()
    {
        Import(Interview(Turns));
        project.Code(Only.Id, "Personalen lyssnade på mig. De hade tid, så man hann tänka efter.", code.Id);
        var update = Updated(Interview([.. Turns[..3], ("D", Drafts.Answers, "Personalen lyssnade på mig."), ("I", Drafts.Asks, "De hade tid, så man hann tänka efter."), .. Turns[4..]])).Update!;
        Assert.Single(update.Doubtful);
    }

    [Fact]
    public void A_survey_with_more_rows_keeps_its_respondents_and_their_codings()
    {
        Import(Survey(new SurveyRow("a1", "Personalen var snäll"), new SurveyRow("a2", null, "ibland")));
        var cases = Store.Cases().ToDictionary(c => c.Name, c => c.Id);
        project.Code(Only.Id, "snäll", code.Id);
        var update = Updated(Survey(new SurveyRow("a3", "Allt", "aldrig"), new SurveyRow("a1", "Personalen var så snäll"), new SurveyRow("a2", "Nu vet jag", "alltid"))).Update!;
        Assert.Equal((2, 1, 0), update.Respondents);
        Assert.Equal(cases.Values.ToHashSet(), Store.Cases().Where(c => cases.ContainsKey(c.Name)).Select(c => c.Id).ToHashSet());
        Assert.Equal(3, Store.Cases().Count);
        Assert.Equal(["snäll"], Codings().Select(c => c.Quote));
        Assert.Equal("Enkät 2025 · a1", Store.Codings(CodingScope.All).Single().Respondent);
        Assert.Equal(["alltid"], Store.Answers().Single(a => a.Case == "Enkät 2025 · a2").Points);
        Assert.Equal(3, Store.CountedCases().Count);
    }

    [Fact]
    public void Respondents_that_are_gone_stop_the_import_until_a_person_says_what_it_means()
    {
        Import(Survey(new SurveyRow("a1", "Personalen var snäll"), new SurveyRow("a2", null, "ibland"), new SurveyRow("a3", "Tiden")));
        var gone = project.Code(Only.Id, "Tiden", code.Id);
        var newer = Survey(new SurveyRow("a1", "Personalen var snäll"), new SurveyRow("a4", "Mycket"));
        var before = project.Dump();
        var refusal = Run(newer, new UpdateOptions { ByName = true }).Refused.Single();
        Assert.Equal(("update.gone", before), (refusal.Key, project.Dump()));

        Assert.Single(Run(newer, new UpdateOptions { ByName = true, Missing = MissingRespondents.Keep }).Imported);
        Assert.Equal(["a1", "a2", "a3", "a4"], Store.Respondents(Only.Id).Select(r => r.Row).Order(StringComparer.Ordinal));
        Assert.Equal(["alltid", "alltid", "alltid", "ibland"], Store.Answers().Select(a => a.Points.Single()).Order(StringComparer.Ordinal));
        Assert.Equal((4, 3, gone.Id), (Store.Cases().Count, Store.Segments(SegmentScope.All).Count(), Codings().Single().Id));
        Store.Undo();
        Assert.Equal(before, project.Dump());

        Assert.Single(Run(newer, new UpdateOptions { ByName = true, Missing = MissingRespondents.Drop }).Imported);
        Assert.Equal(["Enkät 2025 · a1", "Enkät 2025 · a4"], Store.Cases().Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.Equal([gone.Id], Store.WaitingCodings().Select(w => w.Coding.Id));
        Store.Undo();
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void Without_ids_rows_are_known_by_what_they_hold()
    {
        Import(Survey(ids: false, new SurveyRow("1", "Personalen var snäll"), new SurveyRow("2", "Tiden räckte inte", "ibland"), new SurveyRow("3", "Allt")));
        var cases = Store.Respondents(Only.Id).ToDictionary(r => r.Row, r => r.Case);
        project.Code(Only.Id, "räckte", code.Id);
        var update = Updated(Survey(ids: false, new SurveyRow("1", "Ny först"), new SurveyRow("2", "Personalen var snäll"), new SurveyRow("3", "Tiden räckte ej", "ibland"), new SurveyRow("4", "Allt"))).Update!;
        Assert.Equal((3, 1, 0), update.Respondents);
        var now = Store.Respondents(Only.Id).ToDictionary(r => r.Row, r => r.Case);
        Assert.Equal((cases["1"], cases["2"], cases["3"]), (now["2"], now["3"], now["4"]));
        Assert.Equal("räckte", Codings().Single().Quote);
    }

    [Fact]
    public void The_file_says_what_is_newer_but_not_what_a_person_has_said()
    {
        Import(Survey(new SurveyRow("a1", "Bra", Group: "deltagare"), new SurveyRow("a2", "Bra så", Group: "deltagare")));
        var second = Store.Cases().Single(c => c.Name.EndsWith("a2", StringComparison.Ordinal));
        Store.Apply(new EditCase(second with { Attributes = new Dictionary<string, string> { ["grupp"] = "anhörig" } }));
        Updated(Survey(new SurveyRow("a1", "Bra", Group: "personal"), new SurveyRow("a2", "Bra så", Group: "personal")));
        Assert.Equal(["personal", "anhörig"], Store.Cases().OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => c.Attributes["grupp"]));
        Updated(Survey(new SurveyRow("a1", "Bra", Group: "chef"), new SurveyRow("a2", "Bra så", Group: "chef")));
        Assert.Equal(["chef", "anhörig"], Store.Cases().OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => c.Attributes["grupp"]));
    }

    [Fact]
    public void Codes_in_the_sheet_come_in_for_new_rows_only()
    {
        Import(Survey(new SurveyRow("a1", "Personalen", Codes: ["Stöd"])));
        Store.Apply(new RemoveCoding(Codings().Single().Id));
        Updated(Survey(new SurveyRow("a1", "Personalen", Codes: ["Stöd"]), new SurveyRow("a2", "Tid", Codes: ["Stöd"])));
        Assert.Equal(["Tid"], Codings().Select(c => c.Quote));
    }

    [Fact]
    public void A_file_that_is_another_or_the_same_changes_nothing()
    {
        Import(Interview(Turns));
        var before = project.Dump();
        Assert.Equal("update.notAlike", Run(Interview(("I", Drafts.Asks, "Helt annat samtal här."), ("P", Drafts.Answers, "Ja, verkligen.")), new UpdateOptions { ByName = true }).Refused.Single().Key);
        Assert.Equal("update.otherKind", Run(Drafts.Notes(File, "Hur fick du kontakt med mottagningen?"), new UpdateOptions { ByName = true }).Refused.Single().Key);
        Assert.Equal("source.unknown", Run(Interview(Turns[..4]), new UpdateOptions { Source = "finns inte" }).Refused.Single().Key);
        Assert.Equal([Only.Label], Run(Interview(Turns), new UpdateOptions { ByName = true }).Unchanged);
        Assert.Equal(before, project.Dump());
        var renamed = Run(Interview(Turns) with { Name = "rättad.txt" }, new UpdateOptions { Source = "Intervju D07" });
        Assert.Equal(("rättad.txt", "Intervju D07"), (Only.Name, Only.Label));
        Assert.NotNull(renamed.Imported.Single().Update);
    }

    [Fact]
    public void A_dry_run_tells_the_same_and_changes_nothing()
    {
        Import(Interview(Turns));
        project.Code(Only.Id, "boka på kvällen", code.Id);
        var before = project.Dump();
        var dry = Run(Interview(Turns[..5]), new UpdateOptions { ByName = true }, dryRun: true).Imported.Single().Update!;
        Assert.Equal((5, 1, 0, 1), (dry.Same, dry.Removed, dry.Moved, dry.Doubtful.Count));
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void Without_being_asked_a_file_of_the_same_name_is_another_source()
    {
        Import(Interview(Turns));
        var second = Run(Interview(Turns[..4]), UpdateOptions.None).Imported.Single();
        Assert.Null(second.Update);
        Assert.Contains(second.Notices, n => n.Problem.Key == "source.sameName");
        Assert.Equal(2, Store.Sources().Count);
    }

    /// <summary>A case, a review, an answer and memos on a source, beside two codings.</summary>
    private (Guid Person, Guid Rejected) Everything()
    {
        Import(Interview(Turns));
        var segments = Store.Segments(SegmentScope.All).ToList();
        var person = project.Person("D99", ("grupp", "deltagare"));
        Store.Apply(new MapSpeaker(Only.Id, "D", SpeakerRole.Respondent, person.Id));
        Store.Apply(new ReviewSegments(Only.Id, [segments[3].Id], "Mia"));
        var rejected = project.Code("Boende");
        Store.Apply(new AnswerSuggestion(new SuggestionAnswer
        {
            Id = SuggestionIdentity.Of(segments[1].Id, rejected.Id),
            Source = Only.Id,
            Segment = segments[1].Id,
            Code = rejected.Id,
            Verdict = SuggestionVerdict.Rejected,
            Coder = "Mia",
            At = Store.Now,
            Confidence = 0.5,
            Model = "m",
        }));
        project.Memo(MemoTarget.Source, Only.Id, "om hela");
        project.Memo(MemoTarget.Segment, segments[5].Id, "om ett svar");
        project.Code(Only.Id, "De hade tid", code.Id);
        project.Code(Only.Id, "boka", code.Id);
        return (person.Id, rejected.Id);
    }

    private Source Only => Store.Sources().Single();

    private List<Coding> Codings() => [.. Store.Codings(CodingScope.All).Select(c => c.Coding)];

    private static SourceDraft Interview(params (string, SpeakerRole, string)[] turns) => Drafts.Interview(File, turns);

    private static SourceDraft Survey(params SurveyRow[] rows) => Survey(ids: true, rows);

    private static SourceDraft Survey(bool ids, params SurveyRow[] rows)
    {
        var draft = Drafts.Survey("enkät.csv", "Enkät", "2025", rows);
        return draft with { Survey = draft.Survey! with { Columns = ids ? [new ColumnRole("SvarsID", "id", null, "profile")] : [] } };
    }

    private void Import(SourceDraft draft) => Assert.Single(Run(draft, UpdateOptions.None).Imported);

    private ImportedSource Updated(SourceDraft draft)
    {
        var report = Run(draft, new UpdateOptions { ByName = true });
        Assert.Empty(report.Refused);
        Assert.Empty(Store.Check());
        return Assert.Single(report.Imported);
    }

    private ImportReport Run(SourceDraft draft, UpdateOptions updates, bool dryRun = false, ReadOptions? options = null)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', draft.Segments.Select(s => s.Speaker + s.Row + s.Text)) + string.Join('\n', draft.Survey?.Respondents.Select(r => string.Join(',', r.Attributes.Values)) ?? []));
        return Importing.Run(Store, [new ImportFile(draft.Name, () => bytes)], (_, _) => new DraftReader(draft), options ?? new ReadOptions(), dryRun, updates);
    }
}
