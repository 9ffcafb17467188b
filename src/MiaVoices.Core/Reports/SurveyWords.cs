using System.Globalization;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;

namespace MiaVoices.Core.Reports;

/// <summary>Survey figures in Swedish numbers. Rounded as <see cref="Ratio"/> says, from whole numbers. Thread-safe.</summary>
public static class SurveyWords
{
    private const char HardSpace = '\u00A0';

    /// <summary>A whole percentage: 28 %.</summary>
    public static string Percent(Ratio share) => $"{Decimals(share.Percent(Ratio.PercentDecimals), Ratio.PercentDecimals)}{HardSpace}%";

    /// <summary>A response rate: 27,8 %.</summary>
    public static string Rate(Ratio share) => $"{Decimals(share.Percent(Ratio.FineDecimals), Ratio.FineDecimals)}{HardSpace}%";

    /// <summary>A change in percentage points, with its sign: +3,4 or −0,5.</summary>
    public static string Points(Ratio from, Ratio to)
    {
        var points = Ratio.Points(from, to, Ratio.FineDecimals);
        return (points > 0 ? "+" : "") + Decimals(points, Ratio.FineDecimals);
    }

    /// <summary>"12 av 31 (39 %)"; no percentage where the base is smaller than the least, ".." where it may not be shown.</summary>
    public static string Of(Share share, int leastBase) => SwedishText.Of(share) + (PercentOf(share, leastBase) is { } percent ? $" ({percent})" : "");

    /// <summary>"12 (39 %)", for a cell under a heading that states the base.</summary>
    public static string Cell(Share share, int leastBase) => SwedishText.Persons(share) + (PercentOf(share, leastBase) is { } percent ? $" ({percent})" : "");

    /// <summary>The percentage; null where it may not be shown or the base is too small.</summary>
    public static string? PercentOf(Share share, int leastBase) => HasPercent(share, leastBase) ? Percent(new Ratio(share.Persons, share.Of)) : null;

    /// <summary>Whether a percentage is shown of a share.</summary>
    public static bool HasPercent(Share share, int leastBase) => !share.Suppressed && share.Of > 0 && share.Of >= leastBase;

    /// <summary>The 95 % interval of a share that a percentage is shown of: 58–84 %.</summary>
    public static string Interval(Share share)
    {
        var bounds = WilsonInterval.Of(share.Persons, share.Of, IntervalLevel.NinetyFive);
        return $"{Whole(bounds.Lower)}–{Whole(bounds.Upper)}{HardSpace}%";

        static string Whole(double bound) => ((int)Math.Round(bound * 100, MidpointRounding.AwayFromZero)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A number of a question about one, with a decimal comma and no needless noughts.</summary>
    public static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',').Replace('-', '−');

    private static string Decimals(long units, int decimals)
    {
        var digits = Math.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return (units < 0 ? "−" : "") + (decimals == 0 ? digits : $"{digits[..^decimals]},{digits[^decimals..]}");
    }
}
