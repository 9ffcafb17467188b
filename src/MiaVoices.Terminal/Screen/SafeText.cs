using System.Globalization;

namespace MiaVoices.Terminal.Screen;

/// <summary>A text that may be sent to a terminal, with its grapheme clusters, their widths and where they stood in the text it was made from. Immutable.</summary>
public sealed class SafeText
{
    private readonly Glyph[] glyphs;

    internal SafeText(string text, Glyph[] glyphs)
    {
        Text = text;
        this.glyphs = glyphs;
    }

    /// <summary>The text, as <see cref="Glyphs.Safe"/> makes it.</summary>
    public string Text { get; }

    /// <summary>The clusters in order; together they are the whole of <see cref="Text"/>.</summary>
    public IReadOnlyList<Glyph> Clusters => glyphs;

    /// <summary>The columns of its widest line; a tab counts one.</summary>
    public int Width
    {
        get
        {
            var widest = 0;
            var line = 0;
            foreach (var cluster in glyphs)
            {
                line = Characters(cluster) is "\n" ? 0 : line + cluster.Width;
                widest = Math.Max(widest, line);
            }

            return widest;
        }
    }

    /// <summary>Makes a text safe and cuts it into clusters.</summary>
    /// <param name="source">Any UTF-16, also ill-formed.</param>
    public static SafeText Of(string source) => Of(source, Whitespace.Kept);

    internal static SafeText Of(string source, Whitespace whitespace)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = Harmless.Make(source, whitespace, out var offsets);
        // Without offsets every character is plain: one column, and a cluster of its own.
        var glyphs = new List<Glyph>(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var length = offsets is null ? 1 : StringInfo.GetNextTextElementLength(text, start);
            var end = start + length;
            glyphs.Add(offsets is null
                ? new Glyph(start, 1, 1, start, end)
                : new Glyph(start, length, ClusterWidth.Of(text.AsSpan(start, length)), offsets[start], offsets[end - 1] + 1));
            start = end;
        }

        return new SafeText(text, [.. glyphs]);
    }

    internal ReadOnlySpan<char> Characters(Glyph glyph) => Text.AsSpan(glyph.Start, glyph.Length);

    /// <summary>The sum of the widths of some clusters.</summary>
    internal int WidthOf(int first, int count)
    {
        var width = 0;
        for (var i = first; i < first + count; i++)
        {
            width += glyphs[i].Width;
        }

        return width;
    }

    /// <summary>The text of some clusters.</summary>
    internal ReadOnlySpan<char> Slice(int first, int count) => count == 0
        ? []
        : Text.AsSpan(glyphs[first].Start, glyphs[first + count - 1].Start + glyphs[first + count - 1].Length - glyphs[first].Start);

    /// <summary>How many of the first clusters fit into some columns.</summary>
    internal int FirstThatFit(int columns)
    {
        var width = 0;
        for (var i = 0; i < glyphs.Length; i++)
        {
            width += glyphs[i].Width;
            if (width > columns)
            {
                return i;
            }
        }

        return glyphs.Length;
    }
}
