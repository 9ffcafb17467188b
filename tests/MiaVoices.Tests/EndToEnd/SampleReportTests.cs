using System.Globalization;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>Every report of the practice project, with quotes that are read through and words that somebody has written, as a person reads it.</summary>
public sealed class SampleReportTests
{
    private static readonly Lazy<Mia> Prepared = new(Prepare);

    [Theory]
    [InlineData("theme")]
    [InlineData("brukarrevision")]
    [InlineData("survey", "--survey", "Avslutsenkät")]
    [InlineData("summary")]
    [InlineData("dialogue", "--theme", "mer tid")]
    [InlineData("quotes")]
    [InlineData("voices")]
    public void The_reports_of_the_practice_project_read_like_this(string kind, params string[] more)
    {
        var mia = Prepared.Value;
        mia.Ok(["report", Demo.Project, kind, "--out", kind + ".md", .. more]);
        mia.Ok(["report", Demo.Project, kind, "--out", kind + "-igen.md", .. more]);
        var report = File.ReadAllText(mia.File(kind + ".md"));
        Assert.Equal(report, File.ReadAllText(mia.File(kind + "-igen.md")));
        Approved.Verify(report, test: "Practice_" + kind);
    }

    [Fact]
    public void The_numbers_of_the_page_and_the_sheet_can_be_counted_from_the_exported_tables()
    {
        var mia = Prepared.Value;
        mia.Ok("export", Demo.Project, "tabeller");
        var tables = new ExportedProject(mia.File("tabeller"));
        mia.Ok("report", Demo.Project, "summary", "--audience", "internal", "--out", "egen-summary.md");
        var page = MarkdownTable.With(MarkdownTable.Of(File.ReadAllText(mia.File("egen-summary.md"))), "Tema", "Personer");
        var roots = tables.Codes.Select(tables.PathOf).Where(p => !p.Contains(" / ", StringComparison.Ordinal)).ToList();
        Assert.Equal(roots.Count, page.Rows.Count);
        foreach (var (row, path) in page.Rows.Zip(roots))
        {
            Assert.Equal(path, row[0], ignoreCase: true);
            Assert.Equal(tables.PersonsOf(path, null).ToString(CultureInfo.InvariantCulture), row[1].Split(' ')[0]);
        }

        mia.Ok("report", Demo.Project, "dialogue", "--theme", "mer tid", "--audience", "internal", "--out", "eget-dialogue.md");
        var time = tables.Codes.Select(tables.PathOf).Single(p => p.Split(" / ")[^1] == "mer tid");
        Assert.Contains(
            $"{tables.PersonsOf(time, null)} av {tables.Persons.Count} ",
            File.ReadAllText(mia.File("eget-dialogue.md")).Replace('\u00A0', ' '),
            StringComparison.Ordinal);
    }

    private static Mia Prepare()
    {
        var mia = Demo.Copy();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => mia.Dispose();
        var codings = mia.Json("codings", "list", Demo.Project).List("codings");
        foreach (var (code, source) in new[] { ("mer tid", "Intervju D"), ("myndighetskontakter", "Intervju D"), ("individuellt stöd", "Intervju D") })
        {
            foreach (var coding in codings.Where(c => c.Text("code") == code && c.Text("source").StartsWith(source, StringComparison.Ordinal)).DistinctBy(c => c.Text("source")).Take(3))
            {
                mia.Ok("quotes", "choose", Demo.Project, coding.Text("id"));
            }
        }

        var quotes = mia.Json("quotes", "list", Demo.Project).List("quotes").Select(q => q.Text("id")).ToList();
        mia.Ok(["quotes", "approve", Demo.Project, .. quotes]);
        mia.Ok("quotes", "consent", Demo.Project, quotes[0], "yes", "--date", "2025-10-01");
        mia.Ok("passages", "set", Demo.Project, "theme", "background", "--text", "Styrgruppen har beställt rapporten.");
        mia.Ok("passages", "set", Demo.Project, "theme", "core", "--theme", "mer tid", "--text", "Tiden räcker inte till.");
        mia.Ok("passages", "set", Demo.Project, "summary", "question", "--text", "Ska insatsen bli längre?");
        mia.Ok("passages", "set", Demo.Project, "survey", "background", "--text", "Alla som slutat fick enkäten.");
        mia.Ok("passages", "set", Demo.Project, "brukarrevision", "proposals", "--theme", "Stöd", "--text", "- Ge längre tid.");
        return mia;
    }
}
