namespace MiaVoices.Core.Figures.Agreement;

/// <summary>
/// Agreement of any number of coders on categories without order, also where not all have judged all units:
/// α = 1 − Do / De, from the table of coincidences (K. Krippendorff, "Computing Krippendorff's alpha-reliability",
/// University of Pennsylvania, 2011; "Content analysis", 3rd edition 2013, ch. 12). Pure; thread-safe.
/// </summary>
public static class KrippendorffAlpha
{
    /// <summary>α for nominal data; 1 is full agreement, 0 what chance would give, below 0 less than that.</summary>
    /// <param name="units">For each unit the categories that those who judged it chose, in any order. Units with fewer than two are left out, since nothing can be compared there.</param>
    /// <returns>Null where no unit was judged twice, or where all chose one category: then there is nothing to disagree on and α is 0 / 0.</returns>
    public static double? Nominal(IEnumerable<IReadOnlyCollection<int>> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var all = units.ToList();
        var categories = all.SelectMany(u => u).Distinct().Index().ToDictionary(c => c.Item, c => c.Index);
        return OfCounts(categories.Count, all.Select(unit =>
        {
            var counts = new int[categories.Count];
            foreach (var value in unit)
            {
                counts[categories[value]]++;
            }

            return (counts, 1L);
        }));
    }

    /// <summary>α for what was set or not.</summary>
    /// <param name="units">How many set it, how many did not, and in how many units that is so.</param>
    internal static double? Binary(IEnumerable<(int Yes, int No, long Units)> units) => OfCounts(2, units.Select(u => (new[] { u.Yes, u.No }, u.Units)));

    private static double? OfCounts(int categories, IEnumerable<(int[] Counts, long Units)> units)
    {
        var (values, all, differing) = (new long[categories], 0L, 0.0);
        foreach (var (counts, times) in units)
        {
            var m = counts.Sum();
            if (m < 2)
            {
                continue;
            }

            // Of the m (m − 1) ordered pairs in a unit those that differ; a unit weighs as many values as it holds.
            differing += (double)times * (((long)m * m) - counts.Sum(c => (long)c * c)) / (m - 1);
            all += times * m;
            for (var i = 0; i < categories; i++)
            {
                values[i] += times * counts[i];
            }
        }

        var expected = ((Int128)all * all) - values.Aggregate((Int128)0, (sum, v) => sum + ((Int128)v * v));
        return expected == 0 ? null : 1 - (differing * (all - 1) / (double)expected);
    }
}
