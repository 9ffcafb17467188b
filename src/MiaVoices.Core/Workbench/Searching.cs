using System.Diagnostics;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>A hit with what matched and the codes on it. Match positions are within the segment's text.</summary>
public sealed record SearchHit(Segment Segment, IReadOnlyList<SearchMatch> Matches, IReadOnlyList<string> Codes, double? Score);

/// <summary>A query that might be meant.</summary>
/// <param name="Query">As a person would write it.</param>
/// <param name="Total">Its hits.</param>
public sealed record OtherQuery(string Query, int Total);

/// <summary>A search with its answer.</summary>
/// <param name="Query">As it was written.</param>
/// <param name="InterpretedAs">In plain words.</param>
/// <param name="Total">All hits.</param>
/// <param name="Milliseconds">Time from the written query to the hits.</param>
/// <param name="Hits">Those asked for.</param>
public sealed record SearchOutcome(string Query, string InterpretedAs, int Total, double Milliseconds, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>Relevance was asked for, but the hits were too many to rank: they are in document order.</summary>
    public bool RankingPutOff { get; init; }

    /// <summary>What a person should know of how the query was read.</summary>
    public IReadOnlyList<Problem> Notices { get; init; } = [];

    /// <summary>Where nothing was found: the query in another spelling that finds something.</summary>
    public OtherQuery? DidYouMean { get; init; }

    /// <summary>Where little was found: a broader query, compounds taken apart, that finds more.</summary>
    public OtherQuery? Broader { get; init; }
}

/// <summary>Searches a project as a person writes it.</summary>
public sealed class Searching(IProjectStore store)
{
    /// <summary>With fewer hits than this a broader search is offered.</summary>
    private const int FewHits = 10;

    private CodeTree? _tree;

    /// <summary>Runs a query.</summary>
    /// <param name="query">As written.</param>
    /// <param name="filters">Further conditions that a command gave (<c>--group deltagare</c>).</param>
    /// <param name="language">sv or en, for the reading in words.</param>
    /// <param name="shape">Order, limit and the like; its query is replaced.</param>
    /// <exception cref="RefusedException">The query cannot be read (the character is named), or names what the project does not have.</exception>
    public SearchOutcome Run(string query, IReadOnlyList<QueryNode> filters, string language, Func<QueryNode, SearchRequest> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var clock = Stopwatch.GetTimestamp();
        using var view = store.Snapshot();
        var attributes = store.Index.AttributeNames();
        var parsed = Parse(query, attributes);
        var tree = Tree(parsed, filters);
        var result = store.Index.Find(shape(tree));
        var words = store.SearchWords;
        var finder = words.Finder(tree);
        var segments = store.Segments(new SegmentScope { Keys = [.. result.Hits.Select(h => h.Segment)] }).ToDictionary(s => s.Key);
        var codes = Codes(result.Hits);
        var hits = result.Hits
            .Select(h => new SearchHit(segments[h.Segment], finder?.Find(segments[h.Segment].Text, language: segments[h.Segment].Language) ?? [], codes.GetValueOrDefault(h.Segment, []), h.Score))
            .ToList();
        return new SearchOutcome(query, QueryReading.InWords(tree, language, words.Analyser, words.Vocabulary), result.Total, Stopwatch.GetElapsedTime(clock).TotalMilliseconds, hits)
        {
            RankingPutOff = result.RankingPutOff,
            Notices = result.Notices,
            DidYouMean = result.Total == 0 ? Instead(SpellingSuggestion.For(parsed, words.Analyser, store.Index.Vocabulary, attributes), filters, shape, more: 0) : null,
            Broader = result.Total < FewHits ? Instead(BroaderQuery.For(parsed, words.Analyser, language, attributes), filters, shape, more: result.Total) : null,
        };
    }

    /// <summary>What a query and further conditions ask for together.</summary>
    /// <exception cref="RefusedException">The query cannot be read (the character is named), or nothing is asked for.</exception>
    public QueryNode Read(string query, IReadOnlyList<QueryNode> filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return Tree(Parse(query, store.Index.AttributeNames()), filters);
    }

    private static ParsedQuery Parse(string query, IReadOnlyList<string> attributes)
    {
        var parsed = QueryParser.Parse(query, attributes);
        return parsed.Error is { } error ? throw new RefusedException(error) : parsed;
    }

    /// <summary>Another query in place of the one asked, if it finds more than so many.</summary>
    private OtherQuery? Instead(string? query, IReadOnlyList<QueryNode> filters, Func<QueryNode, SearchRequest> shape, int more)
    {
        if (query is null)
        {
            return null;
        }

        var total = store.Index.Find(shape(Read(query, filters)) with { Limit = 1, Order = SearchOrder.Document }).Total;
        return total > more ? new OtherQuery(query, total) : null;
    }

    private static QueryNode Tree(ParsedQuery parsed, IReadOnlyList<QueryNode> filters)
    {
        var nodes = parsed.Root is { } root ? [root, .. filters] : filters;
        return nodes.Count switch
        {
            0 => throw new RefusedException(Problem.Of("search.empty")),
            1 => nodes[0],
            _ => new AndQuery(nodes),
        };
    }

    /// <summary>The conditions that options of a command give; null or empty gives none.</summary>
    public static IReadOnlyList<QueryNode> Conditions(string? group, string? code, string? source) =>
    [
        .. Condition(FilterField.Attribute, "grupp", group),
        .. Condition(FilterField.Code, "code", code),
        .. Condition(FilterField.Source, "source", source),
    ];

    private static IEnumerable<QueryNode> Condition(FilterField field, string name, string? value) =>
        value is { Length: > 0 } ? [new FilterQuery(field, name, StoredText.Normalise(value))] : [];

    /// <summary>The names of the codes on hits, by the key of the segment.</summary>
    internal Dictionary<long, IReadOnlyList<string>> Codes(IReadOnlyList<SegmentHit> hits)
    {
        _tree ??= new CodeTree(store.Codes());
        return _tree.Codes.Count == 0
            ? []
            : store.Codings(new CodingScope { Segments = [.. hits.Select(h => h.Segment)] })
                .GroupBy(c => c.SegmentKey)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(c => _tree[c.Coding.Code].Name).Distinct()]);
    }
}
