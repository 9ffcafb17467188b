namespace MiaVoices.Core.Figures;

/// <summary>
/// Which numbers may be shown outside. A number of persons from 1 up to below the threshold is not shown; in a group
/// smaller than the threshold neither "none" nor "all" is. Where a shown total would give a single hidden number away,
/// the smallest other number of the row is hidden too.
/// </summary>
public static class Suppression
{
    /// <summary>The threshold unless the project says otherwise.</summary>
    public const int Default = 5;

    /// <summary>Marks a single number.</summary>
    public static Share Mark(Share share, int threshold) => share with { Suppressed = IsSmall(share, threshold) };

    /// <summary>Marks the parts of a row whose total is shown beside it.</summary>
    public static IReadOnlyList<Share> Row(IReadOnlyList<Share> parts, Share total, int threshold)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var marked = parts.Select(p => Mark(p, threshold)).ToArray();
        var hidden = marked.Count(p => p.Suppressed);
        if (hidden == 1 && !IsSmall(total, threshold))
        {
            var second = Enumerable.Range(0, marked.Length).Where(i => !marked[i].Suppressed).OrderBy(i => marked[i].Persons == 0).ThenBy(i => marked[i].Persons).ThenBy(i => i).Cast<int?>().FirstOrDefault();
            if (second is { } i)
            {
                marked[i] = marked[i] with { Suppressed = true };
            }
        }

        return marked;
    }

    private static bool IsSmall(Share share, int threshold) =>
        (share.Persons > 0 && share.Persons < threshold)
        || (share.Of > 0 && share.Of < threshold && (share.Persons == 0 || share.Persons == share.Of));
}
