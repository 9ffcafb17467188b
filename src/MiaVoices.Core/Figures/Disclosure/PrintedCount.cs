namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>A number in an exported report.</summary>
/// <param name="Key">What it counts, the same in every report with the same tables: code and group, question and point.</param>
/// <param name="Count">The number of persons; null where it is hidden.</param>
/// <param name="Of">Its base.</param>
public readonly record struct PrintedCount(string Key, int? Count, int Of);

/// <summary>Why two reports should not be read side by side.</summary>
public enum DifferenceKind
{
    /// <summary>The bases differ by a few persons: what these few said is the difference of the numbers.</summary>
    SmallGroup,

    /// <summary>The numbers differ by a few persons, who are in one selection and not in the other.</summary>
    SmallNumber,

    /// <summary>A number that one hides the other tells, exactly or but for a few.</summary>
    Uncovered,
}

/// <summary>A number that two reports tell together and neither alone.</summary>
/// <param name="Key">What is counted.</param>
/// <param name="Kind">How it shows.</param>
public readonly record struct PrintedDifference(string Key, DifferenceKind Kind);
