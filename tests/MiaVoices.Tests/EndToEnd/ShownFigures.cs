using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>
/// Numbers as a report shows them, held against the truth. Percentages are reckoned with whole numbers: halves go away from
/// nought, and there is none of fewer than twenty.
/// </summary>
/// <param name="hides">Whether the report hides small numbers.</param>
internal sealed partial class ShownFigures(bool hides)
{
    private const int Threshold = 5;
    private const int LeastBase = 20;
    private const string Hidden = "..";

    /// <summary>How many numbers have been seen to be true.</summary>
    public int True { get; private set; }

    /// <summary>How many were hidden.</summary>
    public int Unseen { get; private set; }

    /// <summary>"12 (39 %)" under a heading that states the base.</summary>
    public void Cell(string shown, int k, int n)
    {
        if (IsHidden(shown))
        {
            return;
        }

        Assert.False(hides && (k is > 0 and < Threshold || n < Threshold), $"{shown}: {k} of {n} is small");
        Assert.Equal(n < LeastBase ? $"{k}" : $"{k} ({Percent(k, n)})", shown);
        True++;
    }

    /// <summary>"12 av 31 (39 %)", or "(39 %)" left out.</summary>
    public void Of(string shown, int k, int n, bool percent = true)
    {
        var match = KofN().Match(shown);
        Assert.True(match.Success, shown);
        if (match.Groups["n"].Value == Hidden)
        {
            Assert.True(hides);
            Unseen++;
            Persons(match.Groups["k"].Value, k);
            return;
        }

        Assert.Equal(n, Number(match.Groups["n"].Value));
        if (!IsHidden(match.Groups["k"].Value))
        {
            Assert.Equal($"{k} av {n}" + (n < LeastBase || !percent ? "" : $" ({Percent(k, n)})"), shown);
            True++;
        }
    }

    /// <summary>A whole number, or two points.</summary>
    public void Whole(string shown, int truth)
    {
        if (!IsHidden(shown))
        {
            Assert.Equal(truth, Number(shown));
            True++;
        }
    }

    /// <summary>A number of persons that may be small: a few are never shown outside.</summary>
    public void Persons(string shown, int truth)
    {
        if (!IsHidden(shown))
        {
            Assert.False(hides && truth is > 0 and < Threshold, $"{shown} is small");
            Whole(shown, truth);
        }
    }

    /// <summary>A text that holds a number told above.</summary>
    public void Text(string shown, string truth)
    {
        if (!IsHidden(shown))
        {
            Assert.Equal(truth, shown);
            True++;
        }
    }

    /// <summary>A bar of thirty parts is as long as its share.</summary>
    public static void Bar(string line, int k, int n) => Assert.Equal(((60 * k) + n) / (2 * n), line.Count(c => c == '█'));

    public static string Percent(int k, int n) => $"{((200 * k) + n) / (2 * n)} %";

    /// <summary>A rate with a decimal.</summary>
    public static string Rate(int k, int n) => Tenths(((2_000L * k) + n) / (2 * n)) + " %";

    /// <summary>Percentage points from one share to another, with a decimal and a sign.</summary>
    public static string Points(int k1, int n1, int k2, int n2)
    {
        var (over, under) = (1_000L * (((long)k2 * n1) - ((long)k1 * n2)), (long)n1 * n2);
        var tenths = ((2 * Math.Abs(over)) + under) / (2 * under);
        return (tenths == 0 ? "" : over > 0 ? "+" : "−") + Tenths(tenths);
    }

    public static int Number(string text) => int.Parse(text.Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Tenths(long tenths) => FormattableString.Invariant($"{tenths / 10},{tenths % 10}");

    private bool IsHidden(string shown)
    {
        if (shown != Hidden)
        {
            return false;
        }

        Assert.True(hides, "hidden in a report that shows all");
        Unseen++;
        return true;
    }

    [GeneratedRegex(@"^(?<k>\.\.|\d[\d ]*) av (?<n>\.\.|\d[\d ]*)(?: \(\d+ %\))?$")]
    private static partial Regex KofN();
}
