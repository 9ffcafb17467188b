using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;

namespace MiaVoices.Terminal.Screen;

/// <summary>
/// A part of a frame to draw on, with its own origin; nothing is drawn outside it. All text is made safe and measured in one
/// place, a wide character that the edge cuts becomes a space. Lives for one frame; not thread-safe.
/// </summary>
public sealed class Canvas
{
    private readonly Frame frame;
    private readonly Rect area;
    private readonly Rect clip;

    internal Canvas(Frame frame, Rect area, Rect clip)
    {
        this.frame = frame;
        this.area = area;
        this.clip = clip.Intersect(area).Intersect(Rect.Of(frame.Buffer.Width, frame.Buffer.Height));
    }

    /// <summary>Columns.</summary>
    public int Width => area.Width;

    /// <summary>Rows.</summary>
    public int Height => area.Height;

    /// <summary>Its own cells, from the origin.</summary>
    public Rect Area => Rect.Of(area.Width, area.Height);

    /// <summary>Where it lies in the whole frame.</summary>
    public Rect OnScreen => area;

    /// <summary>A canvas for cells of a buffer alone, without mouse and caret.</summary>
    /// <param name="buffer">Is drawn into.</param>
    public static Canvas Over(CellBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var whole = Rect.Of(buffer.Width, buffer.Height);
        return new Canvas(new Frame(buffer), whole, whole);
    }

    /// <summary>A part of it with an origin of its own.</summary>
    /// <param name="part">The part in this canvas's coordinates; what lies outside cannot be drawn on.</param>
    public Canvas Part(Rect part) => new(frame, part.Moved(area.X, area.Y), clip);

    /// <summary>Fills a rectangle with spaces of a style.</summary>
    /// <param name="part">The rectangle.</param>
    /// <param name="style">How it looks.</param>
    public void Fill(Rect part, Style style = default) => Fill(part, " ", style);

    /// <summary>Fills a rectangle with a character.</summary>
    /// <param name="part">The rectangle.</param>
    /// <param name="character">One cluster, one column wide.</param>
    /// <param name="style">How it looks.</param>
    public void Fill(Rect part, string character, Style style)
    {
        ArgumentNullException.ThrowIfNull(character);
        var (cell, _) = CellCluster.Of(character, style);
        if (cell.Width != 1)
        {
            throw new ArgumentException("Not one column wide", nameof(character));
        }

        var shown = part.Moved(area.X, area.Y).Intersect(clip);
        for (var y = shown.Y; y < shown.Bottom; y++)
        {
            for (var x = shown.X; x < shown.Right; x++)
            {
                frame.Buffer.Put(x, y, cell);
            }
        }
    }

    /// <summary>Makes every cell of it a blank.</summary>
    /// <param name="style">How they look.</param>
    public void Clear(Style style = default) => Fill(Area, style);

    /// <summary>Writes one line of text.</summary>
    /// <param name="x">Its first column; may lie outside.</param>
    /// <param name="y">Its row; may lie outside.</param>
    /// <param name="text">Any text; line feeds and tabs become spaces.</param>
    /// <param name="style">How it looks.</param>
    /// <returns>The column after it, also where it was cut off.</returns>
    public int Write(int x, int y, string text, Style style = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
        {
            return WritePlain(x, y, text, style);
        }

        var safe = SafeText.Of(text, Whitespace.OneLine);
        foreach (var glyph in safe.Clusters)
        {
            x = Put(x, y, safe.Characters(glyph), glyph.Width, style);
        }

        return x;
    }

    /// <summary>Writes one line of text within some columns, with an ellipsis where it was cut.</summary>
    /// <param name="x">Its first column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="width">The columns that it may fill; less than 0 counts as 0.</param>
    /// <param name="text">Any text.</param>
    /// <param name="style">How it looks.</param>
    /// <returns>The column after it.</returns>
    public int WriteWithin(int x, int y, int width, string text, Style style = default) => Write(x, y, Glyphs.Truncate(text, Math.Max(0, width)), style);

