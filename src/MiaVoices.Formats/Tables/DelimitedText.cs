using CsvHelper;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;

namespace MiaVoices.Formats.Tables;

/// <summary>A text table as read.</summary>
/// <param name="Sheet">The rows.</param>
/// <param name="Encoding">utf-8, utf-16le, windows-1252 …</param>
/// <param name="Delimiter">The separator found or named.</param>
public sealed record DelimitedFile(TextSheet Sheet, string Encoding, char Delimiter);

/// <summary>Reads tables whose cells are parted by ; , TAB or |, with quotation marks as in CSV (RFC 4180).</summary>
public static class DelimitedText
{
    /// <summary>Reads a table with one header row: codings, codebooks, cases.</summary>
    /// <exception cref="RefusedException">As <see cref="Read"/>; <c>table.noheader</c>.</exception>
    public static Sheet ReadSheet(SourceFile file, string encoding = "auto", string delimiter = "auto")
    {
        var table = TextTable.From(Named(file).Name, Read(file, encoding, delimiter).Sheet);
        return new Sheet(table.File, table.Headers, [.. table.Rows.Select(r => new SheetRow(r.Line, table.Headers, r.Cells))]);
    }

    /// <summary>Reads all rows. The apostrophe that <see cref="CsvText"/> puts before formulas is taken away.</summary>
    /// <param name="file">The file.</param>
    /// <param name="encoding">auto, or its name.</param>
    /// <param name="delimiter">auto, tab, or the separator.</param>
    /// <exception cref="RefusedException">
    /// As <see cref="TextDecoding.Decode"/>; <c>table.delimiter</c> (fact: what was named), <c>table.quote</c> (a quotation mark that is never closed, with its line),
    /// <c>table.toowide</c> (fact: <see cref="TextSheet.MostColumns"/>).
    /// </exception>
    public static DelimitedFile Read(SourceFile file, string encoding = "auto", string delimiter = "auto")
    {
        ArgumentNullException.ThrowIfNull(delimiter);
        var decoded = TextDecoding.Decode(Named(file), encoding);
        var (text, skipped, named) = WithoutSeparatorLine(LineFeeds(decoded.Text.TrimStart('\uFEFF')));
        var separator = Named(delimiter, file.Name) ?? named ?? DelimiterGuess.Find(text)?.Delimiter ?? ';';
        var open = DelimitedShape.Of(text, separator).OpenQuoteLine;
        return open > 0
            ? throw new RefusedException(Problem.At($"{file.Name}:{open + skipped}", "table.quote"))
            : new DelimitedFile(new TextSheet { Rows = Rows(text, separator, skipped, file.Name) }, decoded.Encoding, separator);
    }

    private static SourceFile Named(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file;
    }

    private static char? Named(string delimiter, string file) => delimiter switch
    {
        "auto" or "" => null,
        "tab" or "TAB" or "\\t" => '\t',
        [var c] when !char.IsLetterOrDigit(c) && c is not ('"' or '\n' or '\r') => c,
        _ => throw new RefusedException(Problem.At(file, "table.delimiter", delimiter)),
    };

    private static string LineFeeds(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    private static (string Text, int SkippedLines, char? Delimiter) WithoutSeparatorLine(string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return (text, 0, null);
        }

        return text.IndexOf('\n', StringComparison.Ordinal) == 5 ? (text[6..], 1, text[4]) : (text, 0, null);
    }

    private static List<TextRow> Rows(string text, char separator, int skipped, string file)
    {
        var options = new CsvReaderOptions { Separator = separator, HasHeader = false, SkipEmptyLines = true, TrackLineNumbers = true };
        using var reader = CsvReader.FromText(text, options);
        var rows = new List<TextRow>();
        while (reader.Read())
        {
            // Excel writes empty columns out to a stray format; only words out there are too many.
            var cells = new string[Math.Min(reader.FieldCount, TextSheet.MostColumns)];
            for (var i = cells.Length; i < reader.FieldCount; i++)
            {
                if (reader.GetString(i).Trim().Length > 0)
                {
                    throw new RefusedException(Problem.At($"{file}:{reader.LineNumber + skipped}", "table.toowide", TextSheet.MostColumns));
                }
            }

            // Cells are composed one by one: composing the whole text could turn a letter into a separator (U+037E).
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = StoredText.Normalise(Neutralised.Remove(reader.GetString(i)));
            }

            if (!cells.All(string.IsNullOrWhiteSpace))
            {
                rows.Add(new TextRow((int)reader.LineNumber + skipped, cells));
            }
        }

        return rows;
    }
}
