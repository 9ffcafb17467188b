using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class ForgetCommandTests
{
    private const string Project = Demo.Project;

    [Fact]
    public void A_person_of_the_practice_project_is_forgotten_only_with_yes_and_all_else_goes_on()
    {
        using var mia = Demo.Copy();
        var before = mia.Json("segments", Project).List("segments");
        var person = before.First(s => s.Text("source").Contains("D02", StringComparison.Ordinal) && s.Text("role") == "respondent").Text("respondent");
        var words = before.Where(s => s.GetProperty("respondent").ValueKind == System.Text.Json.JsonValueKind.String && s.Text("respondent") == person).Select(s => s.Text("text")).Where(t => t.Length > 60).ToList();
        var dump = LogicalDump.Of(mia.File(Project));

        Assert.Contains("--yes", mia.Run("forget", Project, "--case", person).Ends(2).Err, StringComparison.Ordinal);
        Assert.Equal(dump, LogicalDump.Of(mia.File(Project)));
        mia.Run("forget", Project, "--case", "ingen sådan", "--yes").Refuses();

        var told = mia.Json("forget", Project, "--case", person, "--yes").Has("segments:n codings:n shortened:n memos:n quotes:n mentions:n tidied:b");
        Assert.True(told.Count("segments") >= words.Count && told.Count("codings") > 0);
        mia.Ok("check", Project);
        var bytes = File.ReadAllBytes(mia.File(Project));
        Assert.All(words, w => Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(w)) < 0));
        Assert.Equal(before.Count, mia.Json("segments", Project).List("segments").Count);
        Assert.DoesNotContain(mia.Json("codings", "list", Project).List("codings"), c => words.Contains(c.Text("quote")));
        mia.Ok("suggest", Project, "--limit", "3");
        mia.Ok("summarise", Project);
        mia.Ok("report", Project, "theme", "--out", "r.md", "--audience", "internal");
        mia.Ok("export", Project, "ut");
        Assert.All(words, w => Assert.All(Directory.GetFiles(mia.File("ut")), f => Assert.DoesNotContain(w, File.ReadAllText(f), StringComparison.Ordinal)));
        Assert.Contains("glömde en person", mia.Ok("log", Project).Out, StringComparison.Ordinal);
        Assert.Contains("kan inte ångras", mia.Run("undo", Project).Refuses().Err, StringComparison.Ordinal);
    }
}
