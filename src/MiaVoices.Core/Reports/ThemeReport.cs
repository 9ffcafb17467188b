using MiaVoices.Core.Codes;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Reports;

/// <summary>
/// The theme report in Swedish, in the order of an evaluator's report: front, summary, background, material, overview, a
/// section a theme, comparisons, conclusions, stories, and appendices on method, codebook, analysis and integrity.
/// </summary>
public static class ThemeReport
{
    /// <summary>The report.</summary>
    public static ReportDocument Compose(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var written = content.Written;
        Block[] parts =
        [
            .. PassageBook.Part("Sammanfattning", [.. Findings(content), .. written.Under("Rekommendationer", "recommendations-short")]),
            .. PassageBook.Part("Bakgrund, syfte och frågeställningar", [.. written.At("background"), .. written.At("questions"), .. ThemeReportSurveys.Goals(content)]),
            .. ThemeReportTables.Material(content),
            .. ThemeReportTables.Overview(content),
            .. ThemeReportThemes.Compose(content),
            .. ThemeReportTables.Comparisons(content),
            .. ThemeReportSurveys.Questions(content),
            .. PassageBook.Part("Slutsatser, lärdomar och rekommendationer", [.. written.At("conclusions"), .. Recommendations.Compose(content)]),
            .. StoriesReport.Part(content.Stories),
            .. ThemeReportAppendix.Compose(content),
        ];
        var title = content.Project.Trim().Length == 0 ? "Temarapport" : $"Temarapport: {content.Project}";
        return new ReportDocument(title, ReportKind.Theme, [.. ReportFront.Compose(title, content), .. Front(written), .. Contents(parts), .. parts])
        {
            Facts = ReportFacts.Of(content),
        };
    }

    /// <summary>
    /// Where a quote stands, as the audience may know it; label and place are the same from run to run. Inside: group,
    /// label, respondent, survey row, place, time code and file. For a steering group: group, label, place and time code;
    /// row ids of surveys may be known outside the project, and stay in. For anyone: the group.
    /// </summary>
    public static string Reference(ChosenQuote quote, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var group = SwedishText.Capital(quote.Group);
        if (audience == Audience.Public)
        {
            return group.Length == 0 ? "Ur materialet" : group;
        }

        var inside = audience == Audience.Internal;
        string?[] parts =
        [
            group,
            quote.SourceLabel,
            inside && quote.Row is null && quote.Respondent is { } who && !quote.SourceLabel.EndsWith(who, StringComparison.Ordinal) ? who : null,
            inside && quote.Row is { } row ? $"svar {row}" : null,
            $"stycke {SwedishText.Number(quote.Place)}",
            quote.Timecode is { } seconds ? SwedishText.Timecode(seconds) : null,
        ];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p))) + (inside ? $" ({quote.SourceName})" : "");
    }

    private static IEnumerable<Block> Front(PassageBook written) =>
        [.. written.Under("Version", "version"), .. written.Under("Författare", "authors"), .. written.Under("Beslut om spridning", "decision")];

    /// <summary>What is written; where that is nothing, the core of each theme that has one, with its figures.</summary>
    private static IEnumerable<Block> Findings(ReportContent c)
    {
        var cores = c.Themes.Where(t => c.Written.Text("core", t.Code) is not null).Take(5).ToList();
        return c.Written.Text("summary") is not null || cores.Count == 0
            ? c.Written.At("summary")
            : [
                new BulletList([.. cores.Select(t =>
                    $"{string.Join(' ', WrittenText.Points(c.Written.Text("core", t.Code)!))} ({SwedishText.Of(t.Count.All)} personer, avsnittet {SwedishText.Capital(c.Tree[t.Code].Name)})")]),
            ];
    }

    /// <summary>The parts by name. The themes are listed in the table of themes and groups, which is close enough to need no second list.</summary>
    private static IEnumerable<Block> Contents(Block[] parts)
    {
        yield return new Heading(2, "Innehåll");
        yield return new BulletList([.. parts.OfType<Heading>().Where(h => h.Level == 2).Select(h => h.Text)]);
    }
}
