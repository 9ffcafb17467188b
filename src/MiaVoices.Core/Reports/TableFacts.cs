using System.Globalization;
using System.Text.RegularExpressions;

namespace MiaVoices.Core.Reports;

/// <summary>The numbers in the tables of a report, for reports that have no figures of their own to compare by.</summary>
internal static partial class TableFacts
{
    /// <summary>Each number under its heading, row and column; a cell that is hidden or holds no number is null.</summary>
    public static IReadOnlyList<ReportFact> Of(IEnumerable<Block> blocks)
    {
        var (facts, heading) = (new List<ReportFact>(), "");
        foreach (var block in blocks)
        {
            heading = block is Heading { Level: > 1 } h ? h.Text : heading;
            if (block is TableBlock table)
            {
                facts.AddRange(
                    from row in table.Rows
                    from column in table.Columns.Index().Skip(1)
                    where column.Item.IsNumber && column.Index < row.Count
                    select new ReportFact($"{heading}\n{row[0]}", column.Item.Header, Leading(row[column.Index]), 0) { Name = $"{heading}: {row[0]}" });
            }
        }

        return [.. facts.DistinctBy(f => (f.Subject, f.Group))];
    }

    private static int? Leading(string cell) =>
        int.TryParse(Digits().Match(cell).Value.Replace("\u00A0", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\d{1,3}(?:\u00A0\d{3})+|^\d+")]
    private static partial Regex Digits();
}
