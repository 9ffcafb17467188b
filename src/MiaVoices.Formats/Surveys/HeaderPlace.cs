using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>Finds where the headers stand: titles may come before them.</summary>
internal static class HeaderPlace
{
    private const int Farthest = 20;

    public static TextTable Table(string file, TextSheet sheet, SurveyProfile? profile)
    {
        var headerRows = Math.Max(1, profile?.HeaderRows ?? 1);
        var last = Math.Min(Farthest, sheet.Rows.Count - headerRows - 1);
        var best = TextTable.From(file, sheet, headerRows);
        if (profile is not null)
        {
            var fit = SurveyPlan.Fit(best, profile);
            for (var first = 1; first <= last && fit.Found < fit.Named; first++)
            {
                var table = TextTable.From(file, sheet, headerRows, first);
                if (SurveyPlan.Fit(table, profile) is var next && next.Found > fit.Found)
                {
                    (best, fit) = (table, next);
                }
            }

            return best;
        }

        // A title is a row with one cell above rows with many.
        var at = 0;
        while (at < last && Filled(sheet.Rows[at]) == 1 && sheet.Rows.Skip(at + 1).Take(Farthest).Count(r => Filled(r) >= 3) >= 2)
        {
            at++;
        }

        return TwoRows(sheet, at) ? TextTable.From(file, sheet, 2, at) : at == 0 ? best : TextTable.From(file, sheet, headerRows, at);
    }

    /// <summary>
    /// Whether the headers take two rows: the first leaves cells empty, or spans several, over cells of the second, which
    /// holds words that no row below repeats. Two rows of data must follow, so that a mistake shows.
    /// </summary>
    private static bool TwoRows(TextSheet sheet, int at)
    {
        if (sheet.Rows.Count < at + 4)
        {
            return false;
        }

        var (upper, lower) = (sheet.Rows[at], sheet.Rows[at + 1]);
        var filled = Enumerable.Range(0, lower.Cells.Count).Where(c => !string.IsNullOrWhiteSpace(lower[c])).ToList();
        var spans = filled.Count(c => string.IsNullOrWhiteSpace(upper[c]));
        var below = sheet.Rows.Skip(at + 2).Take(Farthest).ToList();
        return filled.Count >= 3 && spans >= 2 && Filled(upper) >= 1
            && filled.All(c => lower[c].Any(char.IsLetter) && Numbers.Parse(lower[c]) is null && RegisterDate.Parse(lower[c]) is null)
            && filled.All(c => !below.Any(r => string.Equals(TextTable.Fold(r[c]), TextTable.Fold(lower[c]), StringComparison.OrdinalIgnoreCase)))
            && filled.Count(c => below.Any(r => !string.IsNullOrWhiteSpace(r[c]))) * 2 > filled.Count;
    }

    private static int Filled(TextRow row) => row.Cells.Count(c => !string.IsNullOrWhiteSpace(c));
}
