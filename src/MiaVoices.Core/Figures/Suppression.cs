namespace MiaVoices.Core.Figures;

/// <summary>
/// Which numbers may be shown outside. A number of persons from 1 up to below the threshold is not shown; in a group
/// smaller than the threshold neither "none" nor "all" is, unless nobody at all is meant. Where the rest of the row would
/// give a hidden number away, more of it is hidden. Bases (how many were asked) are always shown. Pure; thread-safe.
/// </summary>
public static class Suppression
{
    /// <summary>The threshold unless the project says otherwise.</summary>
    public const int Default = 5;

    /// <summary>Marks a number that stands alone; one that is marked already stays so.</summary>
    public static Share Mark(Share share, int threshold) => share with { Suppressed = share.Suppressed || IsSmall(share, threshold) };

    /// <summary>Marks the parts of a row and the total shown beside them.</summary>
    /// <param name="parts">Numbers by group, where everybody is in one group. Those marked already stay hidden, and are guarded as the small ones are.</param>
    /// <param name="total">The number of all; it too may be marked already.</param>
    /// <param name="threshold">The least number shown; 0 hides nothing.</param>
    public static (IReadOnlyList<Share> Parts, Share Total) Row(IReadOnlyList<Share> parts, Share total, int threshold)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var row = Row(new SuppressedRow(parts, total, threshold));
        return (row.Parts, row.Total);
    }

    internal static SuppressedRow Row(SuppressedRow row)
    {
        if (row.Threshold == 0)
        {
            return row;
        }

        // "None of all 40" names nobody, and says "none" of every small group anyway.
        if (row.Total is { Persons: 0, Suppressed: false } && row.Total.Of >= row.Threshold)
        {
            return row;
        }

        // Under a small total even the noughts tell where its few persons are not.
        if (IsSmall(row.Total, row.Threshold))
        {
            return row.HidingAll();
        }

        row = row with { Parts = [.. row.Parts.Select(p => Mark(p, row.Threshold))] };
        var guarded = Enumerable.Range(-1, row.Parts.Count + 1).Where(i => (i < 0 ? row.Total : row.Parts[i]).Suppressed).ToList();
        while (guarded.Any(row.Tells))
        {
            // The smallest other number goes first, since most of the row then stays; noughts go last. An empty group hides nothing.
            var next = Enumerable.Range(0, row.Parts.Count)
                .Where(i => !row.Parts[i].Suppressed && row.Parts[i].Of > 0)
                .OrderBy(i => row.Parts[i].Persons == 0)
                .ThenBy(i => row.Parts[i].Persons)
                .ThenBy(i => i)
                .Select(i => (int?)i)
                .FirstOrDefault();
            if (next is not { } hide)
            {
                return row.HidingAll();
            }

            row = row.Hiding(hide);
        }

        return row;
    }

    internal static bool IsSmall(Share share, int threshold) =>
        (share.Persons > 0 && share.Persons < threshold)
        || (share.Of > 0 && share.Of < threshold && (share.Persons == 0 || share.Persons == share.Of));
}
