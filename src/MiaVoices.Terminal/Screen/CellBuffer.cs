namespace MiaVoices.Terminal.Screen;

/// <summary>A rectangle of cells, in which a wide character always has both of its halves. Not thread-safe.</summary>
public sealed class CellBuffer
{
    private Cell[] cells;

    /// <summary>Makes a buffer of blanks.</summary>
    /// <param name="width">Columns, 0 or more.</param>
    /// <param name="height">Rows, 0 or more.</param>
    public CellBuffer(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        Width = width;
        Height = height;
        cells = new Cell[width * height];
        Clear();
    }

    /// <summary>Columns.</summary>
    public int Width { get; private set; }

    /// <summary>Rows.</summary>
    public int Height { get; private set; }

    /// <summary>A cell.</summary>
    /// <param name="x">Its column.</param>
    /// <param name="y">Its row.</param>
    public Cell this[int x, int y] => cells[(y * Width) + x];

    /// <summary>Makes every cell blank.</summary>
    public void Clear() => Array.Fill(cells, Cell.Blank);

    /// <summary>The characters of a row, without the spaces that end it.</summary>
    /// <param name="y">The row.</param>
    public string RowText(int y) => string.Concat(Enumerable.Range(0, Width).Select(x => this[x, y].Text)).TrimEnd(' ');

    /// <summary>Writes what is drawn, such as frames and blocks, by characters that every font has.</summary>
    internal void MakeAscii()
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if (cell is { Width: 1, Cluster: null } && AsciiGlyphs.Of(cell.Rune) is var rune && rune != cell.Rune)
            {
                cells[i] = new Cell(rune, null, 1, cell.Style);
            }
        }
    }

    internal Span<Cell> Row(int y) => cells.AsSpan(y * Width, Width);

    internal void Resize(int width, int height)
    {
        if (width != Width || height != Height)
        {
            (Width, Height) = (Math.Max(0, width), Math.Max(0, height));
            cells = new Cell[Width * Height];
        }

        Clear();
    }

    /// <summary>Puts a cell, with its second half; what it cuts in two becomes a space. The place must lie within.</summary>
    internal void Put(int x, int y, in Cell cell)
    {
        var row = Row(y);
        if (cell.Width == 2 && x + 1 >= row.Length)
        {
            Put(x, y, new Cell(' ', null, 1, cell.Style));
            return;
        }

        Part(row, x);
        if (cell.Width == 2)
        {
            Part(row, x + 1);
            row[x + 1] = Cell.Half(cell.Style);
        }

        row[x] = cell;
    }

    /// <summary>Changes how a cell looks, and its other half with it.</summary>
    internal void Restyle(int x, int y, Style style)
    {
        var row = Row(y);
        var first = row[x].Width == 0 && x > 0 ? x - 1 : x;
        var cell = row[first];
        row[first] = new Cell(cell.Rune, cell.Cluster, cell.Width, style);
        if (cell.Width == 2)
        {
            row[first + 1] = Cell.Half(style);
        }
    }

    // Makes spaces of a wide character that stands partly in a cell.
    private static void Part(Span<Cell> row, int x)
    {
        if (row[x].Width == 0 && x > 0)
        {
            row[x - 1] = new Cell(' ', null, 1, row[x - 1].Style);
            row[x] = new Cell(' ', null, 1, row[x].Style);
        }
        else if (row[x].Width == 2)
        {
            row[x + 1] = new Cell(' ', null, 1, row[x + 1].Style);
        }
    }
}
