using System.Text;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Lines;

/// <summary>Writes the rows of a table, each as one line or, where a column wraps, as several.</summary>
internal sealed class TableLine(TableColumn[] columns, int[] widths, string gap, int totalWidth, string ellipsis, Emphasis emphasis)
{
    private readonly int ellipsisWidth = Glyphs.Width(ellipsis);

    private bool IsLimited => totalWidth > 0;

    /// <summary>Writes a row.</summary>
    public void Write(TextWriter writer, LaidCell[] row)
    {
        var pieces = new List<Piece>[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            pieces[i] = Pieces(row[i], columns[i], widths[i]);
        }

        var height = pieces.Max(column => column.Count);
        for (var line = 0; line < height; line++)
        {
            var builder = new LineBuilder(totalWidth);
            for (var i = 0; i < row.Length; i++)
            {
                if (i > 0)
                {
                    builder.Skip(gap.Length);
                }

                var piece = line < pieces[i].Count ? pieces[i][line] : new Piece(0, 0, 0, false);
                var missing = Math.Max(0, widths[i] - piece.Width);
                builder.Skip(columns[i].Alignment == Alignment.Right ? missing : 0);
                Add(builder, row[i], piece);
                builder.Skip(columns[i].Alignment == Alignment.Left ? missing : 0);
            }

            writer.WriteLine(builder.ToString());
        }
    }

    /// <summary>Writes the line under the header.</summary>
    public void WriteRule(TextWriter writer, char character)
    {
        var builder = new LineBuilder(totalWidth);
        for (var i = 0; i < widths.Length; i++)
        {
            if (i > 0)
            {
                builder.Skip(gap.Length);
            }

            // Without a limit the last column may be as wide as the longest text: a rule as long as its heading is enough.
            var length = !IsLimited && i == widths.Length - 1 ? Math.Min(widths[i], Math.Max(3, Glyphs.Width(columns[i].Header))) : widths[i];
            for (var at = 0; at < length; at++)
            {
                builder.Add(1, text => text.Append(character));
            }
        }

        writer.WriteLine(builder.ToString());
    }

    private List<Piece> Pieces(LaidCell cell, TableColumn column, int width)
    {
        var text = cell.Content.Safe;
        if (!IsLimited || (cell.Width <= width && !column.Wraps))
        {
            return [new Piece(0, text.Clusters.Count, cell.Width, false)];
        }

        if (column.Wraps)
        {
            return LineBreaks.Of(text, width).ConvertAll(line => new Piece(line.First, line.Count, text.WidthOf(line.First, line.Count), false));
        }

        var room = width - ellipsisWidth;
        var kept = LineBreaks.TrimmedEnd(text, 0, text.FirstThatFit(Math.Max(0, room < 0 ? width : room)));
        return [new Piece(0, kept, text.WidthOf(0, kept) + (room < 0 ? 0 : ellipsisWidth), room >= 0)];
    }

    private void Add(LineBuilder builder, LaidCell cell, Piece piece)
    {
        if (builder.HasRoomFor(piece.Width))
        {
            builder.Add(piece.Width, text =>
            {
                emphasis.Append(text, cell.Content, piece.First, piece.Count, cell.Style);
                text.Append(piece.IsCut ? ellipsis : string.Empty);
            });
        }
        else
        {
            builder.Close();
        }
    }

    /// <summary>A stretch of a cell's clusters that stands on one line.</summary>
    private readonly record struct Piece(int First, int Count, int Width, bool IsCut);

    /// <summary>One line, within the total width; what does not fit at the right edge is left out, and spaces at its end are not written.</summary>
    private sealed class LineBuilder(int totalWidth)
    {
        private readonly StringBuilder text = new();
        private int width;
        private int waiting;
        private bool isClosed;

        public bool HasRoomFor(int columns) => !isClosed && (totalWidth == 0 || width + waiting + columns <= totalWidth);

        public void Skip(int columns) => waiting += columns;

        public void Add(int columns, Action<StringBuilder> append)
        {
            if (columns == 0 || !HasRoomFor(columns))
            {
                return;
            }

            text.Append(' ', waiting);
            width += waiting + columns;
            waiting = 0;
            append(text);
        }

        public void Close() => isClosed = true;

        public override string ToString() => text.ToString();
    }
}
