using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Core.Changes;
using MiaVoices.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MiaVoices.Tests.Storage;

public class UndoTests
{
    [Fact]
    public void A_sample_of_every_change_is_tried()
    {
        using var project = new RichProject();
        Assert.Equal(ChangeJsonTests.AllTypes(), project.Known.OrderBy(t => t.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void The_dump_tells_of_every_table_but_journal_index_and_what_is_derived()
    {
        using var project = new ProjectBuilder();
        using var db = new SqliteConnection($"Data Source={project.File};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'segment_index%' AND name NOT LIKE 'journal%' AND name NOT LIKE 'search_%' AND name NOT IN ('draft', 'report_export') ORDER BY name";
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        Assert.Equal(tables, LogicalDump.Told.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ChangeJsonTests.EveryType), MemberType = typeof(ChangeJsonTests))]
    public void Undo_and_redo_restore_everything(Type type)
    {
        using var project = new RichProject();
        var before = project.Builder.Dump();
        project.Store.Apply(project.Of(type));
        var after = project.Builder.Dump();
        Assert.NotEqual(before, after);

        project.Builder.Reopen();
        project.Store.Undo();
        Assert.Equal(before, project.Builder.Dump());

        project.Builder.Reopen();
        project.Store.Redo();
        Assert.Equal(after, project.Builder.Dump());

        project.Store.Undo();
        project.Store.Redo();
        project.Store.Undo();
        Assert.Equal(before, project.Builder.Dump());
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void Everything_can_be_undone_to_the_empty_project_and_made_again()
    {
        using var empty = new ProjectBuilder();
        using var project = new RichProject();
        var whole = project.Builder.Dump();
        var steps = project.Store.Journal().Count(e => e is { Kind: EntryKind.Do, Undone: false });
        for (var i = 0; i < steps; i++)
        {
            project.Store.Undo();
        }

        Refusals.Refused("undo.nothing", () => project.Store.Undo());
        Assert.Equal(2 + 2, project.Builder.Dump().Split('\n').Length - 1);
        for (var i = 0; i < steps; i++)
        {
            project.Store.Redo();
        }

        Assert.Equal(whole, project.Builder.Dump());
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void A_coders_undo_does_not_take_anothers_entry()
    {
        using var project = new ProjectBuilder("Mia");
        var bo = project.As("Bo");
        project.Code("Mias");
        project.Code("Bos", by: bo);
        Assert.Equal("Mia", project.Store.Undo().Coder);
        Assert.Equal(["Bos"], bo.Codes().Select(c => c.Name));
        Refusals.Refused("undo.nothing", () => project.Store.Undo());
        Refusals.Refused("redo.nothing", () => bo.Redo());
        Assert.Equal([false, true], project.Store.Journal().Where(e => e.Kind == EntryKind.Do).Select(e => e.Undone));
    }

    [Fact]
    public void Undo_is_refused_when_later_entries_depend_on_it_and_names_them()
    {
        using var project = new ProjectBuilder("Mia");
        var bo = project.As("Bo");
        var source = project.Import(Drafts.Notes("a.txt", "Personalen lyssnade."));
        var code = project.Code("Stöd");
        project.Code(source, "lyssnade", code.Id, bo);
        project.Code(source, "Personalen", code.Id, bo);
        Assert.Equal("2 · 3, 4", Refusals.Refused("undo.dependents", () => project.Store.Undo()).Told());
        bo.Undo();
        Assert.Equal("2 · 3", Refusals.Refused("undo.dependents", () => project.Store.Undo()).Told());
        bo.Undo();
        project.Store.Undo();
        project.Store.Undo();
        Assert.Empty(project.Store.Sources());
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void What_an_entry_altered_may_not_have_been_altered_again()
    {
        using var project = new ProjectBuilder("Mia");
        var code = project.Code("Stöd");
        var bo = project.As("Bo");
        project.Store.Apply(new EditCode(code with { Definition = "Mias" }));
        bo.Apply(new EditCode(code with { Definition = "Bos" }));
        Assert.Equal("2 · 3", Refusals.Refused("undo.dependents", () => project.Store.Undo()).Told());
        Assert.Equal("Bos", project.Store.Codes().Single().Definition);
    }

    [Fact]
    public void A_coding_cannot_come_back_to_a_code_that_another_has_binned()
    {
        using var project = new ProjectBuilder("Mia");
        var bo = project.As("Bo");
        var source = project.Import(Drafts.Notes("a.txt", "Personalen lyssnade."));
        var code = project.Code("Stöd", by: bo);
        var coding = project.Code(source, "lyssnade", code.Id);
        project.Store.Apply(new RemoveCoding(coding.Id));
        bo.Apply(new RemoveCode(code.Id));
        Assert.Equal("4 · 5", Refusals.Refused("undo.dependents", () => project.Store.Undo()).Told());
        bo.Undo();
        project.Store.Undo();
        Assert.Single(project.Store.Codings(CodingScope.All));
    }

    [Fact]
    public void An_import_is_not_undone_under_what_others_made_of_its_cases_and_segments()
    {
        using var project = new ProjectBuilder("Mia");
        var bo = project.As("Bo");
        project.Import(Drafts.Interview("Intervju D07.txt", ("D", Drafts.Answers, "Hej.")));
        bo.Apply(new EditCase(bo.Cases().Single() with { Attributes = new Dictionary<string, string> { ["grupp"] = "anhörig" } }));
        Assert.Equal("1 · 2", Refusals.Refused("undo.dependents", () => project.Store.Undo()).Told());
        bo.Undo();
        project.Memo(MemoTarget.Segment, bo.Segments(SegmentScope.All).Single().Id, "Minns detta", bo);
        Assert.Equal("1 · 4", Refusals.Refused("undo.dependents", () => project.Store.Undo()).Told());
        bo.Undo();
        project.Store.Undo();
        Assert.Empty(bo.Cases());
    }

    [Fact]
    public void Redo_is_refused_after_new_work()
    {
        using var project = new ProjectBuilder();
        project.Code("Ett");
        project.Store.Undo();
        project.Code("Två");
        Refusals.Refused("redo.nothing", () => project.Store.Redo());
        Assert.Equal(["Två"], project.Store.Codes().Select(c => c.Name));
    }

    [Fact]
    public void Redo_never_writes_over_what_another_did_since()
    {
        using var project = new ProjectBuilder("Mia");
        var code = project.Code("Stöd");
        var bo = project.As("Bo");
        project.Store.Apply(new EditCode(code with { Name = "Hjälp" }));
        project.Store.Undo();
        bo.Apply(new EditCode(code with { Definition = "Bos" }));
        Assert.Equal("2", Refusals.Refused("redo.changed", () => project.Store.Redo()).Told());
        Assert.Equal(("Stöd", "Bos"), project.Store.Codes().Select(c => (c.Name, c.Definition)).Single());
        bo.Undo();
        project.Store.Redo();
        Assert.Equal("Hjälp", project.Store.Codes().Single().Name);
    }

    [Fact]
    public void Two_coders_who_map_two_speakers_do_not_stand_in_each_others_way()
    {
        using var project = new ProjectBuilder("Mia");
        var bo = project.As("Bo");
        var source = project.Import(Drafts.Interview("a.txt", ("A", SpeakerRole.Unknown, "Hej."), ("B", SpeakerRole.Unknown, "Hej på dig.")));
        project.Store.Apply(new MapSpeaker(source, "A", SpeakerRole.Interviewer, null));
        bo.Apply(new MapSpeaker(source, "B", SpeakerRole.Respondent, null));
        project.Store.Undo();
        Assert.Equal([SpeakerRole.Unknown, SpeakerRole.Respondent], project.Store.Speakers().Select(s => s.Role));
    }

    [Fact]
    public void A_mark_of_review_that_comes_back_says_nothing_of_codes_made_meanwhile()
    {
        using var project = new ProjectBuilder();
        var source = project.Import(Drafts.Notes("a.txt", "Personalen lyssnade."));
        var segment = project.Store.Segments(SegmentScope.All).Single().Id;
        project.Store.Apply(new ReviewSegments(source, [segment], "Mia"));
        project.Code("Senare");
        project.Store.Apply(new UnreviewSegments(source, [segment], "Mia"));
        project.Store.Undo();
        Assert.Equal(2, project.Store.Reviews().Single().Sequence);
    }

    [Fact]
    public void A_segment_reviewed_again_is_reviewed_as_of_now_and_undo_tells_the_old_position()
    {
        using var project = new ProjectBuilder();
        var source = project.Import(Drafts.Notes("a.txt", "Personalen lyssnade.", "Boendet var bra."));
        var segments = project.Store.Segments(SegmentScope.All).Select(s => s.Id).ToList();
        project.Store.Apply(new ReviewSegments(source, [segments[0]], "Mia"));
        project.Code("Senare");
        project.Store.Apply(new ReviewSegments(source, segments, "Mia"));
        Assert.Equal([4, 4], project.Store.Reviews().Select(r => r.Sequence));
        project.Store.Undo();
        Assert.Equal([2], project.Store.Reviews().Select(r => r.Sequence));
        project.Store.Redo();
        Assert.Equal([4, 4], project.Store.Reviews().Select(r => r.Sequence));
    }

    [Fact]
    public void A_refused_change_leaves_nothing_behind()
    {
        using var project = new RichProject();
        var before = project.Builder.Dump();
        var entries = project.Store.Journal().Count();
        Refusals.Refused("code.hasCodings", () => project.Store.Apply(new Batch("x", [new RenameProject("Nytt"), new RemoveCode(project.Contact.Id), new RemoveCode(project.Support.Id)])));
        Assert.Equal(before, project.Builder.Dump());
        Assert.Equal(entries, project.Store.Journal().Count());
    }

    [Fact]
    public void A_person_taken_away_after_the_source_was_updated_comes_back()
    {
        using var project = new ProjectBuilder();
        var store = project.Store;
        SourceDraft Draft(string answer) => Drafts.Interview("Intervju D04.txt", ("I", Drafts.Asks, "Hur var det?"), ("D", Drafts.Answers, answer));
        store.Apply(ProjectBuilder.ImportOf(Draft("Bra."), null, store));
        Importing.Run(
            store,
            [new ImportFile("Intervju D04.txt", () => new byte[] { 1 })],
            (_, _) => new DraftReader(Draft("Bra 😀 för mig.")),
            new ReadOptions(),
            dryRun: false,
            new UpdateOptions { Source = Assert.Single(store.Sources()).Id.ToString() });
        var speaker = store.Speakers().Single(s => s.Name == "D");
        var person = Assert.Single(store.Cases());
        store.Apply(new MapSpeaker(speaker.Source, "D", SpeakerRole.Respondent, null));
        var before = project.Dump();
        store.Apply(new RemoveCase(person.Id));
        store.Undo();
        Assert.Equal(before, project.Dump());
        Assert.Empty(store.Check());
    }

    [Fact]
    public void A_cancelled_import_leaves_nothing_behind()
    {
        using var project = new ProjectBuilder();
        using var stop = new CancellationTokenSource();
        var draft = Drafts.Notes("a.txt", [.. Enumerable.Range(0, 3_000).Select(i => $"Stycke {i}.")]);
        var progress = new At(0.3, stop.Cancel);
        Assert.ThrowsAny<OperationCanceledException>(() => project.Store.Apply(ProjectBuilder.ImportOf(draft, null, project.Store), progress, stop.Token));
        Assert.Empty(project.Store.Sources());
        Assert.Empty(project.Store.Journal());
        Assert.Empty(project.Store.Check());
        project.Import(draft);
        Assert.Empty(project.Store.Check());
    }

    private sealed class At(double share, Action then) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share)
            {
                then();
            }
        }
    }
}
