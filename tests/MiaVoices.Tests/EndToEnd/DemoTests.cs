using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

public sealed class DemoTests
{
    [Fact]
    public void The_demo_writes_its_reports_and_tables_and_says_what_to_do_next()
    {
        var run = Demo.Run.Ends(0);

        Assert.True(File.Exists(Demo.File("temarapport.md")));
        Assert.True(File.Exists(Demo.File("temarapport-intern.md")));
        Assert.True(File.Exists(Demo.File("tabeller", "codings.csv")));
        Assert.Contains(Path.Combine("demo", "temarapport.md"), run.Out, StringComparison.Ordinal);
        Assert.Equal(3, run.OutLines.Count(l => l.Contains(Path.Combine("demo", Demo.Project), StringComparison.Ordinal)));
        Assert.Contains("[8/8]", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demos_project_is_whole()
    {
        using var mia = Demo.Copy();

        Assert.True(mia.Json("check", Demo.Project).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public void A_demo_repeated_elsewhere_and_in_its_folder_gives_the_same_bytes_and_keeps_the_first_project()
    {
        using var mia = new Mia();
        // As a process: a person's first start gives what the tests look at elsewhere.
        mia.RunApart("demo").Ends(0);
        Same(Demo.File(), mia.File("mia-demo"));
        mia.Ok("codebook", "add", Path.Combine("mia-demo", Demo.Project), "min egen kod");

        var again = mia.Ok("demo");

        Same(Demo.File(), mia.File("mia-demo"));
        var aside = again.ErrLines.Single(l => l.Contains("stegvis-tidigare-1.mia", StringComparison.Ordinal));
        Assert.NotEmpty(aside);
        Assert.Contains("min egen kod", mia.Ok("codebook", "list", Path.Combine("mia-demo", "stegvis-tidigare-1.mia")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_made_later_is_the_same_as_the_demos()
    {
        using var mia = Demo.Copy();

        mia.Ok("export", Demo.Project, "tabeller");
        mia.Ok("report", Demo.Project, "theme", "--out", "intern.md", "--audience", "internal");

        Assert.Equal(Bytes(Demo.File("tabeller")), Bytes(mia.File("tabeller")));
        Assert.Equal(File.ReadAllText(Demo.File("temarapport-intern.md")), File.ReadAllText(mia.File("intern.md")));
    }

    [Fact]
    public void The_demo_speaks_English_too_counts_the_same_and_tells_a_program_where_its_files_are()
    {
        using var mia = new Mia { Language = "en" };

        var run = mia.Ok("demo", "en övning till", "--json");

        Assert.Contains("[8/8] Saving", run.Err, StringComparison.Ordinal);
        Assert.True(File.Exists(mia.File(run.Json.Has("project:s reports:a").Text("project"))));
        Assert.All(run.Json.List("reports"), r => Assert.True(File.Exists(mia.File(r.GetString()!))));
        Assert.Equal(Cells(Demo.File("temarapport.md")), Cells(mia.File(Path.Combine("en övning till", "temarapport.md"))));
    }

    private static List<string> Cells(string report) => [.. MarkdownTable.Of(File.ReadAllText(report)).SelectMany(t => t.Rows.SelectMany(r => r))];

    private static void Same(string one, string other)
    {
        Assert.Equal(File.ReadAllText(Path.Combine(one, "temarapport.md")), File.ReadAllText(Path.Combine(other, "temarapport.md")));
        Assert.Equal(File.ReadAllText(Path.Combine(one, "temarapport-intern.md")), File.ReadAllText(Path.Combine(other, "temarapport-intern.md")));
        Assert.Equal(Bytes(Path.Combine(one, "tabeller")), Bytes(Path.Combine(other, "tabeller")));
    }

    private static SortedDictionary<string, string> Bytes(string folder) => new(
        Directory.EnumerateFiles(folder).ToDictionary(f => Path.GetFileName(f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);
}
