namespace MiaVoices.Core.Figures;

/// <summary>k of n.</summary>
/// <param name="Persons">Persons with at least one coding of the theme.</param>
/// <param name="Of">Persons who could have had one: those with at least one segment of their own.</param>
/// <param name="Suppressed">True when the number may not be shown outside. The base may always be.</param>
public readonly record struct Share(int Persons, int Of, bool Suppressed = false)
{
    /// <summary>With a smaller base no percentage is shown unless the project says otherwise: one person would be more than five points.</summary>
    public const int LeastBase = 20;

    /// <summary>The least base that a percentage is shown of.</summary>
    public int PercentFrom { get; init; } = LeastBase;

    /// <summary>k/n as a fraction of 1; null where the number is suppressed or the base below <see cref="PercentFrom"/>.</summary>
    public double? Fraction => Suppressed || Of == 0 || Of < PercentFrom ? null : (double)Persons / Of;
}
