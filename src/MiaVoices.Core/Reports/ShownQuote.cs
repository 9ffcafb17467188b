namespace MiaVoices.Core.Reports;

/// <summary>How a quote came to stand in a report.</summary>
public enum QuoteOrigin
{
    /// <summary>The program chose it, and nobody has read it through.</summary>
    Machine,

    /// <summary>A person chose it and has not approved it yet; shown inside only.</summary>
    Draft,

    /// <summary>A person chose and approved it.</summary>
    Approved,
}

/// <summary>A quote as a report shows it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Reference">Who and where, as the audience may know it.</param>
/// <param name="Id">Name of the quote in the project, or null where the audience may not have it.</param>
/// <param name="Origin">How it came to stand there.</param>
/// <param name="Person">Who speaks; never shown.</param>
public sealed record ShownQuote(string Text, string Reference, string? Id, QuoteOrigin Origin, string Person)
{
    /// <summary>The coding; never shown.</summary>
    public Guid Coding { get; init; }

    /// <summary>Who approved it; empty unless it is approved.</summary>
    public string Reviewer { get; init; } = "";

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? Reviewed { get; init; }

    /// <summary>The day on which the person agreed that it is published; null where nobody has asked or the day is not known.</summary>
    public DateOnly? Consented { get; init; }

    /// <summary>The quote as a block.</summary>
    public QuoteBlock Block => new(Text, Reference) { Id = Id };
}
