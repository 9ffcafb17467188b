namespace MiaVoices.Core.Codes;

/// <summary>How far a quote has come towards publication.</summary>
public enum QuoteStatus
{
    /// <summary>Chosen, not read through yet.</summary>
    Draft,

    /// <summary>A person has read it and lets it go out.</summary>
    Approved,

    /// <summary>Not to be shown any more.</summary>
    Withdrawn,
}

/// <summary>Words of a quote that are not shown.</summary>
/// <param name="Start">First UTF-16 code unit within <see cref="Quote.Words"/>.</param>
/// <param name="End">One past the last.</param>
/// <param name="Instead">What stands in their place within brackets ("ort", "insatsen"); empty for a mark of omission.</param>
public sealed record QuoteCut(int Start, int End, string Instead = "");

/// <summary>
/// A coding chosen for publication. The words are the coding's and are never rewritten: what is shown is always made from
/// them and the cuts (<see cref="QuoteText"/>), so that each quote leads back to its place.
/// </summary>
public sealed record Quote
{
    /// <summary>Public identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The coding whose words are quoted.</summary>
    public required Guid Coding { get; init; }

    /// <summary>
    /// The coding's words as they stood when the cuts were made. A coding that moves with a corrected source keeps them; one
    /// whose words have become others makes the quote one to look at again.
    /// </summary>
    public required string Words { get; init; }

    /// <summary>What is not shown, in order, apart from each other.</summary>
    public IReadOnlyList<QuoteCut> Cuts { get; init; } = [];

    /// <summary>How far it has come.</summary>
    public required QuoteStatus Status { get; init; }

    /// <summary>Whether the person has agreed that the words are published; null where nobody has asked.</summary>
    public bool? Consent { get; init; }

    /// <summary>The day of the answer, if known.</summary>
    public DateOnly? ConsentDate { get; init; }

    /// <summary>A remark for the office, or empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who chose it.</summary>
    public required string Coder { get; init; }

    /// <summary>When it was chosen.</summary>
    public required DateTimeOffset Chosen { get; init; }

    /// <summary>Who approved or withdrew it, or empty.</summary>
    public string Reviewer { get; init; } = "";

    /// <summary>When that was.</summary>
    public DateTimeOffset? Reviewed { get; init; }
}
