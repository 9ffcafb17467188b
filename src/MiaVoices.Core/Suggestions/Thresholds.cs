namespace MiaVoices.Core.Suggestions;

/// <summary>From which confidence a code is suggested.</summary>
internal static class Thresholds
{
    private const double Even = 0.5;
    private const double Alike = 0.001;
    private const double Lift = 1.5;

    /// <summary>
    /// For a code with few examples, of which little is known: as <see cref="ByExpectedF1"/>, but at least half as much again as the average
    /// confidence (or 0.5). Where all are nearly as likely F1 is best when everything is suggested, and nobody is helped by that.
    /// </summary>
    public static double ForFewExamples(double[] confidences) =>
        Math.Max(ByExpectedF1(confidences), Math.Min(Even, Lift * confidences.DefaultIfEmpty().Average()));

    /// <summary>
    /// The confidence at which the expected F1 is highest if the confidences are right: 2·Σ(p of those taken) / (number
    /// taken + Σ(all p)). Of equal ones the highest threshold. 0.5 where there is nothing to look at, and where several are equally
    /// sure to a thousandth: then none stands out, and only what is more likely than not is suggested.
    /// </summary>
    public static double ByExpectedF1(double[] confidences)
    {
        var sorted = (double[])confidences.Clone();
        Array.Sort(sorted);
        Array.Reverse(sorted);
        if (sorted.Length > 1 && sorted[0] - sorted[^1] < Alike)
        {
            return Even;
        }

        var all = sorted.Sum();
        var (taken, best, threshold) = (0.0, 0.0, Even);
        for (var count = 1; count <= sorted.Length; count++)
        {
            taken += sorted[count - 1];
            var isBorder = count == sorted.Length || sorted[count] < sorted[count - 1];
            if (isBorder && 2 * taken / (count + all) > best)
            {
                best = 2 * taken / (count + all);
                threshold = sorted[count - 1];
            }
        }

        return threshold;
    }
}
