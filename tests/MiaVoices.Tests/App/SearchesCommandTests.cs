using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class SearchesCommandTests
{
    private const string Project = Demo.Project;
    private const string Search = "id:s name:s query:s order:s answersOnly:b group:s? code:s? source:s? coder:s created:s saved:o? lastRun:o?";

    [Fact]
    public void A_search_is_saved_run_renamed_replaced_and_removed()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));
        var now = mia.Json("search", Project, "kontakt", "--answers-only", "--group", "deltagare", "--limit", "0").List("hits").Select(h => h.Text("id")).ToList();

        mia.Json("searches", "save", Project, "Kontakter", "kontakt", "--answers-only", "--group", "deltagare").Has(Search);
        Assert.Equal(now.Count, mia.Json("searches", "list", Project).Each("searches", Search)[0].GetProperty("saved").Count("total"));
        mia.Write("ny.txt", "Intervjuare: Hur gick det?\nD99: Kontakten var bra.\n");
        mia.Ok("import", Project, "ny.txt", "--kind", "interview", "--role", "D99=respondent", "--set", "grupp=deltagare");
        var run = mia.Json("searches", "run", Project, "kontakter", "--limit", "0").Has("query:s interpretedAs:s total:n hits:a name:s saved:o lastRun:o new:n otherwise:n");

        Assert.Equal((now.Count + 1, now.Count, 1, 0), (run.Count("total"), run.GetProperty("saved").Count("total"), run.Count("new"), run.Count("otherwise")));
        Assert.Equal(now, run.List("hits").Select(h => h.Text("id")).Take(now.Count));
        Assert.Contains("Nya sedan dess: 1", mia.Ok("searches", "run", Project, "Kontakter", "--kwic", "--counts").Err, StringComparison.Ordinal);
        mia.Run("searches", "save", Project, "KONTAKTER", "tid").Refuses();
        mia.Ok("searches", "save", Project, "KONTAKTER", "tid", "--replace", "--order", "relevance");
        mia.Ok("searches", "rename", Project, "kontakter", "Mer tid");
        Assert.Contains("tid --order relevance", mia.Ok("searches", "list", Project).Out, StringComparison.Ordinal);
        Assert.Contains("Mer tid", mia.Ok("log", Project).Out, StringComparison.Ordinal);
        Assert.Equal("tid", CsvRows.Read(Export(mia)).Rows.Single()["query"]);
        mia.Ok("searches", "remove", Project, "mer tid");
        Assert.Empty(mia.Json("searches", "list", Project).List("searches"));
        mia.Ok("undo", Project, "5");
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
        mia.Ok("check", Project);
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_nothing_is_saved()
    {
        using var mia = Demo.Copy();

        mia.Run("searches", "save", Project, "a", "(kontakt").Refuses();
        mia.Run("searches", "save", Project, "a", "kontakt", "--code", "Finns inte").Refuses();
        mia.Run("searches", "save", Project, " ", "kontakt").Refuses();
        mia.Run("searches", "save", Project, "a").Ends(2);
        mia.Run("searches", "run", Project, "a").Refuses();
        mia.Run("searches", "rename", Project, "a", "b").Refuses();
        mia.Run("searches", "remove", Project, "a").Refuses();
        mia.Run("searches", "history", Project, "kanske").Ends(2);
        Assert.Empty(mia.Json("searches", "list", Project).List("searches"));
    }

    [Fact]
    public void A_history_is_off_until_it_is_asked_for_and_says_plainly_what_it_keeps()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));
        mia.Ok("search", Project, "hemlighetsmakeri");
        Assert.False(mia.Json("searches", "history", Project).Has("on:b searches:a").GetProperty("on").GetBoolean());

        Assert.Contains("sparas i projektfilen", mia.Ok("searches", "history", Project, "on").Err, StringComparison.Ordinal);
        mia.Ok("search", Project, "kontakt", "--source", "Intervju D02");
        mia.Run("search", Project, "(kontakt").Refuses();
        var past = Assert.Single(mia.Json("searches", "history", Project).Each("searches", "at:s query:s total:n"));
        Assert.Equal(("kontakt --source \"Intervju D02\"", 2), (past.Text("query"), past.Count("total")));
        mia.Coder = "Bo";
        mia.Ok("search", Project, "tid");
        Assert.Empty(mia.Json("searches", "history", Project, "list").List("searches"));
        mia.Coder = "Kansliet";
        mia.Ok("searches", "history", Project, "off");
        mia.Ok("search", Project, "tid");
        Assert.Single(mia.Json("searches", "history", Project).List("searches"));
        Assert.Contains(": 1.", mia.Ok("searches", "history", Project, "clear").Err, StringComparison.Ordinal);

        Assert.Empty(mia.Json("searches", "history", Project).List("searches"));
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
    }

    private static string Export(Mia mia)
    {
        mia.Ok("export", Project, "ut");
        return mia.File(Path.Combine("ut", "searches.csv"));
    }
}
