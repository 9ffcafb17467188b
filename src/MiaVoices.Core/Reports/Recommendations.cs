using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Reports;

/// <summary>The recommendations of the theme report, as a table where they say what they build on.</summary>
internal static class Recommendations
{
    private const char Parts = '|';

    /// <summary>
    /// Points with bars between their parts ("vad | tema | till vem | nästa steg") become a table, in which each theme that a
    /// recommendation builds on is followed by how many have raised it; other texts stay as they are written.
    /// </summary>
    public static IEnumerable<Block> Compose(ReportContent c)
    {
        if (c.Written.Text("recommendations") is not { } text || !WrittenText.Points(text).Any(p => p.Contains(Parts, StringComparison.Ordinal)))
        {
            return c.Written.At("recommendations");
        }

        // Words before and after the list are no recommendations.
        var blocks = WrittenText.Blocks(text);
        var points = blocks.OfType<BulletList>().SelectMany(l => l.Points).ToList();
        var rows = points.Count > 0 ? points : Lines(text);
        return
        [
            .. points.Count > 0 ? blocks.TakeWhile(b => b is not BulletList) : [],
            Paragraph.Of("Tabellen visar rekommendationerna, vilka teman de bygger på och hur många som har tagit upp dem, vem de riktas till och förslag till nästa steg."),
            new TableBlock(
                [new("Rekommendation"), new("Bygger på"), new("Till vem"), new("Förslag till nästa steg")],
                [
                    .. rows.Select(r => r.Split(Parts, 4, StringSplitOptions.TrimEntries)).Select(cells => (IReadOnlyList<string>)
                    [
                        cells[0], cells.Length > 1 ? WithFigures(c, cells[1]) : "", cells.Length > 2 ? cells[2] : "", cells.Length > 3 ? cells[3] : "",
                    ]),
                ]).Titled("Rekommendationer"),
            .. points.Count > 0 ? blocks.SkipWhile(b => b is not BulletList).Where(b => b is not BulletList) : [],
        ];
    }

    /// <summary>Without points each line with bars is one; where some line has none, lines flow together as elsewhere.</summary>
    private static List<string> Lines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.All(l => l.Contains(Parts, StringComparison.Ordinal)) ? [.. lines] : [.. WrittenText.Points(text)];
    }

    private static string WithFigures(ReportContent c, string themes) => string.Join(", ", themes.Split(',', StringSplitOptions.TrimEntries).Select(name =>
        c.Themes.FirstOrDefault(t => string.Equals(c.Tree[t.Code].Name, name, StringComparison.OrdinalIgnoreCase)) is { } theme ? name + Figure(theme) : name));

    private static string Figure(ThemeSummary theme) => theme.Count.All is { Suppressed: false } share ? $" ({SwedishText.Of(share)})" : "";
}
