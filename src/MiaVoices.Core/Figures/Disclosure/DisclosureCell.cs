namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>How a cell meets the reader.</summary>
public enum CellShowing
{
    /// <summary>Printed unless the plan hides it.</summary>
    Printed,

    /// <summary>Always printed, and never small in the sense of the rule: how many were asked.</summary>
    Known,

    /// <summary>Never printed, but a group that the reader may work out: guarded where it is small.</summary>
    WorkedOut,

    /// <summary>Never printed and nothing to guard: it only ties other numbers together.</summary>
    Unprinted,
}

/// <summary>A number of persons in the tables of a report.</summary>
/// <param name="Key">Unique in the model; the same number in two tables is one cell.</param>
/// <param name="Value">The number; 0 to <paramref name="Most"/>.</param>
/// <param name="Most">The most that it can be, as every reader knows: the size of the group.</param>
/// <param name="Of">The persons it is a number of, which decides whether "none" and "all" are sensitive.</param>
/// <param name="Showing">How it meets the reader.</param>
public readonly record struct DisclosureCell(string Key, int Value, int Most, int Of, CellShowing Showing)
{
    /// <summary>The least that it can be, as every reader knows: an answer that is listed was given by somebody.</summary>
    public int Least { get; init; }

    /// <summary>
    /// Whether a number of this cell may not be told: 1 to below the threshold, and in a group smaller than the threshold
    /// also none and all.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="threshold">The least number shown; 0 when everything may be told.</param>
    public bool IsSensitive(int value, int threshold) => Showing switch
    {
        CellShowing.Known or CellShowing.Unprinted => false,
        CellShowing.WorkedOut => value > 0 && value < threshold,
        _ => Suppression.IsSmall(new Share(value, Of), threshold),
    };
}

/// <summary>What a relation says.</summary>
public enum RelationKind
{
    /// <summary>The parts add up to the whole.</summary>
    Sum,

    /// <summary>The whole is no more than the parts together.</summary>
    AtMostSum,

    /// <summary>The parts together are no more than the whole.</summary>
    AtMost,
}

/// <summary>Something that every reader knows of the cells.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Whole">The whole.</param>
/// <param name="Parts">The parts.</param>
public sealed record DisclosureRelation(RelationKind Kind, int Whole, IReadOnlyList<int> Parts);
