namespace MiaVoices.Core.Figures;

/// <summary>
/// The parts of a row and their total, as shown, and what a reader can work out of those hidden: the reader knows the
/// shown numbers, the sizes of the groups, the threshold, and that the parts add up to the total. Immutable.
/// </summary>
/// <param name="Parts">The numbers of the groups; everybody is in one group and no more.</param>
/// <param name="Total">The number of all.</param>
/// <param name="Threshold">The threshold of suppression; 0 when nothing is hidden.</param>
internal sealed record SuppressedRow(IReadOnlyList<Share> Parts, Share Total, int Threshold)
{
    /// <summary>The most that each part can be, as the reader knows: the group's size, or a larger number shown elsewhere.</summary>
    public IReadOnlyList<int> Most { get; init; } = [.. Parts.Select(p => p.Of)];

    /// <summary>The most that the total can be.</summary>
    public int MostTotal { get; init; } = Total.Of;

    /// <summary>The least that each part can be, as the reader knows.</summary>
    public IReadOnlyList<int> Least { get; init; } = new int[Parts.Count];

    /// <summary>Whether some hidden number of the row can be worked out exactly.</summary>
    public bool TellsAny(Func<int, bool>? among = null) =>
        Enumerable.Range(-1, Parts.Count + 1).Any(i => (i < 0 ? Total : Parts[i]).Suppressed && (among is null || among(i)) && Tells(i));

    /// <summary>Whether a hidden part (or the total, at -1) has one possible value only.</summary>
    public bool Tells(int index)
    {
        var (low, high) = Range(index);
        return low >= high;
    }

    /// <summary>The values that a hidden part (or the total, at -1) may have.</summary>
    public (int Low, int High) Range(int index)
    {
        var (shown, least, most) = (0, 0, 0);
        for (var i = 0; i < Parts.Count; i++)
        {
            if (!Parts[i].Suppressed)
            {
                shown += Parts[i].Persons;
            }
            else if (i != index)
            {
                least += Least[i];
                most += Most[i];
            }
        }

        var (low, high) = TotalRange();
        return index < 0
            ? (Math.Max(low, shown + least), Math.Min(high, shown + most))
            : (Math.Max(Least[index], low - shown - most), Math.Min(Most[index], high - shown - least));
    }

    /// <summary>
    /// A total hidden because it is small is taken for known to be small: it might be hidden for another reason, but the
    /// reader may guess right.
    /// </summary>
    private (int Low, int High) TotalRange() =>
        !Total.Suppressed ? (Total.Persons, Total.Persons)
        : Total.Of >= Threshold && Total.Persons < Threshold ? (1, Math.Min(Threshold - 1, MostTotal))
        : (0, MostTotal);
}
