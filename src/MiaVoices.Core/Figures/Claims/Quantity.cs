namespace MiaVoices.Core.Figures.Claims;

/// <summary>What kind of number stands in the text.</summary>
internal enum QuantityKind
{
    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>k of n.</summary>
    Ratio,

    /// <summary>A number of persons or answers.</summary>
    Persons,

    /// <summary>A number of persons that is named as those who answered: "n = 42", "42 svarade".</summary>
    Answered,
}

/// <summary>How exactly a number is said.</summary>
internal enum Exactness
{
    Exact,
    About,
    JustUnder,
    JustOver,

    /// <summary>A bound or one end of a range: says nothing that can be checked.</summary>
    Open,
}

/// <summary>A number found in a sentence.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Start">First code unit in the sentence.</param>
/// <param name="End">One past the last.</param>
/// <param name="Value">The percentage, or the number of persons (k of a ratio).</param>
/// <param name="Of">n of a ratio.</param>
/// <param name="Decimals">Decimals of the percentage.</param>
/// <param name="Exactness">How exactly it is said.</param>
/// <param name="Text">As it stands.</param>
internal sealed record Quantity(QuantityKind Kind, int Start, int End, decimal Value, int Of, int Decimals, Exactness Exactness, string Text)
{
    private static readonly decimal[] Units = [1m, 0.1m, 0.01m, 0.001m];

    public int Count => (int)Value;

    public decimal Unit => Units[Math.Min(Decimals, 3)];

    /// <summary>Whether the percentage may be said of this share (in per cent): rounded either way at a half, or as inexactly as it is said.</summary>
    public bool Fits(decimal share) => Exactness switch
    {
        Exactness.Exact => Math.Abs(share - Value) <= Unit / 2,
        Exactness.About => Math.Abs(share - Value) <= Math.Max(2, Value / 20),
        Exactness.JustUnder => share >= Value - Math.Max(5, Value / 20) && share <= Value + (Unit / 2),
        Exactness.JustOver => share >= Value - (Unit / 2) && share <= Value + Math.Max(5, Value / 20),
        _ => true,
    };

    /// <summary>Whether some whole number of persons out of n gives the percentage.</summary>
    public bool IsPossibleOf(int n)
    {
        var k = (int)Math.Floor(Value * n / 100);
        return n <= 0 || Enumerable.Range(Math.Max(0, k - 1), 4).Any(x => x <= n && Fits(100m * x / n));
    }
}
