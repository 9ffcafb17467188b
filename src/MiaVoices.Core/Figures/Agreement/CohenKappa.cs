namespace MiaVoices.Core.Figures.Agreement;

/// <summary>
/// Agreement of two coders beyond chance: κ = (Po − Pe) / (1 − Pe), where Po is the share of units on which they say the same
/// and Pe what two coders with the same habits would reach by chance (J. Cohen, "A coefficient of agreement for nominal
/// scales", Educational and Psychological Measurement 20, 1960, 37–46). Pure; thread-safe.
/// </summary>
public static class CohenKappa
{
    /// <summary>
    /// κ of a square table of counts: row i, column j holds the units that the first coder put in category i and the second
    /// in j. From −1 to 1; exactly 0 where they agree as often as chance would have it.
    /// </summary>
    /// <returns>Null where there are no units, or where both put all in one category: then chance alone gives full agreement and κ is 0 / 0.</returns>
    /// <exception cref="ArgumentException">The table is not square or holds a number below 0.</exception>
    public static double? Of(IReadOnlyList<IReadOnlyList<int>> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Any(row => row.Count != table.Count || row.Any(n => n < 0)))
        {
            throw new ArgumentException("Not a square table of counts.", nameof(table));
        }

        var n = table.Sum(row => row.Sum(x => (long)x));
        var agreed = table.Select((row, i) => (long)row[i]).Sum();
        var chance = table.Select((row, i) => row.Sum(x => (long)x) * table.Sum(other => (long)other[i])).Sum();
        return Of(n, agreed, chance);
    }

    /// <summary>κ of a code that each of two coders set or did not set.</summary>
    /// <param name="both">Units where both set it.</param>
    /// <param name="first">Units where only the first did.</param>
    /// <param name="second">Units where only the second did.</param>
    /// <param name="neither">Units where neither did.</param>
    public static double? Of(int both, int first, int second, int neither) => Of([[both, first], [second, neither]]);

    /// <summary>
    /// One κ for many tables of the same coders: the means of Po and Pe take their places in the formula, so that codes with
    /// no variation do no harm (H. De Vries and others, "Using pooled kappa to summarize interrater agreement across many
    /// items", Field Methods 20, 2008, 272–282).
    /// </summary>
    /// <returns>Null where no table has units, or where chance alone gives full agreement in all.</returns>
    public static double? Pooled(IEnumerable<(int Both, int First, int Second, int Neither)> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var (sum, chance, count) = (0.0, 0.0, 0);
        foreach (var (both, first, second, neither) in tables)
        {
            var n = (double)both + first + second + neither;
            if (n > 0)
            {
                sum += (both + neither) / n;
                chance += ((((double)both + first) * ((double)both + second)) + (((double)second + neither) * ((double)first + neither))) / (n * n);
                count++;
            }
        }

        return count == 0 || count - chance < 1e-12 * count ? null : (sum - chance) / (count - chance);
    }

    /// <summary>In whole numbers until the last division, so that chance agreement is 0 and not nearly 0.</summary>
    private static double? Of(long n, long agreed, long chance)
    {
        var (over, under) = (((Int128)n * agreed) - chance, ((Int128)n * n) - chance);
        return n == 0 || under == 0 ? null : (double)over / (double)under;
    }
}
