using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class AutocodeCommandTests
{
    private const string Project = Demo.Project;

    [Fact]
    public void What_autocode_says_is_what_the_codings_are()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));
        var hits = mia.Json("search", Project, "kontakt", "--answers-only", "--limit", "0").List("hits");
        var already = mia.Json("codings", "list", Project).List("codings").Where(c => c.Text("code") == "myndighetskontakter")
            .Select(c => (c.Text("source"), c.Count("start"), c.Count("end"))).ToList();
        bool Touched(string source, int start, int end) => already.Any(a => a.Item1 == source && a.Item2 < end && a.Item3 > start);
        string[] command = ["autocode", Project, "kontakt", "--code", "Mk", "--answers-only"];

        var dry = mia.Json([.. command, "--dry-run"]).Has("query:s interpretedAs:s code:s codePath:s span:s dryRun:b hits:n coded:n already:n withoutWords:n interviewer:n codings:a");
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
        var done = mia.Json(command);
        var listed = mia.Json("codings", "list", Project, "--origin", "auto").List("codings");

        var wanted = hits.Where(h => !Touched(h.Text("source"), h.Count("start"), h.Count("end"))).Select(h => h.Text("text")).ToList();
        Assert.NotEmpty(wanted);
        Assert.Equal((hits.Count, wanted.Count, hits.Count - wanted.Count), (done.Count("hits"), done.Count("coded"), done.Count("already")));
        Assert.Equal(wanted, dry.List("codings").Select(c => c.Text("quote")));
        Assert.Equal(wanted, listed.Select(c => c.Text("quote")));
        Assert.Equal(done.List("codings").Select(c => c.Text("id")), listed.Select(c => c.Text("id")));
        Assert.All(listed, c => Assert.Equal("sökning: kontakt --answers-only", c.Text("memo")));
        mia.Ok("check", Project);
        mia.Ok("undo", Project);
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
    }

    [Fact]
    public void Codings_of_a_search_are_removed_by_their_origin_later()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));
        mia.Ok("autocode", Project, "buss", "--code", "Mk", "--span", "match");
        mia.Ok("autocode", Project, "\"mer tid\"", "--code", "mer tid", "--span", "sentence");
        mia.Ok("memo", "add", Project, "zzz");
        var mine = mia.Json("codings", "list", Project, "--origin", "auto", "--code", "mer tid").List("codings").Count;

        Assert.Contains($": {mine}.", mia.Ok("codings", "remove", Project, "--origin", "auto", "--code", "mer tid").Err, StringComparison.Ordinal);
        mia.Ok("codings", "remove", Project, "--origin", "auto");
        mia.Ok("codings", "remove", Project, "--origin", "auto");

        Assert.Equal(before, string.Join('\n', LogicalDump.Of(mia.File(Project)).Split('\n').Where(l => !l.Contains("zzz", StringComparison.Ordinal))));
        mia.Run("codings", "remove", Project).Ends(2);
        mia.Run("codings", "remove", Project, "00000000", "--origin", "auto").Ends(2);
        mia.Run("codings", "remove", Project, "--code", "mer tid").Ends(2);
    }

    [Fact]
    public void The_log_tells_the_step_without_the_words_of_the_query()
    {
        using var mia = Demo.Copy();
        mia.Ok("autocode", Project, "hemlighetsmakeri OR kontakt", "--code", "Mk");

        Assert.DoesNotContain("hemlighet", mia.Ok("log", Project).Out, StringComparison.Ordinal);
        Assert.Equal("search.autocode", mia.Json("log", Project).List("entries")[0].Text("change"));
    }

    [Theory]
    [InlineData("sv", "intervjuarens", "Inget har sparats")]
    [InlineData("en", "interviewer", "Nothing has been saved")]
    public void A_dry_run_shows_some_places_and_warns_of_interviewers(string language, string warning, string nothing)
    {
        using var mia = Demo.Copy(language);

        var run = mia.Ok("autocode", Project, "kontakt", "--code", "Mk", "--dry-run", "--span", "match");

        Assert.Contains("«kontakt", run.Out, StringComparison.Ordinal);
        Assert.Contains(warning, run.Err, StringComparison.Ordinal);
        Assert.Contains(nothing, run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        using var mia = Demo.Copy();

        mia.Run("autocode", Project, "kontakt", "--code", "Finns inte").Refuses();
        mia.Run("autocode", Project, "(kontakt", "--code", "Mk").Refuses();
        mia.Run("autocode", Project, "grupp:deltagare", "--code", "Mk", "--span", "match").Ends(2);
        mia.Run("autocode", Project, "kontakt").Ends(2);
        mia.Run("autocode", Project, "kontakt", "--code", "Mk", "--span", "ord").Ends(2);
        Assert.Contains("Inget nytt", mia.Ok("autocode", Project, "finnsintealls", "--code", "Mk").Err, StringComparison.Ordinal);
    }
}
