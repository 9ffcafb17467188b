using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Flow;

/// <summary>
/// A text broken into lines of some columns. The lines meet without a gap: spaces at a break belong to the line that they end, so
/// every offset has one place. Lines are measured when they are asked for.
/// </summary>
internal sealed class WrappedText
{
    private readonly int[] starts;
    private readonly int[] shownStarts;
    private readonly SafeText?[] lines;

    private WrappedText(string text, int width, int[] shownStarts)
    {
        Text = text;
        Width = width;
        this.shownStarts = shownStarts;
        starts = [.. shownStarts];
        starts[0] = 0;
        lines = new SafeText?[starts.Length];
    }

    public string Text { get; }

    public int Width { get; }

    /// <summary>How many lines there are, at least one.</summary>
    public int Count => starts.Length;

    public static WrappedText Of(string text, int width)
    {
        var columns = Math.Max(2, width);
        if (text.Length * 2 <= columns && !text.Contains('\n', StringComparison.Ordinal))
        {
            return new WrappedText(text, width, [0]);
        }

        var safe = SafeText.Of(text, Whitespace.TabsAsSpaces);
        int[] found = [.. LineBreaks.Of(safe, columns).Select(line => line.First < safe.Clusters.Count ? safe.Clusters[line.First].SourceStart : text.Length)];
        return new WrappedText(text, width, found);
    }

    public int Start(int line) => starts[line];

    /// <summary>Where the next line starts, or the text ends.</summary>
    public int End(int line) => line + 1 < starts.Length ? starts[line + 1] : Text.Length;

    public int LineOf(int offset)
    {
        var found = Array.BinarySearch(starts, offset);
        return found >= 0 ? LastOfEqual(found) : Math.Max(0, ~found - 1);
    }

    /// <summary>What a line shows, and the offset that it begins at.</summary>
    public (SafeText Line, int Start) Shown(int line) =>
        (lines[line] ??= SafeText.Of(Text[shownStarts[line]..End(line)], Whitespace.TabsAsSpaces), shownStarts[line]);

    /// <summary>The column of an offset in a line, perhaps beyond the width where spaces hang over it.</summary>
    public int ColumnOf(int line, int offset)
    {
        var (shown, start) = Shown(line);
        var column = 0;
        foreach (var glyph in shown.Clusters)
        {
            if (start + glyph.SourceEnd > offset)
            {
                break;
            }

            column += glyph.Width;
        }

        return column;
    }

    /// <summary>The offset of the cluster at a column; behind the last one, the end of the line.</summary>
    public int OffsetAt(int line, int column)
    {
        var (shown, start) = Shown(line);
        var x = 0;
        foreach (var glyph in shown.Clusters)
        {
            x += glyph.Width;
            if (x > column && glyph.Width > 0)
            {
                return start + glyph.SourceStart;
            }
        }

        return CaretEnd(line);
    }

    /// <summary>The last offset that is shown in a line: before the space or line feed that ends it, so that it is not the next line's first.</summary>
    public int CaretEnd(int line)
    {
        if (line == Count - 1 && !Text.EndsWith('\n'))
        {
            return Text.Length;
        }

        var (shown, start) = Shown(line);
        return shown.Clusters.Count == 0 ? start : start + shown.Clusters[^1].SourceStart;
    }

    // An empty line has the same start as the next one only at the end of the text.
    private int LastOfEqual(int found)
    {
        while (found + 1 < starts.Length && starts[found + 1] == starts[found])
        {
            found++;
        }

        return found;
    }
}
