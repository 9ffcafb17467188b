using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Reports;

/// <summary>A row of the list of quotes.</summary>
/// <param name="Quote">The quote as the audience may see it.</param>
/// <param name="Code">Path of its code.</param>
/// <param name="Source">Label of its source, empty where the audience may not have it.</param>
/// <param name="Place">Number of the segment; 0 where the audience may not have it.</param>
/// <param name="Timecode">Seconds, or null.</param>
/// <param name="Group">Group of the person, or empty.</param>
public sealed record QuoteListLine(ShownQuote Quote, string Code, string Source, int Place, double? Timecode, string Group);

/// <summary>The list of chosen quotes with where they stand, for those who go on working with them.</summary>
public static class QuoteListReport
{
    /// <summary>The list.</summary>
    /// <param name="content">What all reports on themes say.</param>
    /// <param name="lines">The quotes in document order.</param>
    public static ReportDocument Compose(ReportContent content, IReadOnlyList<QuoteListLine> lines)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(lines);
        var title = content.Project.Trim().Length == 0 ? "Citatlista" : $"Citatlista: {content.Project}";
        var placed = content.Audience != Audience.Public;
        (TableColumn Column, Func<QuoteListLine, string> Cell)[] columns =
        [
            .. placed ? new (TableColumn, Func<QuoteListLine, string>)[]
            {
                (new("Citat-id"), l => l.Quote.Id ?? ""),
                (new("Källa"), l => l.Source),
                (new("Stycke", true), l => SwedishText.Number(l.Place)),
                (new("Tidskod"), l => l.Timecode is { } seconds ? SwedishText.Timecode(seconds) : ""),
            } : [],
            (new("Grupp"), l => l.Group),
            (new("Kod"), l => l.Code),
            (new("Citat"), l => l.Quote.Text),
            .. content.Audience == Audience.Internal ? new (TableColumn, Func<QuoteListLine, string>)[] { (new("Status"), l => l.Quote.Origin == QuoteOrigin.Approved ? "godkänt" : "utkast") } : [],
        ];
        var shown = columns.Where(column => lines.Any(l => column.Cell(l).Length > 0)).ToList();
        return new ReportDocument(title, ReportKind.Quotes,
        [
            .. ReportFront.Compose(title, content),
            Paragraph.Of(
                $"Tabellen visar {SwedishText.Number(lines.Count)} citat som en person har valt{(content.Audience == Audience.Internal ? "" : " och godkänt")}. {QuoteText.Omission} visar var något är utelämnat."
                + (placed ? " Citat-id, källa och stycke leder tillbaka till platsen i projektet." : "")),
            new TableBlock([.. shown.Select(s => s.Column)], [.. lines.Select(l => (IReadOnlyList<string>)[.. shown.Select(s => s.Cell(l))])]).Titled("Citat"),
            Paragraph.Of($"Gjord med MiaVoices {content.Program}."),
        ])
        {
            Facts = [.. ReportFacts.Of(lines.Select(l => l.Quote))],
        };
    }
}
