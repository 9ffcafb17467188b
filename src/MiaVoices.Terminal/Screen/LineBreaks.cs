namespace MiaVoices.Terminal.Screen;

/// <summary>Breaks safe text into lines of a greatest width: at spaces, and inside a word only where the word alone is too wide.</summary>
internal static class LineBreaks
{
    /// <summary>The lines as ranges of clusters; the spaces at a break belong to no line, nor do line feeds.</summary>
    /// <param name="text">A text without tabs.</param>
    /// <param name="width">The columns of a line, at least 2: a wide cluster needs them.</param>
    public static List<(int First, int Count)> Of(SafeText text, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        var lines = new List<(int First, int Count)>();
        var start = 0;
        for (var i = 0; i <= text.Clusters.Count; i++)
        {
            if (i == text.Clusters.Count || IsLineFeed(text, i))
            {
                AddParagraph(text, start, i, width, lines);
                start = i + 1;
            }
        }

        return lines;
    }

    /// <summary>The end of a range of clusters without the spaces that close it.</summary>
    public static int TrimmedEnd(SafeText text, int first, int end)
    {
        while (end > first && IsBreakingSpace(text, end - 1))
        {
            end--;
        }

        return end;
    }

    private static void AddParagraph(SafeText text, int first, int end, int width, List<(int First, int Count)> lines)
    {
        var countBefore = lines.Count;
        var start = first;
        var wordStart = first;
        var used = 0;
        for (var i = first; i < end; i++)
        {
            used += text.Clusters[i].Width;
            if (IsBreakingSpace(text, i))
            {
                // Spaces hang over the edge: they are trimmed if a break comes here.
                wordStart = i + 1;
                continue;
            }

            while (used > width)
            {
                var lineEnd = TrimmedEnd(text, start, wordStart);
                if (lineEnd > start)
                {
                    lines.Add((start, lineEnd - start));
                    start = wordStart;
                }
                else if (wordStart > start)
                {
                    // Rather a word without its indentation than a cut word.
                    start = wordStart;
                }
                else
                {
                    lines.Add((start, i - start));
                    start = i;
                    wordStart = i;
                }

                used = text.WidthOf(start, i + 1 - start);
            }
        }

        var last = TrimmedEnd(text, start, end);
        if (last > start || lines.Count == countBefore)
        {
            lines.Add((start, last - start));
        }
    }

    private static bool IsLineFeed(SafeText text, int index) => text.Characters(text.Clusters[index]) is "\n";

    // Not the no-break spaces U+00A0, U+2007 and U+202F.
    private static bool IsBreakingSpace(SafeText text, int index)
    {
        var characters = text.Characters(text.Clusters[index]);
        return characters.Length == 1
            && characters[0] is ' ' or '\u1680' or (>= '\u2000' and <= '\u2006') or (>= '\u2008' and <= '\u200A') or '\u205F' or '\u3000';
    }
}
