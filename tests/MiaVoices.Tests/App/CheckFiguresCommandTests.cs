using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class CheckFiguresCommandTests
{
    [Fact]
    public void Findings_are_listed_by_level_and_line_with_what_to_do()
    {
        using var mia = new Mia();
        mia.Write("text.md", "# Resultat\n\n41 % (12 av 30) är nöjda.\n\nInflödet har minskat med 30 deltagare.\n");
        var run = mia.Run("check-figures", "text.md").Ends(3);
        Assert.Contains("Kan inte stämma: 1", run.Out, StringComparison.Ordinal);
        Assert.Contains("12 av 30 är 40,0 %.", run.Out, StringComparison.Ordinal);
        Assert.Contains("Underlag saknas: 1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_are_fields_too()
    {
        using var mia = new Mia { Language = "en" };
        mia.Write("text.txt", "Nöjda är 41 % (12 av 30).\n");
        var json = mia.Run("check-figures", "text.txt", "--json").Ends(3).Json;
        var finding = Assert.Single(json.Each("findings", "line:n number:s kind:s level:s facts:a why:s do:s"));
        Assert.Equal("otherPercentage", finding.GetProperty("kind").GetString());
        Assert.Equal("cannotHold", finding.GetProperty("level").GetString());
        Assert.Equal("12 of 30 is 40,0 %.", finding.GetProperty("why").GetString());
    }

    [Fact]
    public void Web_pages_are_read_by_paragraph()
    {
        using var mia = new Mia();
        mia.Write("sida.html", "<html><body><h1>Resultat</h1><p>Så gick det för oss i år.</p><p>Nöjda är 41 % (12 av 30).</p></body></html>");
        var json = mia.Run("check-figures", "sida.html", "--json").Ends(3).Json;
        Assert.Equal("paragraph", json.GetProperty("place").GetString());
        Assert.Single(json.Each("findings", "line:n"));
    }

    [Fact]
    public void The_reports_of_the_demo_have_no_figure_that_cannot_hold()
    {
        using var mia = Demo.Copy();
        foreach (var audience in (string[])["internal", "steering", "public"])
        {
            mia.Ok("report", Demo.Project, "theme", "--out", $"{audience}.md", "--audience", audience);
            var findings = mia.Run("check-figures", $"{audience}.md", "--json").Json.GetProperty("findings").EnumerateArray();
            Assert.DoesNotContain(findings, f => f.GetProperty("level").GetString() == "cannotHold");
        }
    }
}
