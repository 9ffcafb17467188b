using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary><c>mia agreement</c>, <c>mia passages check</c> and what <c>--since</c> tells, as a person reads them.</summary>
public sealed class AgreementCommandTests
{
    private const string Project = Demo.Project;

    [Fact]
    public void Two_coders_are_compared_on_what_both_have_gone_through()
    {
        using var mia = Demo.Copy();
        Assert.Equal(0, mia.Json("agreement", Project).Count("segments"));
        Assert.Contains("inget att jämföra", mia.Ok("agreement", Project).Err, StringComparison.Ordinal);

        // The second coder sets one code wherever the first set any, in one interview.
        var first = mia.Json("codings", "list", Project).List("codings").Where(c => c.Text("source") == "Intervju D02.txt").ToList();
        var places = first.Select(c => c.Text("segmentId")).Distinct().Count();
        mia.Ok("export", Project, "t");
        var rows = CsvRows.Read(mia.File("t/codings.csv")).Rows.Where(r => r["source"] == "Intervju D02.txt" && r["code"].Length > 0).DistinctBy(r => r["segment"]).ToList();
        mia.Write("andra.csv", "source;segment;code;coder\n" + string.Concat(rows.Select(r => $"Intervju D02.txt;{r["segment"]};individuellt stöd;Alex\n")));
        mia.Ok("codings", "import", Project, "andra.csv");

        var found = mia.Json("agreement", Project);
        Assert.Equal((places, 2), (found.Count("segments"), found.List("coders").Count));
        var code = found.List("codes").Single(c => c.Text("code") == "individuellt stöd");
        var both = first.Where(c => c.Text("code") == "individuellt stöd").Select(c => c.Text("segmentId")).Distinct().Count();
        Assert.Equal((places, places, both), (code.Count("segments"), code.Count("setBySome"), code.Count("agreed")));

        // One coder sets it everywhere: agreement is then what chance gives, whatever the share of hits.
        Assert.Equal(0.0, code.GetProperty("kappa").GetDouble());
        var told = mia.Ok("agreement", Project).Out;
        Assert.Contains("Alex, ", told, StringComparison.Ordinal);
        Assert.Contains("0,00", told, StringComparison.Ordinal);
        Assert.Contains("Krippendorff", told, StringComparison.Ordinal);
        mia.Ok("report", Project, "theme", "--audience", "internal", "--out", "r.md");
        Assert.Contains($"samma {places} stycken (n = {places})", File.ReadAllText(mia.File("r.md")).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_in_what_is_written_are_told_with_their_place_and_the_report_is_written_all_the_same()
    {
        using var mia = Demo.Copy();
        Assert.Contains("inga siffror", mia.Ok("passages", "check", Project).Err, StringComparison.OrdinalIgnoreCase);
        mia.Ok("passages", "set", Project, "theme", "background", "--text", "Vi har frågat många.\n\nDet svarade 31 av 28 deltagare.");
        mia.Ok("passages", "set", Project, "theme", "core", "--theme", "mer tid", "--text", "Drygt hälften (18 av 40) ville ha mer tid.");

        var findings = mia.Run("passages", "check", Project, "theme", "--json").Ends(3).Json.List("findings");
        Assert.Equal([("background", 3, "moreThanWhole"), ("core", 1, "wordMisfit")], findings.Select(f => (f.Text("passage"), f.Count("line"), f.Text("kind"))));
        Assert.Equal("mer tid", findings[1].Text("theme"));
        Assert.Contains("31 av 28", mia.Run("passages", "check", Project).Ends(3).Out, StringComparison.Ordinal);
        mia.Ok("passages", "check", Project, "survey");

        var run = mia.Ok("report", Project, "theme", "--out", "r.md");
        Assert.Contains("background: 31 av 28", run.Err, StringComparison.Ordinal);
        Assert.Contains("mia passages check", run.Err, StringComparison.Ordinal);
        Assert.True(File.Exists(mia.File("r.md")));
    }

    [Fact]
    public void What_differs_from_a_report_that_went_out_is_told_by_theme_or_row()
    {
        using var mia = Demo.Copy();
        foreach (var kind in new[] { "summary", "survey" })
        {
            mia.Ok(["report", Project, kind, "--out", kind + ".md", "--audience", "internal", .. kind == "survey" ? new[] { "--survey", "Avslutsenkät" } : []]);
        }

        Assert.Contains("Inget skiljer", mia.Ok("report", Project, "summary", "--audience", "internal", "--since", "2025-10-06").Err, StringComparison.Ordinal);
        mia.Write("mer.csv", "source;segment;code\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"Intervju M06.txt;{i};mer tid\n")));
        mia.Run("codings", "import", Project, "mer.csv");
        var told = mia.Ok("report", Project, "summary", "--audience", "internal", "--since", "2025-10-06");
        Assert.Contains("mer tid", told.Out, StringComparison.Ordinal);
        Assert.Matches(@"\d+ av 127.*\d+ av 127", told.Out);
        Assert.Contains("Inget skiljer", mia.Ok("report", Project, "survey", "--survey", "Avslutsenkät", "--audience", "internal", "--since", "2025-10-06").Err, StringComparison.Ordinal);
    }
}
