namespace MiaVoices.Core.Themes;

/// <summary>How often each stem stands in a set of texts, and nothing more: all that is asked of the side compared with. Immutable.</summary>
internal sealed class StemTotals
{
    private readonly int[] _counts;

    private StemTotals(int[] counts, int total)
    {
        _counts = counts;
        Total = total;
    }

    /// <summary>Number of content words.</summary>
    public int Total { get; }

    /// <summary>Counts texts.</summary>
    public static StemTotals Of(IEnumerable<ThemeText> texts, ThemeLexicon lexicon) => Of(texts.Select(text => lexicon.Stems(text.Text)));

    /// <summary>Counts texts that are given as their stems.</summary>
    public static StemTotals Of(IEnumerable<int[]> texts)
    {
        var counts = new int[1024];
        var total = 0;
        foreach (var stems in texts)
        {
            foreach (var stem in stems)
            {
                if (stem >= counts.Length)
                {
                    Array.Resize(ref counts, Math.Max(stem + 1, counts.Length * 2));
                }

                counts[stem]++;
            }

            total += stems.Length;
        }

        return new StemTotals(counts, total);
    }

    /// <summary>The counts without those of some of the texts that were counted, given as their stems.</summary>
    public StemTotals Less(IEnumerable<int[]> texts)
    {
        var counts = (int[])_counts.Clone();
        var total = Total;
        foreach (var stems in texts)
        {
            foreach (var stem in stems)
            {
                counts[stem]--;
            }

            total -= stems.Length;
        }

        return new StemTotals(counts, total);
    }

    /// <summary>How often a stem stands.</summary>
    public int Count(int stem) => stem < _counts.Length ? _counts[stem] : 0;
}
