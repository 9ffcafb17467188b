using System.Text;

namespace MiaVoices.Tests.Support;

/// <summary>A table of <c>mia export</c>, read by other code than the program's own: RFC 4180 with semicolons.</summary>
public sealed class CsvRows
{
    private readonly List<string> headers;

    private CsvRows(List<List<string>> cells)
    {
        headers = cells[0];
        Rows = [.. cells.Skip(1).Select(r => headers.Zip(r).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    public IReadOnlyList<string> Headers => headers;

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    public static CsvRows Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF'));
    }

    public static CsvRows Parse(string text)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ';' or '\n')
            {
                rows[^1].Add(Whole(cell));
                if (c == '\n')
                {
                    rows.Add([]);
                }
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || rows[^1].Count > 0)
        {
            rows[^1].Add(Whole(cell));
        }

        return new CsvRows([.. rows.Where(r => r.Count > 0)]);
    }

    /// <summary>An apostrophe stands before what a spreadsheet would take for a formula.</summary>
    private static string Whole(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text.Length > 1 && text[0] == '\'' && "=+-@\t\r".Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }
}
