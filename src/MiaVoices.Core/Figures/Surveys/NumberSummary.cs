namespace MiaVoices.Core.Figures.Surveys;

/// <summary>
/// The middle of numbers. The median and quartiles are those of Tukey's hinges: the median of all, and the medians of the
/// lower and the upper half, the middle one belonging to both where the number of values is odd (Tukey, Exploratory Data
/// Analysis, 1977). Exact: values are decimals and only halved.
/// </summary>
/// <param name="Median">The median.</param>
/// <param name="Lower">The lower quartile; null where it may not be shown.</param>
/// <param name="Upper">The upper quartile; null where it may not be shown.</param>
public sealed record NumberSummary(decimal Median, decimal? Lower, decimal? Upper)
{
    /// <summary>Of values in order; null where there are none, or so few that a person's own value could be read from it.</summary>
    /// <param name="ordered">The values, the least first.</param>
    /// <param name="threshold">
    /// How many must lie on each side of what is shown: a median then takes twice as many values and quartiles four times;
    /// 0 for no limit.
    /// </param>
    public static NumberSummary? Of(IReadOnlyList<decimal> ordered, int threshold)
    {
        ArgumentNullException.ThrowIfNull(ordered);
        if (ordered.Count == 0 || ordered.Count < 2 * threshold)
        {
            return null;
        }

        var half = (ordered.Count + 1) / 2;
        var hasQuartiles = ordered.Count >= 4 * threshold;
        return new NumberSummary(
            Middle(ordered, 0, ordered.Count),
            hasQuartiles ? Middle(ordered, 0, half) : null,
            hasQuartiles ? Middle(ordered, ordered.Count - half, half) : null);
    }

    private static decimal Middle(IReadOnlyList<decimal> ordered, int start, int count) =>
        count % 2 == 1 ? ordered[start + (count / 2)] : (ordered[start + (count / 2) - 1] + ordered[start + (count / 2)]) / 2;
}
