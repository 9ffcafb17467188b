namespace MiaVoices.Core.Figures;

/// <summary>
/// Which numbers may be shown outside. A number of persons from 1 up to below the threshold is not shown; in a group
/// smaller than the threshold neither "none" nor "all" is, unless nobody at all is meant. Where other numbers would give a
/// hidden one away, more is hidden (<see cref="Disclosure.DisclosurePlan"/>). Bases (how many were asked) are always shown.
/// Pure; thread-safe.
/// </summary>
public static class Suppression
{
    /// <summary>The threshold unless the project says otherwise.</summary>
    public const int Default = 5;

    /// <summary>Marks a number that stands alone; one that is marked already stays so.</summary>
    public static Share Mark(Share share, int threshold) => share with { Suppressed = share.Suppressed || IsSmall(share, threshold) };

    internal static bool IsSmall(Share share, int threshold) =>
        (share.Persons > 0 && share.Persons < threshold)
        || (share.Of > 0 && share.Of < threshold && (share.Persons == 0 || share.Persons == share.Of));
}
