using System.Text;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>
/// Every number of the audit, the page for a meeting, the dialogue sheet, the list of quotes and the voices is counted again
/// from the tables of <c>mia export</c>. A line with a number that is not among those known here fails.
/// </summary>
public sealed class ShortReportTests
{
    private static readonly Lazy<(Mia Mia, ExportedProject Tables, int Approved, IReadOnlySet<string> Drafts)> Made = new(Make);

    [Theory]
    [InlineData("brukarrevision", "internal", 30)]
    [InlineData("brukarrevision", "steering", 20)]
    [InlineData("brukarrevision", "public", 20)]
    [InlineData("summary", "internal", 10)]
    [InlineData("summary", "steering", 8)]
    [InlineData("summary", "public", 8)]
    [InlineData("dialogue", "internal", 2)]
    [InlineData("dialogue", "steering", 2)]
    [InlineData("dialogue", "public", 1)]
    [InlineData("quotes", "internal", 10)]
    [InlineData("quotes", "steering", 8)]
    [InlineData("quotes", "public", 2)]
    [InlineData("voices", "internal", 1)]
    [InlineData("voices", "steering", 1)]
    [InlineData("voices", "public", 1)]
    public void Every_number_of_a_short_report_can_be_counted_again_from_the_exported_tables(string kind, string audience, int least)
    {
        var (mia, tables, approved, drafts) = Made.Value;
        var file = $"{kind}-{audience}.md";
        mia.Ok(["report", "p.mia", kind, "--audience", audience, "--out", file, .. kind == "dialogue" ? new[] { "--theme", "mer tid" } : []]);
        var figures = new ShownFigures(hides: audience != "internal");
        var reading = new ShortReading(tables, figures, audience, quotes: audience == "internal" ? approved + drafts.Count : approved, stories: 1, drafts);
        foreach (var line in File.ReadAllLines(mia.File(file)))
        {
            reading.Read(line.Replace('\u00A0', ' ').Replace("\\", "", StringComparison.Ordinal));
        }

        reading.End();
        Assert.True(figures.True >= least, $"{figures.True} seen, {figures.Unseen} hidden");
        Assert.True(audience != "internal" || figures.Unseen == 0);
    }

    /// <summary>The sample material, with a polarity for three codings of four and some quotes.</summary>
    private static (Mia, ExportedProject, int Approved, IReadOnlySet<string> Drafts) Make()
    {
        var mia = new Mia();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => mia.Dispose();
        var material = Path.Combine(Repository.Root, "corpus-samples");
        mia.Ok("new", "p.mia", "--name", "Stegvis");
        mia.Ok("import", "p.mia", Path.Combine(material, "intervjuer"), "--kind", "interview");
        mia.Ok("import", "p.mia", Path.Combine(material, "enkater"), "--kind", "survey");
        mia.Ok("import", "p.mia", Path.Combine(material, "anteckningar"), "--kind", "notes");
        mia.Ok("cases", "import", "p.mia", Path.Combine(material, "personer.csv"));
        mia.Ok("codebook", "import", "p.mia", Path.Combine(material, "kodbok.csv"));
        mia.Write("kodningar.csv", WithPolarity(CsvRows.Read(Path.Combine(material, "kodningar.csv"))));
        mia.Ok("codings", "import", "p.mia", "kodningar.csv");

        var codings = mia.Json("codings", "list", "p.mia").List("codings");
        var chosen = codings.Where(c => c.Text("source").StartsWith("Intervju", StringComparison.Ordinal) && !c.Text("quote").Contains('\n', StringComparison.Ordinal))
            .GroupBy(c => (c.Text("code"), c.Text("source"))).Select(g => g.First()).Where((_, i) => i % 9 == 0).Take(10).ToList();
        foreach (var coding in chosen)
        {
            mia.Ok("quotes", "choose", "p.mia", coding.Text("id"));
        }

        var ids = mia.Json("quotes", "list", "p.mia").List("quotes").Select(q => q.Text("id")).ToList();
        mia.Ok(["quotes", "approve", "p.mia", .. ids.Skip(2)]);
        mia.Ok("quotes", "consent", "p.mia", ids[2], "yes", "--date", "2025-10-01");
        mia.Ok("quotes", "checklist", "p.mia", "--all");
        mia.Ok("export", "p.mia", "tabeller");
        return (mia, new ExportedProject(mia.File("tabeller")), ids.Count - 2, ids.Take(2).ToHashSet());
    }

    private static string WithPolarity(CsvRows rows)
    {
        string[] words = ["well", "less", "proposal", ""];
        var text = new StringBuilder("source;segment;row;question;wave;start;end;quote;code;coder;created;memo;polarity\n");
        foreach (var (i, row) in rows.Rows.Index())
        {
            var cells = rows.Headers.Select(h => row[h]).Append(row["code"].Length == 0 ? "" : words[i % 4]);
            text.AppendJoin(';', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        }

        return text.ToString();
    }
}
