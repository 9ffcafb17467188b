using System.Text;
using MiaVoices.Core;

namespace MiaVoices.Formats.Tables;

/// <summary>A row of a table as text.</summary>
/// <param name="Line">Line (text file) or row (sheet) in the file where it begins, from 1.</param>
/// <param name="Cells">The cells in stored form; may be fewer than the headers.</param>
public sealed record TextRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column, or "" where the row is shorter.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    /// <summary>True when no cell holds a letter.</summary>
    public bool Empty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>A merged area of header cells: row (index among all rows), first and last column.</summary>
internal sealed record MergedCells(int Line, int First, int Last);

/// <summary>A sheet or text table before its header rows are known.</summary>
public sealed record TextSheet
{
    /// <summary>Largest number of columns: no survey comes near it, and more of them is a sign of the wrong separator.</summary>
    public const int MostColumns = 4096;

    /// <summary>Name of the sheet; null in a text file.</summary>
    public string? Name { get; init; }

    /// <summary>Every row that holds something, in order.</summary>
    public required IReadOnlyList<TextRow> Rows { get; init; }

    /// <summary>What was met while reading.</summary>
    public IReadOnlyList<Core.Sources.Notice> Notices { get; init; } = [];

    internal IReadOnlyList<MergedCells> Merged { get; init; } = [];
}

/// <summary>A table with headers.</summary>
public sealed record TextTable
{
    /// <summary>The file it came from.</summary>
    public required string File { get; init; }

    /// <summary>Name of the sheet; null in a text file.</summary>
    public string? Sheet { get; init; }

    /// <summary>How many rows the headers took.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>The headers: trimmed, white space folded, unique, never empty.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>The rows under the headers, without empty ones.</summary>
    public required IReadOnlyList<TextRow> Rows { get; init; }

    /// <summary>What a person knows the place as: <c>svar.csv:12</c>, <c>svar.xlsx:Blad1!12</c>.</summary>
    public string Where(int line) => Sheet is null ? $"{File}:{line}" : $"{File}:{Sheet}!{line}";

    /// <summary>The position of a header after folding, ignoring case; -1 if it is not there.</summary>
    public int IndexOf(string header)
    {
        var folded = Fold(header);
        for (var pass = 0; pass < 2; pass++)
        {
            var comparison = pass == 0 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
            for (var i = 0; i < Headers.Count; i++)
            {
                if (string.Equals(Headers[i], folded, comparison))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>A header as it is compared: white space of every kind, line feeds too, folded to single spaces; ends trimmed.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsFolded(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF'))
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    private static bool IsFolded(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (c is '\u200B' or '\uFEFF' || (char.IsWhiteSpace(c) && (c != ' ' || before == ' ')))
            {
                return false;
            }

            before = c;
        }

        return text.Length == 0 || before != ' ';
    }

    /// <summary>Takes the header rows off a sheet.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="headerRows">Number of header rows, 1 or more; with several, the texts above each other are joined by " – ".</param>
    /// <param name="first">Index of the first header row among the sheet's rows.</param>
    /// <exception cref="RefusedException"><c>table.noheader</c>: there are fewer rows than that.</exception>
    public static TextTable From(string file, TextSheet sheet, int headerRows = 1, int first = 0)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (sheet.Rows.Count < first + headerRows || headerRows < 1)
        {
            throw new RefusedException(Problem.At(file, "table.noheader", headerRows));
        }

        return new TextTable
        {
            File = file,
            Sheet = sheet.Name,
            HeaderRows = headerRows,
            Headers = Tables.HeaderRows.Join(sheet, first, headerRows),
            Rows = [.. sheet.Rows.Skip(first + headerRows)],
        };
    }
}
