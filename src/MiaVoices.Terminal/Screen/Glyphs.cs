namespace MiaVoices.Terminal.Screen;

/// <summary>
/// The one door for text from files to a terminal: makes it safe, measures it in columns and fits it into them. Every
/// function takes any text, makes it safe itself and takes text that is already safe unchanged. Thread-safe.
/// </summary>
/// <remarks>
/// A character that could command the terminal (ESC, the other C0 characters but line feed and tab, DEL, C1 with CSI and
/// OSC), a lone surrogate and a code point that is no character become <c>·</c> each; the rest of an escape sequence
/// stays, now as plain letters. Dropped without a trace are: bidirectional controls, byte order mark, zero width space, soft
/// hyphen, other invisible format characters, tags but those of a flag, and the CR of a CRLF. U+2028 and U+2029 become a space.
/// </remarks>
public static class Glyphs
{
    /// <summary>Ends a text that was cut, one column wide.</summary>
    public const string Ellipsis = "…";

    /// <summary>The text without anything that could command the terminal. Line feeds and tabs stay.</summary>
    /// <param name="text">Any UTF-16, also ill-formed.</param>
    /// <returns>Well-formed text; making it safe again changes nothing.</returns>
    public static string Safe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Harmless.Make(text, Whitespace.Kept, out _);
    }

    /// <summary>As <see cref="Safe"/>, with every line feed and tab as a space.</summary>
    /// <param name="text">Any UTF-16, also ill-formed.</param>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Harmless.Make(text, Whitespace.OneLine, out _);
    }

    /// <summary>The columns that the text fills when shown safely; of several lines, the widest counts. A tab counts one column.</summary>
    /// <param name="text">Any UTF-16, also ill-formed.</param>
    public static int Width(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SafeText.Of(text).Width;
    }

    /// <summary>Fits a text into one line, cut between clusters where it is too wide.</summary>
    /// <param name="text">Any UTF-16; line feeds and tabs become spaces.</param>
    /// <param name="width">The columns to keep within, 0 or more.</param>
    /// <param name="ellipsis">Ends a text that was cut, within the width; left out where it does not fit itself.</param>
    public static string Truncate(string text, int width, string ellipsis = Ellipsis)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentNullException.ThrowIfNull(ellipsis);
        var safe = SafeText.Of(text, Whitespace.OneLine);
        if (safe.FirstThatFit(width) == safe.Clusters.Count)
        {
            return safe.Text;
        }

        var end = OneLine(ellipsis);
        var room = width - Width(end);
        if (room < 0)
        {
            return safe.Slice(0, safe.FirstThatFit(width)).ToString();
        }

        var kept = LineBreaks.TrimmedEnd(safe, 0, safe.FirstThatFit(room));
        return string.Concat(safe.Slice(0, kept), end);
    }

    /// <summary>Fills a one-line text with spaces on the right; a wider text is returned whole.</summary>
    /// <param name="text">Any UTF-16; line feeds and tabs become spaces.</param>
    /// <param name="width">The columns to fill, 0 or more.</param>
    public static string PadRight(string text, int width)
    {
        var line = OneLine(text);
        return line + Missing(line, width);
    }

    /// <summary>Fills a one-line text with spaces on the left; a wider text is returned whole.</summary>
    /// <param name="text">Any UTF-16; line feeds and tabs become spaces.</param>
    /// <param name="width">The columns to fill, 0 or more.</param>
    public static string PadLeft(string text, int width)
    {
        var line = OneLine(text);
        return Missing(line, width) + line;
    }

    /// <summary>Breaks a text into lines: at spaces, and inside a word, between clusters, only where the word alone is too wide.</summary>
    /// <param name="text">Any UTF-16. Its line feeds stay breaks, tabs become spaces, no-break spaces do not break.</param>
    /// <param name="width">The columns of a line, at least 2, since a wide character needs two.</param>
    /// <returns>At least one line, none wider than <paramref name="width"/>, without spaces at their ends; a leading indentation stays.</returns>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var safe = SafeText.Of(text, Whitespace.TabsAsSpaces);
        return [.. LineBreaks.Of(safe, width).Select(line => safe.Slice(line.First, line.Count).ToString())];
    }

    private static string Missing(string line, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        return new string(' ', Math.Max(0, width - Width(line)));
    }
}
