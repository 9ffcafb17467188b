namespace MiaVoices.Formats.Tables;

/// <summary>Makes one header a column of one or more header rows.</summary>
internal static class HeaderRows
{
    /// <summary>What stands between a shared header and a column's own.</summary>
    public const string Between = " – ";

    public static IReadOnlyList<string> Join(TextSheet sheet, int first, int count)
    {
        var rows = sheet.Rows.Skip(first).Take(count).ToList();
        var width = sheet.Rows.Skip(first).Max(r => LastFilled(r) + 1);
        var parts = rows.Select((row, depth) => FillRight(sheet, rows, row, depth, width)).ToList();
        var headers = new List<string>(width);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < width; column++)
        {
            var own = parts.Select(p => p[column]).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);
            var header = string.Join(Between, own);
            header = header.Length > 0 ? header : $"({column + 1})";
            var unique = header;

            // As Forms does it: the same question once more gets a number.
            for (var n = 2; !seen.Add(unique); n++)
            {
                unique = $"{header} ({n})";
            }

            headers.Add(unique);
        }

        return headers;
    }

    private static string[] FillRight(TextSheet sheet, List<TextRow> rows, TextRow row, int depth, int width)
    {
        var texts = Enumerable.Range(0, width).Select(c => TextTable.Fold(row[c])).ToArray();
        foreach (var merged in sheet.Merged.Where(m => m.Line == row.Line))
        {
            for (var c = merged.First + 1; c <= merged.Last && c < width; c++)
            {
                texts[c] = texts[merged.First];
            }
        }

        // A text file cannot merge cells: an empty cell over a filled one belongs to the text to the left.
        if (sheet.Name is null && depth + 1 < rows.Count)
        {
            for (var c = 1; c < width; c++)
            {
                texts[c] = texts[c].Length == 0 && rows[depth + 1][c].Length > 0 ? texts[c - 1] : texts[c];
            }
        }

        return texts;
    }

    private static int LastFilled(TextRow row)
    {
        for (var c = row.Cells.Count - 1; c >= 0; c--)
        {
            if (!string.IsNullOrWhiteSpace(row.Cells[c]))
            {
                return c;
            }
        }

        return 0;
    }
}
