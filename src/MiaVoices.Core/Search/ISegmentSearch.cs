namespace MiaVoices.Core.Search;

/// <summary>In which order hits come.</summary>
public enum SearchOrder
{
    /// <summary>As they stand in the project.</summary>
    Document,

    /// <summary>The most telling first (BM25), then as they stand. Scores every hit, so it costs more.</summary>
    Relevance,
}

/// <summary>What to look for, and how much of it is wanted.</summary>
/// <param name="Query">The query.</param>
public sealed record SearchRequest(QueryNode Query)
{
    /// <summary>Order of the hits.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>Most hits to return; 0 for all.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Hits to pass over first.</summary>
    public int Offset { get; init; }

    /// <summary>
    /// Most hits that are ranked; with more, ranking is put off and they come in document order. 0 ranks whatever it costs.
    /// </summary>
    public int RankAtMost { get; init; } = 50_000;

    /// <summary>Leaves interviewers' turns out.</summary>
    public bool AnswersOnly { get; init; }
}

/// <summary>A segment that answers.</summary>
/// <param name="Segment">Key of the segment.</param>
/// <param name="Score">Greater is more relevant, comparable within one search; null in document order, or where no word was asked for.</param>
public readonly record struct SegmentHit(long Segment, double? Score);

/// <summary>Hits of one search.</summary>
/// <param name="Hits">Those asked for.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record SearchResult(IReadOnlyList<SegmentHit> Hits, int Total)
{
    /// <summary>True if relevance was asked for and the hits were too many to rank at once: they are in document order.</summary>
    public bool RankingPutOff { get; init; }

    /// <summary>What a person should know of how the query was read, such as a pattern that stands for more words than are looked for.</summary>
    public IReadOnlyList<Problem> Notices { get; init; } = [];
}

/// <summary>The index of a project, for reading.</summary>
public interface ISegmentSearch
{
    /// <summary>Names of the attributes that cases have, which may be used as filters.</summary>
    IReadOnlyList<string> AttributeNames();

    /// <summary>The word forms of the project, read when they are first asked for; follows the project as it grows.</summary>
    IVocabulary Vocabulary { get; }

    /// <summary>Searches. Segments of hidden sources are never found.</summary>
    /// <exception cref="RefusedException">The query holds no word, or names something that the project does not have.</exception>
    SearchResult Find(SearchRequest request, CancellationToken cancellation = default);
}
