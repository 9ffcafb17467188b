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

    /// <summary>The least threshold a project may have.</summary>
    public const int Least = 3;

    /// <summary>The greatest threshold a project may have.</summary>
    public const int Greatest = 20;

    /// <summary>
    /// Above this threshold a hidden number is safe even from a reader who guesses rightly that it is small; at 3 that guess
    /// alone leaves 1 and 2, whatever else is hidden.
    /// </summary>
    internal const int LeastGuessed = 3;

    /// <summary>Marks a number that stands alone; one that is marked already stays so.</summary>
    public static Share Mark(Share share, int threshold) => share with { Suppressed = share.Suppressed || IsSmall(share, threshold) };

    /// <summary>Whether all of a group that is hardly larger than the threshold are told: of 5 to 9 where it is 5.</summary>
    public static bool IsUnanimous(Share share, int threshold) => !share.Suppressed && share.Persons == share.Of && share.Of >= threshold && share.Of < 2 * threshold;

    internal static bool IsSmall(Share share, int threshold) =>
        (share.Persons > 0 && share.Persons < threshold)
        || (share.Of > 0 && share.Of < threshold && (share.Persons == 0 || share.Persons == share.Of));
}
