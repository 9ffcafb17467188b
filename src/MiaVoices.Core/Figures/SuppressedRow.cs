namespace MiaVoices.Core.Figures;

/// <summary>
/// The parts of a row and their total, as shown, and what a reader can work out of those hidden: the reader knows the
/// shown numbers, the sizes of the groups, the threshold, that the parts add up to the total, and that nothing is hidden
/// unless something is small. Immutable.
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

    /// <summary>Whether something was hidden for the sake of other rows: then nothing of this one need be small.</summary>
    public bool HiddenForOthers { get; init; } = Total.Suppressed || Parts.Any(p => p.Suppressed);

    /// <summary>The row with one more part hidden.</summary>
    public SuppressedRow Hiding(int index) =>
        this with { Parts = [.. Parts.Select((p, i) => i == index ? p with { Suppressed = true } : p)] };

    /// <summary>The row with all of it hidden.</summary>
    public SuppressedRow HidingAll() =>
        this with { Parts = [.. Parts.Select(p => p with { Suppressed = true })], Total = Total with { Suppressed = true } };

    /// <summary>Whether a hidden part (or the total, at -1) has one possible value only.</summary>
    public bool Tells(int index)
    {
        var most = index < 0 ? MostTotal : Most[index];
        return Enumerable.Range(0, most + 1).Where(value => MayBe(index, value)).Take(2).Count() < 2;
    }

    /// <summary>Whether the reader must reckon with this value of a hidden part (or of the total, at -1).</summary>
    private bool MayBe(int index, int value)
    {
        var (low, high) = TotalRange();
        var (shown, least, most) = (0, 0, 0);
        for (var i = 0; i < Parts.Count; i++)
        {
            if (i != index)
            {
                shown += Parts[i].Suppressed ? 0 : Parts[i].Persons;
                least += Parts[i].Suppressed ? Least[i] : 0;
                most += Parts[i].Suppressed ? Most[i] : 0;
            }
        }

        if (index < 0)
        {
            return value >= Math.Max(low, shown + least) && value <= Math.Min(high, shown + most);
        }

        if (value < Least[index] || value > Most[index])
        {
            return false;
        }

        // The others must make up what is left of the total.
        (low, high) = (low - shown - value, high - shown - value);
        return least <= high && most >= low
            && (HiddenForOthers || Total.Suppressed || IsSmall(index, value) || Enumerable.Range(0, Parts.Count).Any(SmallBeside));

        bool SmallBeside(int other)
        {
            if (other == index || !Parts[other].Suppressed)
            {
                return false;
            }

            for (var small = Least[other]; small <= Math.Min(Most[other], Threshold); small++)
            {
                if (IsSmall(other, small) && least - Least[other] + small <= high && most - Most[other] + small >= low)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private bool IsSmall(int index, int persons) => Suppression.IsSmall(new Share(persons, Parts[index].Of), Threshold);

    /// <summary>
    /// A total hidden because it is small is taken for known to be small: it might be hidden for another reason, but the
    /// reader may guess right.
    /// </summary>
    private (int Low, int High) TotalRange() =>
        !Total.Suppressed ? (Total.Persons, Total.Persons)
        : Total.Of >= Threshold && Total.Persons < Threshold ? (1, Math.Min(Threshold - 1, MostTotal))
        : (0, MostTotal);
}
