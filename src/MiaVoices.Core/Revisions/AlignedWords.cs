using System.Globalization;
using System.Text;
using MiaVoices.Core.Language;

namespace MiaVoices.Core.Revisions;

/// <summary>Words and signs as alignment sees them.</summary>
internal static class AlignedWords
{
    private const int LongestWord = 100;

    /// <summary>Runs of letters, digits and what belongs to them; every other sign but white space is a word of its own.</summary>
    public static List<(int Start, int End)> Split(string text)
    {
        var words = new List<(int, int)>(text.Length / 5);
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var word = false;
            while (i < text.Length)
            {
                _ = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
                var belongs = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
                if (!belongs)
                {
                    if (!word)
                    {
                        i += length;
                    }

                    break;
                }

                word = true;
                i += length;
            }

            words.Add((start, i));
        }

        return words;
    }

    /// <summary>The same number for the same word.</summary>
    public static int[] Number(string text, List<(int Start, int End)> words, Dictionary<string, int> numbers)
    {
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var result = new int[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var word = text.AsSpan(words[i].Start, words[i].End - words[i].Start);
            if (!lookup.TryGetValue(word, out var number))
            {
                number = numbers.Count;
                lookup[word] = number;
            }

            result[i] = number;
        }

        return result;
    }

    /// <summary>How many letters and digits there are.</summary>
    public static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? 1 : 0;
        }

        return letters;
    }

    /// <summary>
    /// 1 − d / length of the longer, where d counts the letters to put in, take out, change or swap, whatever the letter case;
    /// 0 where that would be under <paramref name="least"/>.
    /// </summary>
    public static double Likeness(ReadOnlySpan<char> a, ReadOnlySpan<char> b, double least)
    {
        var longest = Math.Max(a.Length, b.Length);
        if (longest > LongestWord)
        {
            return 0;
        }

        Span<char> folded = stackalloc char[2 * LongestWord];
        var first = folded[..a.Length];
        var second = folded.Slice(a.Length, b.Length);
        a.ToLowerInvariant(first);
        b.ToLowerInvariant(second);
        var apart = EditDistance.Within(first, second, (int)((1 - least) * longest));
        return apart < 0 ? 0 : 1 - ((double)apart / longest);
    }
}
