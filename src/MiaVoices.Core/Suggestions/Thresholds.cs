namespace MiaVoices.Core.Suggestions;

/// <summary>From which confidence a code is suggested.</summary>
internal static class Thresholds
{
    /// <summary>
    /// The confidence at which the expected F1 is highest if the confidences are right: 2·Σ(p of those taken) / (number
    /// taken + Σ(all p)). Of equal ones the highest threshold. 0.5 where there is nothing to look at.
    /// </summary>
    public static double ByExpectedF1(double[] confidences)
    {
        var sorted = (double[])confidences.Clone();
        Array.Sort(sorted);
        Array.Reverse(sorted);
        var all = sorted.Sum();
        var (taken, best, threshold) = (0.0, 0.0, 0.5);
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
