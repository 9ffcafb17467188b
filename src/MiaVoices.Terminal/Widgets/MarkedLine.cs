using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>A line of text of which stretches stand out.</summary>
public static class MarkedLine
{
    /// <summary>Writes the line within some columns, with an ellipsis where it was cut.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="x">First column.</param>
    /// <param name="y">Row.</param>
    /// <param name="width">Columns; less than 1 writes nothing.</param>
    /// <param name="text">Any text.</param>
    /// <param name="marks">Stretches in UTF-16 code units of it.</param>
    /// <param name="style">How the line looks.</param>
    /// <param name="mark">Laid over the stretches; by default, the look of what a search found.</param>
    /// <returns>The column after it.</returns>
    public static int Write(Canvas canvas, int x, int y, int width, string text, IReadOnlyList<(int Start, int Length)> marks, Style style = default, Style? mark = null)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(marks);
        if (width < 1)
        {
            return x;
        }

        var safe = SafeText.Of(text, Whitespace.OneLine);
        var over = mark ?? Role.Match;
        var fits = safe.FirstThatFit(width);
        var cut = fits < safe.Clusters.Count;
        var shown = cut ? safe.FirstThatFit(width - 1) : fits;
        for (var i = 0; i < shown; i++)
        {
            var glyph = safe.Clusters[i];
            var isMarked = marks.Any(m => m.Start < glyph.SourceEnd && m.Start + m.Length > glyph.SourceStart);
            x = canvas.Put(x, y, safe.Characters(glyph), glyph.Width, isMarked ? style.With(over) : style);
        }

        return cut ? canvas.Write(x, y, Glyphs.Ellipsis, style) : x;
    }
}
