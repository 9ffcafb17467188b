namespace MiaVoices.Core.Figures.Surveys;

/// <summary>
/// A share kept as the two whole numbers it is made of, so that nothing is lost before it is shown. The one place where
/// figures of surveys are rounded: halves away from zero (2,5 → 3, −2,5 → −3), always from the whole numbers and never
/// from a number that was rounded before. Percentages are shown whole, response rates and changes in percentage points
/// with one decimal.
/// </summary>
/// <param name="Part">How many, 0 or more.</param>
/// <param name="Whole">Of how many; above 0 wherever a value is asked for.</param>
public readonly record struct Ratio(int Part, int Whole)
{
    /// <summary>Decimals of a percentage.</summary>
    public const int PercentDecimals = 0;

    /// <summary>Decimals of a response rate in percent, and of a change in percentage points.</summary>
    public const int FineDecimals = 1;

    /// <summary>The share as a fraction of 1, the nearest double.</summary>
    public double Value => (double)Part / Whole;

    /// <summary>The share in percent, rounded, in units of the last decimal: 278 is 27,8 % with one decimal.</summary>
    /// <param name="decimals">0 to 6.</param>
    public long Percent(int decimals) => Rounded((Int128)Part * 100 * Power(decimals), Whole);

    /// <summary>The change from one share to a later one in percentage points, rounded, in units of the last decimal.</summary>
    /// <param name="from">The earlier share.</param>
    /// <param name="to">The later share.</param>
    /// <param name="decimals">0 to 6.</param>
    public static long Points(Ratio from, Ratio to, int decimals) => Rounded(Difference(from, to) * 100 * Power(decimals), (Int128)from.Whole * to.Whole);

    /// <summary>The change in percentage points as the nearest double, not rounded.</summary>
    public static double Points(Ratio from, Ratio to) => (double)(Difference(from, to) * 100) / ((double)from.Whole * to.Whole);

    /// <summary>Whether the share is a target or more.</summary>
    /// <param name="target">Fraction of 1, meant as it is written in decimals: 0.6 is 6/10.</param>
    public bool Reaches(double target) => Part >= (decimal)target * Whole;

    private static Int128 Difference(Ratio from, Ratio to) => ((Int128)to.Part * from.Whole) - ((Int128)from.Part * to.Whole);

    private static Int128 Power(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 6);
        Int128 power = 1;
        for (var i = 0; i < decimals; i++)
        {
            power *= 10;
        }

        return power;
    }

    private static long Rounded(Int128 part, Int128 whole)
    {
        if (whole <= 0)
        {
            throw new DivideByZeroException();
        }

        var twice = Int128.Abs(part) * 2;
        return (long)(Int128.Sign(part) * ((twice + whole) / (whole * 2)));
    }
}
