using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>Rows of a table that are not answers: totals, and headers that are repeated.</summary>
internal static class RowKinds
{
    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal)
    {
        "totalt", "total", "totalsumma", "summa", "sum", "medel", "medelvärde", "average", "antal svar", "genomsnitt",
    };

    /// <summary>Why a row is left out, or null for one that is read.</summary>
    public static Notice? Aside(TextTable table, TextRow row) =>
        IsHeader(table, row) ? new Notice(Problem.At(table.Where(row.Line), "table.headeragain"), LeftOut: true)
        : IsTotals(row) ? new Notice(Problem.At(table.Where(row.Line), "table.totals"), LeftOut: true)
        : null;

    private static bool IsTotals(TextRow row) =>
        row.Cells.Take(2).Select(c => TextTable.Fold(c).TrimEnd(':').ToLowerInvariant()).FirstOrDefault(c => c.Length > 0) is { } first && Totals.Contains(first);

    private static bool IsHeader(TextTable table, TextRow row)
    {
        var filled = 0;
        for (var c = 0; c < table.Headers.Count; c++)
        {
            if (row[c].Length > 0 && !string.Equals(TextTable.Fold(row[c]), table.Headers[c], StringComparison.Ordinal))
            {
                return false;
            }

            filled += row[c].Length > 0 ? 1 : 0;
        }

        return filled >= 2;
    }
}
