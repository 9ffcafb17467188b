namespace MiaVoices.Core.Figures.Surveys;

/// <summary>Bounds of a share, both 0–1.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
public readonly record struct ShareInterval(double Lower, double Upper)
{
    /// <summary>The two-sided 95 % quantile of the normal distribution.</summary>
    private const double Quantile = 1.959963984540054;

    /// <summary>
    /// The 95 % score interval of Wilson (Journal of the American Statistical Association 22, 1927): the shares p that
    /// are no further from k/n than the quantile times √(p(1 − p)/n). It supposes that those who answered are a random
    /// sample of many; where everyone was asked it says too much.
    /// </summary>
    /// <param name="share">k of n, n above 0.</param>
    public static ShareInterval Of(Ratio share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share.Whole, 1, nameof(share));
        var (k, n) = ((double)share.Part, (double)share.Whole);
        var squared = Quantile * Quantile;
        var centre = (k + (squared / 2)) / (n + squared);
        var half = Quantile / (n + squared) * Math.Sqrt((k * (n - k) / n) + (squared / 4));
        return new ShareInterval(share.Part == 0 ? 0 : centre - half, share.Part == share.Whole ? 1 : centre + half);
    }
}
