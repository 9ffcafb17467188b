using System.Globalization;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Reports.Spreadsheets;

/// <summary>A table of a report for a spreadsheet.</summary>
/// <param name="Number">Its number in the report, from 1.</param>
/// <param name="Title">What it shows: its caption, or the heading it stands under.</param>
/// <param name="Headers">One a column.</param>
/// <param name="Rows">Cells as text, in the order of the headers; there may be fewer.</param>
public sealed record ReportSheet(int Number, string Title, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>The tables of a report, from the figures one a cell where a table has them and from the cells as shown where not. Thread-safe.</summary>
public static class ReportSheets
{
    /// <summary>The tables in order.</summary>
    public static IReadOnlyList<ReportSheet> Of(IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return Of(ReportTree.Of(blocks));
    }

    /// <summary>The tables of a report that is parsed already.</summary>
    internal static IReadOnlyList<ReportSheet> Of(ReportTree tree) =>
    [
        .. tree.Parts.Where(p => p.Origin is TableBlock).Select(p => ((TableBlock)p.Origin).Data is { } data
            ? new ReportSheet(p.Number, p.Name, data.Headers, [.. data.Rows.Select(r => r.Cells)])
            : new ReportSheet(p.Number, p.Name, [.. ((TableBlock)p.Origin).Columns.Select(c => c.Header)], ((TableBlock)p.Origin).Rows)),
    ];

    /// <summary>
    /// Each table as CSV, and first a list of them. Names of files tell the number alone: what a table is called may come from
    /// the material.
    /// </summary>
    public static IEnumerable<(string Name, byte[] Content)> Csv(IReadOnlyList<Block> blocks, ReportWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var sheets = Of(blocks);
        yield return (
            FileName(words.Tables),
            CsvText.Bytes(Sheet.Of(
                words.Tables,
                [words.Sheet, words.Title, words.Rows],
                sheets.Select(s => (string[])[CsvName(s, words), s.Title, s.Rows.Count.ToString(CultureInfo.InvariantCulture)]))));
        foreach (var sheet in sheets)
        {
            yield return (CsvName(sheet, words), CsvText.Bytes([.. sheet.Rows.Select(Plain).Prepend(Plain(sheet.Headers))]));
        }
    }

    private static string CsvName(ReportSheet sheet, ReportWords words) => FileName(FormattableString.Invariant($"{words.Table} {sheet.Number:00}"));

    private static string FileName(string text) => text.ToLowerInvariant().Replace(' ', '-') + ".csv";

    /// <summary>Cells without line breaks and without the hard spaces within a number, which a spreadsheet would take for letters.</summary>
    private static IReadOnlyList<string> Plain(IReadOnlyList<string> cells) =>
        [.. cells.Select(c => MarkdownWriter.PlainLine(c)).Select(c => CellNumber.Read(c) is { IsPercent: false } ? c.Replace("\u00A0", "", StringComparison.Ordinal).Replace('−', '-') : c)];
}
