namespace MiaVoices.Core;

/// <summary>How sure an interval is to hold the share, if those counted are a random sample.</summary>
public enum IntervalLevel
{
    /// <summary>90 %: figures on how good suggestions are.</summary>
    Ninety,

    /// <summary>95 %: shares of surveys.</summary>
    NinetyFive,
}

/// <summary>Bounds of a share, both 0–1.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
public readonly record struct WilsonInterval(double Lower, double Upper)
{
    /// <summary>
    /// The score interval of Wilson (Journal of the American Statistical Association 22, 1927): the shares p that are no
    /// further from some/all than the level's quantile times √(p(1 − p)/all). It supposes that those counted are a random
    /// sample of many; where everyone was asked it says too much. 0–1 where nobody was counted.
    /// </summary>
    /// <param name="some">How many have it, 0 to <paramref name="all"/>.</param>
    /// <param name="all">How many were counted.</param>
    /// <param name="level">How sure the interval is.</param>
    public static WilsonInterval Of(int some, int all, IntervalLevel level)
    {
        if (all == 0)
        {
            return new WilsonInterval(0, 1);
        }

        // Two-sided quantiles of the normal distribution.
        var quantile = level == IntervalLevel.Ninety ? 1.6448536269514722 : 1.959963984540054;
        var (k, n) = ((double)some, (double)all);
        var squared = quantile * quantile;
        var centre = (k + (squared / 2)) / (n + squared);
        var half = quantile / (n + squared) * Math.Sqrt((k * (n - k) / n) + (squared / 4));
        return new WilsonInterval(some == 0 ? 0 : centre - half, some == all ? 1 : centre + half);
    }
}
