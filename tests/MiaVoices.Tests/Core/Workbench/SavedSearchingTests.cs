using MiaVoices.Core.Changes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class SavedSearchingTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public SavedSearchingTests() => project.Import(Drafts.Interview("D07.txt", ("I", Drafts.Asks, "Fick du kontakt?"), ("D", Drafts.Answers, "Ja, kontakten var bra."), ("D", Drafts.Answers, "Tid.")));

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_search_is_found_by_its_name_and_says_what_is_new_since_it_was_saved()
    {
        var searching = Searching();
        Assert.Equal(2, searching.Save(New("Kontakter", "kontakt"), replace: false).Total);
        project.Import(Drafts.Notes("möte.txt", "Kontakt igen.", "Annat.", "Kontaktyta."));

        var first = searching.Run(searching.Find("kontakter"), "sv", 1);
        var again = searching.Run(searching.Find("KONTAKTER "), "sv", 0);

        Assert.Equal((4, 1, 2, 2, 0), (first.Outcome.Total, first.Outcome.Hits.Count, first.Before!.SavedTotal, first.Added, first.Otherwise));
        Assert.Equal((4, 2, 4, 2), (again.Outcome.Hits.Count, again.Before!.SavedTotal, again.Before.Total, again.Added));
        Assert.True(again.Before.At > again.Before.SavedAt);
    }

    [Fact]
    public void A_difference_that_new_material_does_not_make_is_told_apart()
    {
        var searching = Searching();
        var code = project.Code("Stöd");
        var source = project.Store.Sources()[0].Id;
        searching.Save(New("Okodat", "kontakt -kod:Stöd"), replace: false);
        project.Code(source, "kontakten", code.Id);
        project.Import(Drafts.Notes("möte.txt", "Kontakt igen."));

        var run = searching.Run(searching.Find("Okodat"), "sv", 0);

        Assert.Equal((2, 2, 1, -1), (run.Outcome.Total, run.Before!.SavedTotal, run.Added, run.Otherwise));
    }

    [Fact]
    public void Order_answers_and_conditions_are_kept()
    {
        var searching = Searching();
        searching.Save(New("a", "kontakt OR tid") with { AnswersOnly = true, Order = SearchOrder.Relevance, Source = "D07" }, replace: false);
        project.Reopen();

        var run = Searching().Run(Searching().Find("a"), "sv", 0);

        Assert.Equal(["Ja, kontakten var bra.", "Tid."], run.Outcome.Hits.Select(h => h.Segment.Text).Order(StringComparer.Ordinal));
        Assert.All(run.Outcome.Hits, h => Assert.NotNull(h.Score));
    }

    [Fact]
    public void A_name_is_taken_once_whatever_its_case_unless_it_is_to_be_replaced()
    {
        var searching = Searching();
        var first = searching.Save(New("Kontakter", "kontakt"), replace: false).Search;

        Refusals.Refused("search.savedTaken", () => searching.Save(New("kontakter", "tid"), replace: false));
        var (replaced, total) = searching.Save(New("kontakter", "tid"), replace: true);
        Assert.Equal((first.Id, 1, "tid"), (replaced.Id, total, searching.Find("Kontakter").Query));
        Assert.Equal(1, searching.Run(replaced, "sv", 0).Before!.SavedTotal);
        Refusals.Refused("search.nameTaken", () => project.Store.Apply(new SaveSearch(New("KONTAKTER", "x"))));
        Refusals.Refused("search.noName", () => project.Store.Apply(new SaveSearch(New(" ", "x"))));
        Refusals.Refused("search.savedUnknown", () => searching.Find("saknas"));
        Refusals.Refused("search.gone", () => project.Store.Apply(new RemoveSearch(Guid.Empty)));
        Refusals.Refused("search.quote.open", () => searching.Save(New("trasig", "\"kontakt"), replace: false));
        Assert.Single(project.Store.SavedSearches());
    }

    [Fact]
    public void What_it_found_is_derived_and_comes_back_with_the_search()
    {
        var searching = Searching();
        searching.Save(New("a", "kontakt"), replace: false);
        var entries = project.Store.Journal().Count();
        var before = project.Dump();

        searching.Run(searching.Find("a"), "sv", 0);
        Assert.Equal((entries, before), (project.Store.Journal().Count(), project.Dump()));
        project.Store.Apply(new RemoveSearch(searching.Find("a").Id));
        project.Store.Undo();

        Assert.Equal(2, searching.Run(searching.Find("a"), "sv", 0).Before!.SavedTotal);
    }

    [Fact]
    public void A_history_is_kept_for_the_coder_who_wants_it_only_and_is_wiped_from_the_file()
    {
        var trail = project.Store.SearchTrail;
        trail.Remember("innan", 1);
        Assert.False(trail.KeepsHistory);
        Assert.Empty(trail.History());

        trail.KeepsHistory = true;
        trail.Remember("hemlighetsmakeri", 3);
        trail.Remember("tid", 0);
        var other = project.As("Bo").SearchTrail;
        other.Remember("Bos fråga", 1);
        Assert.Equal([("tid", 0), ("hemlighetsmakeri", 3)], trail.History().Select(h => (h.Query, h.Total)));
        Assert.Empty(other.History());
        Assert.Equal(0, other.ClearHistory());
        project.Reopen();
        trail = project.Store.SearchTrail;
        Assert.True(trail.KeepsHistory);
        Assert.Equal(2, trail.ClearHistory());
        trail.KeepsHistory = false;
        trail.Remember("efter", 1);
        Assert.Empty(trail.History());
    }

    [Fact]
    public void Nothing_of_a_history_that_was_wiped_is_left_in_the_file()
    {
        using var store = ProjectFile.Create(project.Folder.File("annat.mia"), "Annat", project.Context("Mia"));
        store.SearchTrail.KeepsHistory = true;
        store.SearchTrail.Remember("hemlighetsmakeri", 3);
        Assert.Equal(1, store.SearchTrail.ClearHistory());

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(store.Path)!, "annat.mia*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            Assert.True(bytes.ToArray().AsSpan().IndexOf("hemlighetsmakeri"u8) < 0, Path.GetFileName(file));
        }
    }

    [Fact]
    public void A_history_is_not_endless()
    {
        var trail = project.Store.SearchTrail;
        trail.KeepsHistory = true;
        for (var i = 0; i < ISearchTrail.LongestHistory + 5; i++)
        {
            trail.Remember($"nr {i}", i);
        }

        Assert.Equal(ISearchTrail.LongestHistory, trail.History().Count);
        Assert.Equal("nr 5", trail.History()[^1].Query);
    }

    [Fact]
    public void A_project_of_the_version_before_gets_room_for_searches_when_it_is_opened()
    {
        var file = project.Folder.File("gammal.mia");
        project.Store.Backup(file);
        using (var db = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            db.Open();
            using var command = db.CreateCommand();
            command.CommandText = "ALTER TABLE coding DROP COLUMN accepted_above; ALTER TABLE suggestion_answer DROP COLUMN accepted_above; DROP TABLE draft; DROP TABLE quote; DROP TABLE quote_tick; DROP TABLE passage; DROP TABLE report_export; DROP TABLE saved_search; DROP TABLE search_seen; DROP TABLE search_history; DROP TABLE search_history_kept; DROP TABLE segment_index_form; "
                + "ALTER TABLE answer RENAME TO a; CREATE TABLE answer (\"case\" INTEGER, question INTEGER, points TEXT, PRIMARY KEY (question, \"case\")) WITHOUT ROWID; INSERT INTO answer SELECT \"case\", question, points FROM a; DROP TABLE a; CREATE INDEX answer_case ON answer (\"case\"); DROP TABLE source_case; DROP INDEX source_replaces; ALTER TABLE source DROP COLUMN replaces; ALTER TABLE source DROP COLUMN language; UPDATE project SET value = '1' WHERE key = 'index'; PRAGMA user_version = 1";
            command.ExecuteNonQuery();
        }

        using var store = ProjectFile.Open(file, project.Context("Mia"));
        Assert.Equal(2, new SavedSearching(store).Save(New("a", "kontakt"), replace: false).Total);
        Assert.Empty(store.Check());
    }

    private SavedSearching Searching() => new(project.Store);

    private SavedSearch New(string name, string query) =>
        new() { Id = project.Store.NewIds().Next(), Name = name, Query = query, Coder = project.Store.Coder, Created = project.Store.Now };
}
