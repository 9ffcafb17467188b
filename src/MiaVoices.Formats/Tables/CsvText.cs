using System.Buffers;
using System.Text;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Tables;

/// <summary>Writes tables as CSV that a Swedish Excel opens: UTF-8 with byte order mark, semicolons, CRLF between rows.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(";\"\r\n,\t|");

    /// <summary>The rows as text, without byte order mark. Line breaks inside cells stay as they are; formulas are neutralised by an apostrophe, which <see cref="DelimitedText"/> takes away.</summary>
    public static string Format(IEnumerable<IReadOnlyList<string?>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                text.Append(i == 0 ? "" : ";");
                Append(text, Neutralised.Add(row[i] ?? ""), row.Count == 1);
            }

            text.Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>The rows as a file's bytes, with byte order mark.</summary>
    public static byte[] Bytes(IEnumerable<IReadOnlyList<string?>> rows) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Format(rows))];

    /// <summary>A table with its headers as a file's bytes.</summary>
    public static byte[] Bytes(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Bytes([sheet.Headers, .. sheet.Rows.Select(r => r.Cells)]);
    }

    private static void Append(StringBuilder text, string cell, bool alone)
    {
        // A cell alone on its row is quoted when it is empty, since an empty line is no row.
        var quoted = cell.AsSpan().ContainsAny(NeedQuotes) || cell is [' ' or '\u00A0', ..] or [.., ' ' or '\u00A0'] || (alone && string.IsNullOrWhiteSpace(cell))
            || cell.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        text.Append(quoted ? "\"" : "").Append(quoted ? cell.Replace("\"", "\"\"", StringComparison.Ordinal) : cell).Append(quoted ? "\"" : "");
    }
}
