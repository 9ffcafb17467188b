namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>
/// Numbers that a reader must reckon with: what is printed is the same, every relation holds, and something hidden is
/// small. It is the evidence that a hidden number cannot be pinned down. Immutable.
/// </summary>
/// <param name="Changes">The cells whose numbers are other than the true ones, with their numbers.</param>
public sealed record DisclosureWorld(IReadOnlyDictionary<int, int> Changes)
{
    /// <summary>The true numbers.</summary>
    public static readonly DisclosureWorld True = new(new Dictionary<int, int>());
}
