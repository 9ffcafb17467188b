using MiaVoices.Core.Changes;
using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class ProjectCommandTests
{
    private const string Project = Demo.Project;

    [Fact]
    public void The_limits_are_the_projects_and_every_figure_and_report_keeps_them()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));
        int Count(string name) => mia.Json("project", Project).Count(name);
        Assert.Equal((5, 20), (Count("suppression"), Count("percentFrom")));
        Assert.Equal((12, 60), (mia.Json("project", Project, "--suppression", "12", "--percent-from", "60").Count("suppression"), Count("percentFrom")));
        var survey = mia.Json("survey", Project, "--survey", "Indikatorenkät");
        Assert.Equal(12, survey.Count("threshold"));
        Assert.All(survey.List("questions").SelectMany(q => q.List("distribution")), p => Assert.True(p.GetProperty("n").ValueKind == System.Text.Json.JsonValueKind.Null || p.Count("n") is 0 or >= 12));
        mia.Ok("report", Project, "theme", "--out", "t.md");
        var report = File.ReadAllText(mia.File("t.md"));
        Assert.Contains("Minsta antal personer som visas är 12, och procent visas bara där basen (n) är minst 60.", report, StringComparison.Ordinal);
        Assert.Contains("12", mia.Ok("log", Project).Out.Split('\n')[0] + mia.Ok("log", Project).Out, StringComparison.Ordinal);
        mia.Ok("undo", Project);
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
    }

    [Fact]
    public void Limits_that_protect_nobody_or_hide_everything_are_refused()
    {
        using var project = new RichProject();
        foreach (var (threshold, percentFrom, why) in new[] { (2, 20, "project.threshold"), (21, 20, "project.threshold"), (5, 0, "project.percentFrom"), (5, 1001, "project.percentFrom") })
        {
            Refusals.Refused(why, () => project.Store.Apply(new SetLimits(threshold, percentFrom)));
        }
    }
}
