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

        return at == 0 ? best : TextTable.From(file, sheet, headerRows, at);
    }

    private static int Filled(TextRow row) => row.Cells.Count(c => !string.IsNullOrWhiteSpace(c));
}
