namespace MiaVoices.Core.Suggestions;

/// <summary>Bounds of a share, both 0–1.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
public readonly record struct WilsonInterval(double Lower, double Upper)
{
    /// <summary>The two-sided 90 % quantile of the normal distribution.</summary>
    private const double Quantile = 1.6448536269514722;

    /// <summary>The 90 % score interval of Wilson (1927) for some of a number; 0–1 where the number is 0.</summary>
    public static WilsonInterval Of(int some, int all)
    {
        if (all == 0)
        {
            return new WilsonInterval(0, 1);
        }

        var share = (double)some / all;
        var squared = Quantile * Quantile;
        var centre = (share + (squared / (2 * all))) / (1 + (squared / all));
        var half = Quantile / (1 + (squared / all)) * Math.Sqrt((share * (1 - share) / all) + (squared / (4.0 * all * all)));
        return new WilsonInterval(some == 0 ? 0 : centre - half, some == all ? 1 : centre + half);
    }
}
