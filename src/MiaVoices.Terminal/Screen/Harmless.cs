using System.Globalization;
using System.Text;

namespace MiaVoices.Terminal.Screen;

/// <summary>
/// Decides about every character of a text from a file: kept, shown as a mark, or dropped. What could command the terminal
/// is marked, so that a person sees that something was there; what is invisible and only reorders or hides text is dropped.
/// </summary>
internal static class Harmless
{
    /// <summary>Stands for a character that is not shown. It is one column wide.</summary>
    public const char Mark = '·';

    private const int BlackFlag = 0x1F3F4;

    private enum Fate
    {
        Keep,
        Mark,
        Drop,
        Space,
    }

    /// <summary>
    /// Whether a character is harmless, one column wide and a cluster of its own as long as all its neighbours are such
    /// characters too: printable ASCII, the Latin letters and common punctuation.
    /// </summary>
    public static bool IsPlain(char character) => character
        is (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u024F' and not '\u00AD') or (>= '\u2010' and <= '\u2027');

    /// <summary>Makes a text safe.</summary>
    /// <param name="source">Any UTF-16, also ill-formed.</param>
    /// <param name="whitespace">What becomes of line feeds and tabs.</param>
    /// <param name="offsets">For each code unit of the result, the code unit of <paramref name="source"/> that it stands for; null where nothing moved.</param>
    /// <returns>The safe text: the same instance when there was nothing to change.</returns>
    public static string Make(string source, Whitespace whitespace, out int[]? offsets)
    {
        offsets = null;
        var first = FirstDoubtful(source);
        if (first < 0)
        {
            return source;
        }

        var result = new StringBuilder(source, 0, first, source.Length);
        var origins = new List<int>(source.Length);
        for (var i = 0; i < first; i++)
        {
            origins.Add(i);
        }

        var flagTags = false;
        for (var i = first; i < source.Length;)
        {
            var wellFormed = Rune.DecodeFromUtf16(source.AsSpan(i), out var rune, out var length) == System.Buffers.OperationStatus.Done;
            var fate = wellFormed ? FateOf(source, i, rune.Value, whitespace, flagTags) : Fate.Mark;
            switch (fate)
            {
                case Fate.Keep:
                    result.Append(source, i, length);
                    for (var unit = 0; unit < length; unit++)
                    {
                        origins.Add(i + unit);
                    }

                    break;
                case Fate.Mark:
                case Fate.Space:
                    result.Append(fate == Fate.Mark ? Mark : ' ');
                    origins.Add(i);
                    break;
            }

            if (fate != Fate.Drop)
            {
                flagTags = fate == Fate.Keep && (rune.Value == BlackFlag || (flagTags && IsTag(rune.Value)));
            }

            i += length;
        }

        offsets = [.. origins];
        return result.ToString();
    }

    private static int FirstDoubtful(string source)
    {
        for (var i = 0; i < source.Length; i++)
        {
            if (!IsPlain(source[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static Fate FateOf(string source, int at, int codePoint, Whitespace whitespace, bool afterFlag)
    {
        switch (codePoint)
        {
            case '\n':
                return whitespace == Whitespace.OneLine ? Fate.Space : Fate.Keep;
            case '\t':
                return whitespace == Whitespace.Kept ? Fate.Keep : Fate.Space;
            case '\r':
                return at + 1 < source.Length && source[at + 1] == '\n' ? Fate.Drop : Fate.Mark;
        }

        // U+FFFE, U+FFFF and their like in every plane, and U+FDD0–FDEF, are never characters.
        if ((codePoint & 0xFFFE) == 0xFFFE || codePoint is >= 0xFDD0 and <= 0xFDEF)
        {
            return Fate.Mark;
        }

        return CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.Control => Fate.Mark,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Fate.Space,
            UnicodeCategory.Format when !IsNeededFormat(codePoint) && !(afterFlag && IsTag(codePoint)) => Fate.Drop,
            _ => Fate.Keep,
        };
    }

    // The joiners shape emoji and Indic and Persian words; the others are the visible signs before Arabic, Syriac and Kaithi numbers.
    private static bool IsNeededFormat(int codePoint) => codePoint
        is 0x200C or 0x200D
        or (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD;

    // Tags spell the region of a flag (England's, Wales'); anywhere else they are invisible text.
    private static bool IsTag(int codePoint) => codePoint is >= 0xE0020 and <= 0xE007F;
}
