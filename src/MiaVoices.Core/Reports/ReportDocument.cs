using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Reports;

/// <summary>A report, ready to be written in any format.</summary>
/// <param name="Title">Its title, as in the heading.</param>
/// <param name="Kind">Which report it is.</param>
/// <param name="Blocks">All of it, from the title to the last appendix.</param>
public sealed record ReportDocument(string Title, ReportKind Kind, IReadOnlyList<Block> Blocks)
{
    /// <summary>Its figures and quotes as they are shown, to compare with another day's.</summary>
    public IReadOnlyList<ReportFact> Facts { get; init; } = [];
}

/// <summary>What a report says that may differ the next time: a number of persons, or that a quote is there.</summary>
/// <param name="Subject">Identity of the code, or the reference of the quote.</param>
/// <param name="Group">The group, empty for all; null for a quote.</param>
/// <param name="Persons">Persons as shown; null where the number is hidden, and for a quote.</param>
/// <param name="Of">The base; 0 for a quote.</param>
public sealed record ReportFact(string Subject, string? Group, int? Persons, int Of)
{
    /// <summary>Name of the code as it was then, or of the quote; its first words where the audience may not have its name.</summary>
    public string Name { get; init; } = "";
}
