using System.Globalization;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>
/// Reads a Swedish text with numbers and finds those that cannot be, that nobody can check, or that a person should look
/// at: percentages against the number of answers, parts against wholes, rates, changes, words of quantity and goals. It
/// reads by rules, so what it does not understand it leaves alone; a text without findings is not thereby right. Pure;
/// thread-safe.
/// </summary>
public static class FigureClaims
{
    /// <summary>Checks a text, plain or Markdown.</summary>
    /// <param name="text">The text; lines end in any way.</param>
    /// <returns>The findings by line.</returns>
    public static IReadOnlyList<ClaimFinding> Check(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = new ClaimText(text);
        var taken = new HashSet<Quantity>(ReferenceEqualityComparer.Instance);
        List<ClaimFinding> findings =
        [
            .. GoalRules.Check(read, taken),
            .. RateRules.Check(read, taken),
            .. RatioRules.Check(read, taken),
            .. TableRules.Check(read),
            .. ChangeRules.Check(read, taken),
            .. PartRules.Check(read),
            .. ShareRules.Check(read, taken),
            .. WordRules.Check(read),
        ];
        return [.. findings.Distinct(SamePlace.Instance).OrderBy(f => f.Line).ThenBy(f => f.Level)];
    }

    /// <summary>A percentage for an explanation, with a decimal: 19,0.</summary>
    internal static string Percent(decimal share, int decimals = 1) =>
        Math.Round(share, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('.', ',');

    internal static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private sealed class SamePlace : IEqualityComparer<ClaimFinding>
    {
        public static readonly SamePlace Instance = new();

        public bool Equals(ClaimFinding? x, ClaimFinding? y) => x?.Line == y?.Line && x?.Number == y?.Number && x?.Kind == y?.Kind;

        public int GetHashCode(ClaimFinding f) => HashCode.Combine(f.Line, f.Number, f.Kind);
    }
}
