namespace MiaVoices.Core.Figures;

/// <summary>Codings that overlap in the text.</summary>
internal static class Overlaps
{
    /// <summary>
    /// For each two codes, the pairs of codings that share at least one character, one of them of the first code and the
    /// other of the second (or of codes below); a pair counts once for each two codes. One pass over the codings in the
    /// order of the text, with those that still stand open.
    /// </summary>
    /// <param name="codings">The codings, in any order.</param>
    /// <param name="place">Row of each code.</param>
    /// <param name="line">For each row, its own and those of the codes above.</param>
    public static int[,] Count(IEnumerable<CrossCoding> codings, IReadOnlyDictionary<Guid, int> place, int[][] line)
    {
        var counts = new int[place.Count, place.Count];
        var seen = new HashSet<(int, int)>();
        foreach (var source in codings.Where(c => place.ContainsKey(c.Code)).GroupBy(c => c.Source))
        {
            var open = new List<CrossCoding>();
            foreach (var coding in source.OrderBy(c => c.Start))
            {
                open.RemoveAll(o => o.End <= coding.Start);
                foreach (var other in open)
                {
                    Add(line[place[other.Code]], line[place[coding.Code]]);
                }

                open.Add(coding);
            }
        }

        return counts;

        void Add(int[] one, int[] two)
        {
            seen.Clear();
            foreach (var a in one)
            {
                foreach (var b in two)
                {
                    // Both may lie under one code: (a, b) and (b, a) are then the same pair of codes.
                    if (a != b && seen.Add((Math.Min(a, b), Math.Max(a, b))))
                    {
                        counts[a, b]++;
                        counts[b, a]++;
                    }
                }
            }
        }
    }
}
