using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Lines;

/// <summary>
/// A table of plain lines: a header, a rule under it, rows; columns are aligned by display width and two spaces apart.
/// Fill it, then write it; not thread-safe.
/// </summary>
public sealed class TextTable
{
    private const string Gap = "  ";

    private readonly TableColumn[] columns;
    private readonly List<TableCell[]> rows = [];

    /// <summary>Makes an empty table.</summary>
    /// <param name="columns">Its columns from the left, at least one; at most one is flexible.</param>
    /// <exception cref="ArgumentException">There is no column, or more than one is flexible.</exception>
    public TextTable(params IEnumerable<TableColumn> columns)
    {
        this.columns = [.. columns];
        if (this.columns.Length == 0)
        {
            throw new ArgumentException("A table needs a column.", nameof(columns));
        }

        if (this.columns.Count(column => column.IsFlexible) > 1)
        {
            throw new ArgumentException("Only one column can be flexible.", nameof(columns));
        }
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A cell for each column; a string becomes an ordinary cell.</param>
    /// <exception cref="ArgumentException">There are more or fewer cells than columns.</exception>
    public void Add(params IEnumerable<TableCell> cells)
    {
        TableCell[] row = [.. cells];
        if (row.Length != columns.Length)
        {
            throw new ArgumentException($"The table has {columns.Length} columns, not {row.Length}.", nameof(cells));
        }

        rows.Add(row);
    }

    /// <summary>Writes the table to standard output's writer as its terminal, or the lack of one, asks for.</summary>
    /// <param name="writer">Where the lines go.</param>
    /// <param name="facts">What is known about the terminal.</param>
    public void Write(TextWriter writer, TerminalFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Write(writer, facts.OutputWidth, facts.SupportsUnicode, Emphasis.ForOutput(facts));
    }

    /// <summary>Writes the table.</summary>
    /// <param name="writer">Where the lines go.</param>
    /// <param name="totalWidth">
    /// The columns that no line exceeds, or 0 for no limit: then nothing is cut or wrapped, every row is one line, and a cell wider than its
    /// column's greatest width pushes the rest of its line to the right.
    /// </param>
    /// <param name="unicode">Whether the writer's encoding has <c>─</c> and <c>…</c>; otherwise <c>-</c> and <c>...</c> are used.</param>
    /// <param name="emphasis">How headers, styles and marks are shown; plain if null.</param>
    public void Write(TextWriter writer, int totalWidth = 0, bool unicode = true, Emphasis? emphasis = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentOutOfRangeException.ThrowIfNegative(totalWidth);
        var shown = emphasis ?? Emphasis.Plain;
        TableCell[] header = [.. columns.Select(column => new TableCell(column.Header, TextStyle.Bold))];
        var natural = new int[columns.Length];
        foreach (var row in rows.Prepend(header))
        {
            var laid = Lay(row, shown, totalWidth);
            for (var i = 0; i < natural.Length; i++)
            {
                natural[i] = Math.Max(natural[i], laid[i].Width);
            }
        }

        var widths = ColumnWidths.Of(columns, natural, totalWidth, Gap.Length);
        var line = new TableLine(columns, widths, Gap, totalWidth, unicode ? Glyphs.Ellipsis : "...", shown);
        if (columns.Any(column => column.Header.Length > 0))
        {
            line.Write(writer, Lay(header, shown, totalWidth));
            line.WriteRule(writer, unicode ? '─' : '-');
        }

        // Laid a second time rather than kept: laid cells need some twenty times the memory of their text.
        foreach (var row in rows)
        {
            line.Write(writer, Lay(row, shown, totalWidth));
        }
    }

    // Only the cells of a wrapping column may have several lines, and only where there is an edge to wrap at.
    private LaidCell[] Lay(TableCell[] row, Emphasis emphasis, int totalWidth)
    {
        var laid = new LaidCell[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            var whitespace = columns[i].Wraps && totalWidth > 0 ? Whitespace.TabsAsSpaces : Whitespace.OneLine;
            laid[i] = new LaidCell(emphasis.Prepare(row[i].Text ?? string.Empty, row[i].Marks ?? [], whitespace), row[i].Style);
        }

        return laid;
    }
}
