using MiaVoices.App.Commands;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Searching;

/// <summary>What a person asks for: the query as written and what narrows it. Nulls narrow nothing.</summary>
internal sealed record SearchAsk(string Query)
{
    public string? Group { get; init; }

    public string? Code { get; init; }

    public string? Source { get; init; }

    public bool AnswersOnly { get; init; }

    public bool Uncoded { get; init; }

    public SearchOrder Order { get; init; }

    // As a person would write "only what is not coded" in a query.
    private const string Uncoding = "kod:ingen";

    /// <summary>Whether nothing at all is asked for.</summary>
    public bool IsEmpty => Query.Length == 0 && Filters.Count == 0;

    /// <summary>The conditions beside the query.</summary>
    public IReadOnlyList<QueryNode> Filters =>
    [
        .. Core.Workbench.Searching.Conditions(Group, Code, Source),
        .. Uncoded ? [OnlyUncoded] : Array.Empty<QueryNode>(),
    ];

    /// <summary>What is not coded yet.</summary>
    public static FilterQuery OnlyUncoded { get; } = new(FilterField.Uncoded, "code", "none");

    /// <summary>The query with what no option can say, as it is kept under a name.</summary>
    public string WholeQuery => !Uncoded ? Query : Query.Length == 0 ? Uncoding : $"({Query}) {Uncoding}";

    /// <summary>As a person would type it after <c>mia search PROJECT</c>.</summary>
    public string Typed => SearchFilters.Typed(WholeQuery, Group, Code, Source, AnswersOnly);

    /// <summary>What a saved search asks for.</summary>
    public static SearchAsk Of(SavedSearch saved) => new(Open(saved.Query))
    {
        Uncoded = saved.Query == Uncoding || Open(saved.Query) != saved.Query,
        Group = saved.Group,
        Code = saved.Code,
        Source = saved.Source,
        AnswersOnly = saved.AnswersOnly,
        Order = saved.Order,
    };

    /// <summary>The query within what <see cref="WholeQuery"/> writes around it; a query that says more outside stays as it is.</summary>
    private static string Open(string query)
    {
        var end = ") " + Uncoding;
        if (query == Uncoding || query.Length <= end.Length || query[0] != '(' || !query.EndsWith(end, StringComparison.Ordinal))
        {
            return query == Uncoding ? "" : query;
        }

        // The bracket that opens must be the one that closes last: (a) OR (b) kod:ingen says something else.
        var inner = query[1..^end.Length];
        return QueryParser.Parse($"({inner}) a", []).Error is null && QueryParser.Parse(inner, []).Error is null ? inner : query;
    }

    /// <summary>The search as it is kept under a name.</summary>
    public SavedSearch Named(string name, IProjectStore store) => new()
    {
        Id = store.NewIds().Next(),
        Name = StoredText.Normalise(name).Trim(),
        Query = StoredText.Normalise(WholeQuery).Trim(),
        Order = Order,
        AnswersOnly = AnswersOnly,
        Group = Group,
        Code = Code,
        Source = Source,
        Coder = store.Coder,
        Created = store.Now,
    };

    /// <summary>What the index is asked.</summary>
    /// <param name="node">The query with its conditions.</param>
    /// <param name="limit">Most hits; 0 for all.</param>
    /// <param name="offset">Hits to pass over first.</param>
    public SearchRequest Shape(QueryNode node, int limit, int offset = 0) => new(node) { Order = Order, Limit = limit, Offset = offset, AnswersOnly = AnswersOnly };
}
