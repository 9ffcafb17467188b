using MiaVoices.Core.Search;

namespace MiaVoices.Storage.Index;

/// <summary>
/// A query as one SQL statement. Where the query narrows by words FTS5 leads and the rest is asked of each hit; elsewhere
/// the segments lead and words are sets of their keys.
/// </summary>
internal sealed class SearchStatement
{
    private const string Members = "(SELECT rowid FROM segment_index WHERE segment_index MATCH ";
    private readonly SqlParameters _parameters;
    private readonly FilterConditions _filters;
    private readonly IndexQuery _query;
    private readonly string? _match;
    private readonly List<string> _conditions = [];
    private bool _wordsLead;

    internal SearchStatement(IndexQuery query, SqlParameters parameters, FilterConditions filters, bool answersOnly, bool someHidden)
    {
        _query = query;
        _parameters = parameters;
        _filters = filters;
        var (expression, rest) = Split(query);
        _match = expression is null ? null : parameters.Add(expression);
        _conditions.AddRange(rest);
        if (answersOnly)
        {
            _conditions.Add("(s.speaker IS NULL OR s.speaker NOT IN (SELECT id FROM speaker WHERE role = 'interviewer'))");
        }

        if (someHidden)
        {
            _conditions.Add("s.source NOT IN (SELECT id FROM source WHERE hidden <> 0)");
        }
    }

    /// <summary>True if a word is asked for, so that relevance differs from document order.</summary>
    internal bool HasScores => _match is not null || MatchExpression.AnyWord(_query) is not null;

    /// <summary>How many segments answer.</summary>
    internal string Count() => "SELECT count(*) " + From();

    /// <summary>Keys in document order.</summary>
    internal string InDocumentOrder() => _match is not null
        ? $"SELECT f.rowid, NULL {From()} ORDER BY f.rowid {Limit()}"
        : $"SELECT s.id, NULL {From()} ORDER BY s.id {Limit()}";

    /// <summary>Keys and scores, best first. FTS5's BM25 is negative, the less the better.</summary>
    internal string ByRelevance()
    {
        if (_match is not null)
        {
            return $"SELECT f.rowid, -f.rank AS score {From()} ORDER BY score DESC, f.rowid {Limit()}";
        }

        return MatchExpression.AnyWord(_query) is not { } any
            ? InDocumentOrder()
            : $"""
               WITH scored AS MATERIALIZED (SELECT rowid AS id, -rank AS score FROM segment_index WHERE segment_index MATCH {_parameters.Add(any)})
               SELECT h.id, coalesce(scored.score, 0) AS score
               FROM (SELECT s.id {From()}) AS h LEFT JOIN scored ON scored.id = h.id
               ORDER BY 2 DESC, h.id {Limit()}
               """;
    }

    private static string Limit() => "LIMIT $limit OFFSET $offset";

    private string From()
    {
        if (_match is null)
        {
            return "FROM segment s" + Where("", _conditions);
        }

        // CROSS JOIN keeps SQLite from asking FTS5 about each segment in turn.
        return _conditions.Count == 0
            ? "FROM segment_index f WHERE f.segment_index MATCH " + _match
            : "FROM segment_index f CROSS JOIN segment s ON s.id = f.rowid" + Where("f.segment_index MATCH " + _match, _conditions);
    }

    private static string Where(string first, List<string> more)
    {
        IEnumerable<string> all = first.Length == 0 ? more : [first, .. more];
        var text = string.Join(" AND ", all);
        return text.Length == 0 ? "" : " WHERE " + text;
    }

    /// <summary>The part that FTS5 answers, or null, and conditions for the rest.</summary>
    private (string? Expression, IReadOnlyList<string> Remaining) Split(IndexQuery node)
    {
        if (MatchExpression.Holds(node))
        {
            return (MatchExpression.Of(node), []);
        }

        if (node is not IndexAnd and || !and.Parts.Any(MatchExpression.Holds))
        {
            return (null, [Condition(node)]);
        }

        _wordsLead = true;
        var words = and.Parts.Where(p => MatchExpression.Holds(p) || MatchExpression.IsSubtrahend(p)).ToList();
        var rest = and.Parts.Where(p => !words.Contains(p)).Select(Condition).ToList();
        return (MatchExpression.Of(words.Count == 1 ? words[0] : new IndexAnd(words)), rest);
    }

    /// <summary>A condition on a segment s. It may be NULL for false: a column may be empty.</summary>
    private string Condition(IndexQuery node)
    {
        if (MatchExpression.Holds(node))
        {
            return "s.id IN " + Members + _parameters.Add(MatchExpression.Of(node)) + ")";
        }

        return node switch
        {
            IndexFilter filter => _filters.Of(filter.Filter, _wordsLead),
            IndexNot not => "(" + Condition(not.Inner) + ") IS NOT TRUE",
            IndexAnd and => Joined(and.Parts, " AND ", static p => new IndexAnd(p)),
            IndexOr or => Joined(or.Parts, " OR ", static p => new IndexOr(p)),
            _ => throw new ArgumentException("Unknown kind of query: " + node.GetType().Name, nameof(node)),
        };
    }

    // What FTS5 can answer at once is asked at once.
    private string Joined(IReadOnlyList<IndexQuery> parts, string with, Func<IReadOnlyList<IndexQuery>, IndexQuery> join)
    {
        var words = parts.Where(MatchExpression.Holds).ToList();
        List<IndexQuery> all = [.. parts.Where(p => !words.Contains(p))];
        if (words.Count > 0)
        {
            all.Insert(0, words.Count == 1 ? words[0] : join(words));
        }

        return "(" + string.Join(with, all.Select(Condition)) + ")";
    }
}
