using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Reports;

/// <summary>"Röster från projektet": what people have told and agreed to have shown, in their own words.</summary>
public static class StoriesReport
{
    /// <summary>The report by itself.</summary>
    public static ReportDocument Compose(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var title = content.Project.Trim().Length == 0 ? "Röster från projektet" : $"Röster från projektet: {content.Project}";
        return new ReportDocument(title, ReportKind.Voices,
        [
            new Heading(1, title),
            Paragraph.Of(
                $"Här berättar {SwedishText.Count(content.Stories.Select(s => s.Person).Distinct(StringComparer.Ordinal).Count(), "person", "personer")} med egna ord. "
                + "De har sagt ja till att det de berättar visas. Inga namn är med, men den som känner personen kan ändå känna igen berättelsen."),
            .. content.Written.At("introduction"),
            .. Stories(content.Stories),
            Paragraph.Of($"Sammanställt {SwedishText.Date(content.At)} med MiaVoices {content.Program}. Ord som är utelämnade är märkta med {QuoteText.Omission}."),
        ])
        {
            Facts = [.. ReportFacts.Of(content.Stories)],
        };
    }

    internal static IEnumerable<Block> Part(IReadOnlyList<ShownQuote> stories) => stories.Count == 0 ? [] :
    [
        new Heading(2, "Röster från projektet"),
        Paragraph.Of("Berättelserna är valda och godkända av en person, och de som berättar har sagt ja till att de visas."),
        .. stories.Select(s => s.Block),
    ];

    private static IEnumerable<Block> Stories(IReadOnlyList<ShownQuote> stories)
    {
        foreach (var (i, story) in stories.Index())
        {
            yield return new Heading(2, $"Röst {SwedishText.Number(i + 1)}");
            yield return story.Block;
            if (story.Consented is { } day)
            {
                yield return Paragraph.Of($"Den som berättar har sagt ja till att det visas, {day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}.");
            }
        }
    }
}
