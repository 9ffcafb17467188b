namespace MiaVoices.Terminal.Screen;

/// <summary>
/// Turns frames into bytes: only what differs from the frame before, in one piece. Remembers what the terminal shows, so every byte
/// must reach it. Not thread-safe.
/// </summary>
public sealed class Renderer
{
    private const int WorthWritingThrough = 4;
    private const int WorthErasing = 4;

    // Between them lie the letters of East Asia, which every terminal draws in two columns.
    private const int FirstIdeograph = 0x2E80;
    private const int FirstPictograph = 0x1F000;

    private readonly ByteWriter output = new();
    private readonly Pen pen;
    private readonly CellBuffer shown = new(0, 0);
    private (int X, int Y)? caret;
    private bool isCaretKnown;
    private bool isAllStale = true;
    private int cursorX;
    private int cursorY;
    private bool isCursorKnown;

    /// <summary>A renderer that has shown nothing yet.</summary>
    /// <param name="theme">Gives the roles their colours.</param>
    public Renderer(Theme theme)
    {
        pen = new Pen(output, theme);
    }

    /// <summary>Gives the roles their colours. Another theme draws everything anew.</summary>
    public Theme Theme
    {
        get => pen.Theme;
        set
        {
            pen.Theme = value;
            Forget();
        }
    }

    /// <summary>Forgets what the terminal shows: the next frame is drawn whole.</summary>
    public void Forget() => isAllStale = true;

    /// <summary>The bytes that make the terminal show a frame.</summary>
    /// <param name="frame">The frame, of the terminal's size.</param>
    /// <param name="caretAt">Where the caret is shown, or null for none.</param>
    /// <returns>Nothing if it shows the frame already; valid until the next call.</returns>
    public ReadOnlyMemory<byte> Render(CellBuffer frame, (int X, int Y)? caretAt)
    {
        ArgumentNullException.ThrowIfNull(frame);
        output.Clear();
        if (isAllStale || frame.Width != shown.Width || frame.Height != shown.Height)
        {
            Begin(frame);
        }

        for (var y = 0; y < frame.Height; y++)
        {
            var next = frame.Row(y);
            var now = shown.Row(y);
            if (!next.SequenceEqual(now))
            {
                HideCaret();
                RenderRow(next, now, y);
            }
        }

        PlaceCaret(caretAt);
        return output.Written;
    }

    private void Begin(CellBuffer frame)
    {
        isAllStale = false;
        shown.Resize(frame.Width, frame.Height);
        pen.Reset();
        output.Add("\u001b[2J"u8);
        isCursorKnown = false;
        isCaretKnown = false;
    }

    private void RenderRow(ReadOnlySpan<Cell> next, Span<Cell> now, int y)
    {
        var tail = next.Length;
        while (tail > 0 && next[tail - 1] == Cell.Blank)
        {
            tail--;
        }

        for (var x = 0; x < next.Length; x++)
        {
            if (next[x] == now[x])
            {
                continue;
            }

            if (x >= tail && next.Length - x >= WorthErasing)
            {
                MoveTo(x, y, next);
                pen.Set(default);
                output.Add("\u001b[K"u8);
                now[x..].Fill(Cell.Blank);
                return;
            }

            // Half of a wide character is drawn with the other half.
            x = next[x].Width == 0 && x > 0 ? x - 1 : x;
            MoveTo(x, y, next);
            Draw(next[x], now, x, y);
            x += Math.Max(0, next[x].Width - 1);
        }
    }

    private void Draw(in Cell cell, Span<Cell> now, int x, int y)
    {
        pen.Set(cell.Style);
        if (cell.Width == 2 && cell.Rune is < FirstIdeograph or >= FirstPictograph)
        {
            // An emoji may be drawn in one column or in two: no trace of what stood there may stay.
            output.Add("  "u8);
            isCursorKnown = false;
            Address(x, y);
        }

        if (cell.Cluster is null)
        {
            output.AddRune(cell.Rune);
        }
        else
        {
            output.AddText(cell.Cluster);
        }

        now[x] = cell;
        if (cell.Width == 2)
        {
            now[x + 1] = Cell.Half(cell.Style);
        }

        // In the last column the cursor stays or waits to wrap, depending on the terminal.
        var after = x + cell.Width;
        isCursorKnown = !cell.IsRisky && after < now.Length;
        (cursorX, cursorY) = (after, y);
        if (cell.IsRisky)
        {
            for (var i = after; i < Math.Min(after + 2, now.Length); i++)
            {
                now[i] = Cell.Half(default);
            }
        }
    }

    private void MoveTo(int x, int y, ReadOnlySpan<Cell> row)
    {
        if (isCursorKnown && cursorY == y && cursorX == x)
        {
            return;
        }

        if (isCursorKnown && cursorY == y && cursorX < x)
        {
            var gap = row[cursorX..x];
            if (gap.Length <= WorthWritingThrough && CanWriteThrough(gap))
            {
                foreach (var cell in gap)
                {
                    output.AddRune(cell.Rune);
                }

                cursorX = x;
                return;
            }

            output.Add("\u001b["u8);
            if (gap.Length > 1)
            {
                output.AddNumber(gap.Length);
            }

            output.Add((byte)'C');
            cursorX = x;
            return;
        }

        Address(x, y);
    }

    // What stands in the gap is shown already; writing it again is shorter than moving over it.
    private bool CanWriteThrough(ReadOnlySpan<Cell> gap)
    {
        foreach (var cell in gap)
        {
            if (cell.Rune is < ' ' or > '~' || cell.IsRisky || !pen.Is(cell.Style))
            {
                return false;
            }
        }

        return true;
    }

    private void Address(int x, int y)
    {
        output.Add("\u001b["u8);
        if (x > 0 || y > 0)
        {
            output.AddNumber(y + 1);
            if (x > 0)
            {
                output.Add((byte)';');
                output.AddNumber(x + 1);
            }
        }

        output.Add((byte)'H');
        (cursorX, cursorY, isCursorKnown) = (x, y, true);
    }

    private void HideCaret()
    {
        if (!isCaretKnown || caret is not null)
        {
            output.Add("\u001b[?25l"u8);
            (caret, isCaretKnown) = (null, true);
        }
    }

    private void PlaceCaret((int X, int Y)? wanted)
    {
        if (wanted is not { } at)
        {
            HideCaret();
            return;
        }

        if (caret == wanted)
        {
            return;
        }

        if (!isCursorKnown || (cursorX, cursorY) != at)
        {
            Address(at.X, at.Y);
        }

        if (caret is null)
        {
            output.Add("\u001b[?25h"u8);
        }

        (caret, isCaretKnown) = (wanted, true);
    }
}