    /// <summary>As <see cref="WriteWithin"/>, at the right of its columns.</summary>
    /// <param name="x">The first column.</param>
    /// <param name="y">The row.</param>
    /// <param name="width">The columns.</param>
    /// <param name="text">Any text.</param>
    /// <param name="style">How it looks.</param>
    /// <returns>The column that it begins at.</returns>
    public int WriteRight(int x, int y, int width, string text, Style style = default)
    {
        var shown = Glyphs.Truncate(text, Math.Max(0, width));
        var start = x + Math.Max(0, width) - Glyphs.Width(shown);
        Write(start, y, shown, style);
        return start;
    }

    /// <summary>Lays a style over cells, whose characters stay.</summary>
    /// <param name="part">The cells; a wide character at the edge is taken whole.</param>
    /// <param name="over">What it leaves open stays as it was.</param>
    public void Restyle(Rect part, Style over)
    {
        var shown = part.Moved(area.X, area.Y).Intersect(clip);
        for (var y = shown.Y; y < shown.Bottom; y++)
        {
            for (var x = shown.X; x < shown.Right; x++)
            {
                frame.Buffer.Restyle(x, y, frame.Buffer[x, y].Style.With(over));
            }
        }
    }

    /// <summary>Shows the terminal's caret here, if it lies within.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public void ShowCaret(int x, int y)
    {
        if (clip.Contains(area.X + x, area.Y + y))
        {
            frame.Caret = (area.X + x, area.Y + y);
        }
    }

    /// <summary>Wants to hear of the mouse over some cells until the next frame. A place drawn later lies above it.</summary>
    /// <param name="part">The cells.</param>
    /// <param name="owner">What it belongs to, the same in every frame, so that a drag goes on across frames; usually the widget.</param>
    /// <param name="handle">Is told, in the place's own coordinates, and says whether it took the event. While a button is held it is also told of what happens outside.</param>
    public void OnMouse(Rect part, object owner, Func<MouseEvent, bool> handle)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(handle);
        var whole = part.Moved(area.X, area.Y);
        var shown = whole.Intersect(clip);
        if (!shown.IsEmpty)
        {
            frame.Areas.Add(new MouseAreas.Area(whole, shown, owner, handle));
        }
    }

    internal int Put(int x, int y, ReadOnlySpan<char> cluster, int width, Style style)
    {
        if (width == 0)
        {
            return x;
        }

        if (y < 0 || y >= Height || x >= Width || x + width <= 0)
        {
            return x + width;
        }

        var (first, second) = CellCluster.Of(cluster, style);
        PutCell(x, y, first);
        if (second is { } next)
        {
            PutCell(x + 1, y, next);
        }

        return x + width;
    }

    private int WritePlain(int x, int y, string text, Style style)
    {
        var row = area.Y + y;
        if (row >= clip.Y && row < clip.Bottom)
        {
            var from = Math.Max(0, clip.X - area.X - x);
            var to = Math.Min(text.Length, clip.Right - area.X - x);
            for (var i = from; i < to; i++)
            {
                frame.Buffer.Put(area.X + x + i, row, new Cell(text[i], null, 1, style));
            }
        }

        return x + text.Length;
    }

    private void PutCell(int x, int y, Cell cell)
    {
        var (column, row) = (area.X + x, area.Y + y);
        if (cell.Width == 1 || (clip.Contains(column, row) && clip.Contains(column + 1, row)))
        {
            if (clip.Contains(column, row))
            {
                frame.Buffer.Put(column, row, cell);
            }

            return;
        }

        // Half of a wide character cannot be drawn.
        var blank = new Cell(' ', null, 1, cell.Style);
        for (var i = column; i < column + 2; i++)
        {
            if (clip.Contains(i, row))
            {
                frame.Buffer.Put(i, row, blank);
            }
        }
    }

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            // Frames and blocks are as plain as letters here.
            if (!Harmless.IsPlain(character) && character is not (>= '\u2500' and <= '\u25A9'))
            {
                return false;
            }
        }

        return true;
    }
}
