using System.Globalization;

namespace MiaVoices.Terminal.Screen;

/// <summary>
/// The columns a grapheme cluster fills: 2 for East Asian wide and for emoji in their coloured form, 0 for a cluster of
/// nothing but combining marks and for a line feed, otherwise 1. A tab counts 1: the laying functions make it a space.
/// </summary>
internal static class ClusterWidth
{
    private const int EmojiForm = 0xFE0F;

    /// <summary>Measures one cluster of safe text.</summary>
    public static int Of(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1)
        {
            return OfCodePoint(cluster[0]);
        }

        var width = 0;
        var previous = 0;
        foreach (var rune in cluster.EnumerateRunes())
        {
            // Two regional indicators in one cluster are a flag, U+FE0F asks for the emoji form of what stands before it.
            if ((IsRegionalIndicator(rune.Value) && IsRegionalIndicator(previous))
                || (rune.Value == EmojiForm && WidthTable.IsWideAsEmoji(previous)))
            {
                return 2;
            }

            width = Math.Max(width, OfCodePoint(rune.Value));
            previous = rune.Value;
        }

        return width;
    }

    private static int OfCodePoint(int codePoint)
    {
        if (codePoint < 0x0300)
        {
            return codePoint == '\n' ? 0 : 1;
        }

        if (CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            || IsJoiningJamo(codePoint))
        {
            return 0;
        }

        return WidthTable.IsWide(codePoint) ? 2 : 1;
    }

    // Vowels and finals of Hangul are drawn into the initial before them.
    private static bool IsJoiningJamo(int codePoint) => codePoint is (>= 0x1160 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FF);

    private static bool IsRegionalIndicator(int codePoint) => codePoint is >= 0x1F1E6 and <= 0x1F1FF;
}
