using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>
/// Artologik Survey&amp;Report (and SPSS tables like it): a sheet that describes the variables of the data sheet. Its labels
/// become the headers of the data, its value codes the answers, its missing codes empty cells.
/// </summary>
internal static class VariableView
{
    public static IReadOnlyList<TextSheet> Apply(IReadOnlyList<TextSheet> sheets)
    {
        if (sheets.FirstOrDefault(IsView) is not { } view)
        {
            return sheets;
        }

        var head = view.Rows[0].Cells.Select(c => TextTable.Fold(c).ToLowerInvariant()).ToList();
        var variables = view.Rows.Skip(1)
            .Select(r => new Variable(Cell(r, head, "variable name"), Cell(r, head, "label"), Values(r[Math.Max(0, head.IndexOf("value codes"))]), Cell(r, head, "missing code")))
            .Where(v => v.Name.Length > 0 && v.Label.Length > 0)
            .DistinctBy(v => v.Name)
            .ToDictionary(v => v.Name, StringComparer.OrdinalIgnoreCase);
        return [.. sheets.Where(s => s != view).Select(s => Labelled(s, variables))];
    }

    private static bool IsView(TextSheet sheet) =>
        sheet.Rows.Count > 1 && sheet.Rows[0].Cells.Select(c => TextTable.Fold(c).ToLowerInvariant()).ToHashSet() is var head && head.Contains("variable name") && head.Contains("label");

    private static string Cell(TextRow row, List<string> head, string column) => head.IndexOf(column) is var i and >= 0 ? TextTable.Fold(row[i]) : "";

    private static Dictionary<string, string> Values(string codes) =>
        codes.Split('\n').Select(l => l.Split('=', 2)).Where(p => p.Length == 2 && p[0].Trim().Length > 0)
            .GroupBy(p => p[0].Trim(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()[1].Trim(), StringComparer.Ordinal);

    private static TextSheet Labelled(TextSheet sheet, Dictionary<string, Variable> variables)
    {
        if (sheet.Rows.Count == 0)
        {
            return sheet;
        }

        var columns = sheet.Rows[0].Cells.Select(c => variables.GetValueOrDefault(TextTable.Fold(c))).ToList();
        string Text(TextRow row, int column, string cell)
        {
            var value = TextTable.Fold(cell);
            return column >= columns.Count || columns[column] is not { } variable ? cell
                : value.Length > 0 && value == variable.Missing ? ""
                : variable.Values.GetValueOrDefault(value, cell);
        }

        return sheet with
        {
            Rows = [.. sheet.Rows.Select((row, r) => row with
            {
                Cells = [.. row.Cells.Select((cell, c) => r > 0 ? Text(row, c, cell) : columns[c]?.Label ?? cell)],
            })],
        };
    }

    private sealed record Variable(string Name, string Label, Dictionary<string, string> Values, string Missing);
}
