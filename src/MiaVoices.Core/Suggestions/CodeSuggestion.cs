namespace MiaVoices.Core.Suggestions;

/// <summary>A word that speaks for a suggestion.</summary>
/// <param name="Word">As written in the segment.</param>
/// <param name="Weight">What it adds to the score, in thousandths, above zero.</param>
public sealed record SuggestionReason(string Word, double Weight)
{
    internal const double Least = 0.0005;
}

/// <summary>A segment that a person gave the same code.</summary>
/// <param name="Segment">Its key.</param>
/// <param name="Coding">The coding, if it was handed in.</param>
/// <param name="Cosine">How alike the words are, 0–1, in thousandths.</param>
public sealed record SimilarSegment(long Segment, Guid? Coding, double Cosine);

/// <summary>A code suggested for a segment. Nothing is coded until a person answers.</summary>
/// <param name="Id">The same for this segment and code in every model (<see cref="SuggestionIdentity"/>).</param>
/// <param name="Segment">Key of the segment.</param>
/// <param name="Code">Identity of the code.</param>
/// <param name="Confidence">0.001–0.999 in thousandths; where the segment was learnt from, by a model that had not seen its respondent.</param>
/// <param name="Reasons">Words that speak for it, the strongest first.</param>
/// <param name="Similar">Segments with this code that are most alike, the nearest first.</param>
public sealed record CodeSuggestion(
    Guid Id,
    long Segment,
    Guid Code,
    double Confidence,
    IReadOnlyList<SuggestionReason> Reasons,
    IReadOnlyList<SimilarSegment> Similar);

/// <summary>Which suggestions are asked for.</summary>
public sealed record SuggestionQuery
{
    internal const int UsualReasons = 5;
    internal const int UsualSimilar = 3;

    /// <summary>Only this code, or null.</summary>
    public Guid? Code { get; init; }

    /// <summary>Says by a segment's key whether it is wanted; null for all.</summary>
    public Func<long, bool>? Segments { get; init; }

    /// <summary>Least confidence; null for each code's own threshold where something in the segment speaks for the code, 0 for every open pair.</summary>
    public double? Minimum { get; init; }

    /// <summary>True to give also pairs that have been answered.</summary>
    public bool IncludeAnswered { get; init; }

    /// <summary>True to give reasons and similar segments, which costs more than the suggestions themselves.</summary>
    public bool Explain { get; init; } = true;

    /// <summary>How many at most; 0 for all.</summary>
    public int Limit { get; init; }

    /// <summary>Reasons for each at most.</summary>
    public int MostReasons { get; init; } = UsualReasons;

    /// <summary>Similar segments for each at most.</summary>
    public int MostSimilar { get; init; } = UsualSimilar;
}
