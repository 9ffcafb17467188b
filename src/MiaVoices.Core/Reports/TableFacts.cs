using System.Globalization;
using System.Text.RegularExpressions;

namespace MiaVoices.Core.Reports;

/// <summary>The numbers in the tables of a report, for reports that have no figures of their own to compare by.</summary>
internal static partial class TableFacts
{
    /// <summary>
    /// Each number under its heading, row and column; a cell that is hidden or holds no number is null. A row is known by the
    /// cells before its first number, and a column by its header without the base, which is the number's own: a group that
    /// has grown is the same group.
    /// </summary>
    public static IReadOnlyList<ReportFact> Of(IEnumerable<Block> blocks)
    {
        var (facts, heading) = (new List<ReportFact>(), "");
        foreach (var block in blocks)
        {
            heading = block is Heading { Level: > 1 } h ? h.Text : heading;
            if (block is TableBlock table)
            {
                var named = Math.Max(1, table.Columns.TakeWhile(c => !c.IsNumber).Count());
                facts.AddRange(
                    from row in table.Rows
                    let name = string.Join(", ", row.Take(named).Where(cell => cell.Length > 0))
                    from column in table.Columns.Index().Skip(named)
                    where column.Item.IsNumber && column.Index < row.Count
                    let header = Base().Match(column.Item.Header)
                    select new ReportFact(
                        $"{heading}\n{name}",
                        header.Success ? column.Item.Header[..header.Index] : column.Item.Header,
                        Leading(row[column.Index]),
                        header.Success ? Leading(header.Groups[1].Value) ?? 0 : 0)
                    {
                        Name = $"{heading}: {name}",
                    });
            }
        }

        return [.. facts.DistinctBy(f => (f.Subject, f.Group))];
    }

    private static int? Leading(string cell) =>
        int.TryParse(Digits().Match(cell).Value.Replace("\u00A0", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\d{1,3}(?:\u00A0\d{3})+|^\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@" \(n\u00A0=\u00A0([^)]*)\)$")]
    private static partial Regex Base();
}
