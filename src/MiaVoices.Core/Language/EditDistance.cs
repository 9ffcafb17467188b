using System.Numerics;

namespace MiaVoices.Core.Language;

/// <summary>
/// How many letters must be put in, taken out, changed or swapped with their neighbour to make one word of another, no letter
/// touched twice: Damerau–Levenshtein distance in the form of optimal string alignment.
/// </summary>
internal static class EditDistance
{
    /// <summary>How many letters of a word may differ where nothing is said: none up to two letters, 1 up to five, then 2.</summary>
    internal static int Usual(int length) => length switch
    {
        <= 2 => 0,
        <= 5 => 1,
        _ => 2,
    };

    /// <summary>How many may differ at most: a short word with two letters changed is any word.</summary>
    internal static int Most(int length) => length switch
    {
        <= 2 => 0,
        3 => 1,
        _ => 2,
    };

    /// <summary>The letters of a word as bits. An edit changes at most two of them.</summary>
    internal static uint Letters(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var c in word)
        {
            letters |= 1u << (c & 31);
        }

        return letters;
    }

    /// <summary>False if words with these letters are surely further apart.</summary>
    internal static bool MayBeWithin(uint a, uint b, int most) => BitOperations.PopCount(a ^ b) <= 2 * most;

    /// <summary>The distance, or -1 if it is greater than <paramref name="most"/>.</summary>
    internal static int Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return -1;
        }

        var width = b.Length + 1;
        Span<int> cells = width <= 64 ? stackalloc int[3 * 64] : new int[3 * width];
        var before = cells[..width];
        var last = cells.Slice(width, width);
        var row = cells.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                row[j] = best;
                least = Math.Min(least, best);
            }

            // A swap reaches over one row, so both must have gone too far.
            if (least > most + 1)
            {
                return -1;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[b.Length] <= most ? last[b.Length] : -1;
    }
}
