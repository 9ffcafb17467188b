using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Workbench;

/// <summary>A chosen quote with its place.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="Coding">Its coding.</param>
/// <param name="Id">
/// A name that people can use, the same from day to day: label of the source, number of the segment, and a letter from the
/// second quote chosen there ("Intervju D07:14b").
/// </param>
/// <param name="Group">Group of the person, or empty.</param>
public sealed record PlacedQuote(Quote Quote, PlacedCoding Coding, string Id, string Group)
{
    /// <summary>The words as they are shown.</summary>
    public string Text => QuoteText.Of(Quote.Words, Quote.Cuts);

    /// <summary>False where the coding's words have become others since the quote was cut: then it is not shown before it is looked at again.</summary>
    public bool IsCurrent => string.Equals(Quote.Words, Coding.Coding.Quote, StringComparison.Ordinal);

    /// <summary>Approved, and with the words that were approved.</summary>
    public bool IsApproved => Quote.Status == QuoteStatus.Approved && IsCurrent;
}
