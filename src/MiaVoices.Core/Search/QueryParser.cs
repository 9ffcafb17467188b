namespace MiaVoices.Core.Search;

/// <summary>
/// Reads the query language: words in a row mean AND; AND OR NOT (OCH ELLER INTE) in upper case, NOT binding closest and OR
/// loosest; a minus sign before a word is NOT; brackets; phrases in quotation marks; <c>word*</c>, <c>=form</c>,
/// <c>!whole</c>; <c>field:value</c>. Does not know the project's words; see <see cref="IndexQuery.Of"/>.
/// </summary>
public static class QueryParser
{
    /// <summary>Longest query, in UTF-16 code units.</summary>
    public const int LongestText = 10_000;

    /// <summary>Most words, phrases and filters.</summary>
    public const int MostTerms = 500;

    /// <summary>Deepest brackets and negations within each other; FTS5's own parser has room for a little more.</summary>
    public const int Deepest = 16;

    /// <summary>Reads a query. Never throws, whatever the text; a fault is in the answer.</summary>
    /// <param name="text">The query.</param>
    /// <param name="attributes">Names of attributes that may be filters; null to take any name as one.</param>
    public static ParsedQuery Parse(string text, IReadOnlyCollection<string>? attributes = null)
    {
        text ??= "";
        if (text.Length > LongestText)
        {
            return new ParsedQuery(text, null, Problem.Of("search.tooLong", LongestText + 1, LongestText), LongestText);
        }

        var reader = new Reader(new QueryLexer(text, attributes));
        var root = reader.Whole();
        return reader.Fault is { } fault
            ? new ParsedQuery(text, null, Problem.Of(fault.Key, [fault.Position + 1, .. fault.Facts]), fault.Position)
            : new ParsedQuery(text, root, null, 0);
    }

    /// <summary>Recursive descent; every method returns null after a fault.</summary>
    private sealed class Reader
    {
        private readonly QueryLexer _lexer;
        private QueryToken _token;
        private int _terms;
        private int _depth;
        private (string Key, int Position, object[] Facts)? _fault;

        internal Reader(QueryLexer lexer)
        {
            _lexer = lexer;
            _token = lexer.Next();
        }

        internal (string Key, int Position, object[] Facts)? Fault => _fault ?? _lexer.Fault;

        internal QueryNode? Whole()
        {
            if (_token.Kind == QueryTokenKind.End)
            {
                return null;
            }

            var node = Any();
            return node is not null && _token.Kind == QueryTokenKind.Close ? Fail("search.bracket.close", _token.Start) : node;
        }

        private QueryNode? Any()
        {
            if (All() is not { } first)
            {
                return null;
            }

            var parts = new List<QueryNode> { first };
            while (_token.Kind == QueryTokenKind.Or)
            {
                var before = Take();
                if (!StartsOperand() || All() is not { } next)
                {
                    return Dangling(before);
                }

                parts.Add(next);
            }

            return parts.Count == 1 ? first : new OrQuery(parts);
        }

        private QueryNode? All()
        {
            if (!StartsOperand())
            {
                return Dangling(_token);
            }

            var parts = new List<QueryNode>();
            while (true)
            {
                if (One() is not { } part)
                {
                    return null;
                }

                parts.Add(part);
                if (_token.Kind == QueryTokenKind.And)
                {
                    var before = Take();
                    if (!StartsOperand())
                    {
                        return Dangling(before);
                    }
                }
                else if (!StartsOperand())
                {
                    return parts.Count == 1 ? parts[0] : new AndQuery(parts);
                }
            }
        }

        private QueryNode? One()
        {
            var start = Take();
            if (start.Kind == QueryTokenKind.Term)
            {
                return ++_terms > MostTerms ? Fail("search.tooMany", start.Start, MostTerms) : start.Node;
            }

            if (++_depth > Deepest)
            {
                return Fail("search.tooDeep", start.Start, Deepest);
            }

            var node = start.Kind == QueryTokenKind.Not ? Negated(start) : Bracketed(start);
            _depth--;
            return node;
        }

        private NotQuery? Negated(QueryToken not)
        {
            if (!StartsOperand())
            {
                Dangling(not);
                return null;
            }

            return One() is { } inner ? new NotQuery(inner) : null;
        }

        private QueryNode? Bracketed(QueryToken open)
        {
            if (_token.Kind == QueryTokenKind.Close)
            {
                return Fail("search.bracket.empty", open.Start);
            }

            if (_token.Kind == QueryTokenKind.End)
            {
                return Fail("search.bracket.open", open.Start);
            }

            var inner = Any();
            if (inner is not null && _token.Kind != QueryTokenKind.Close)
            {
                return Fail("search.bracket.open", open.Start);
            }

            if (inner is not null)
            {
                Take();
            }

            return inner;
        }

        private bool StartsOperand() => _token.Kind is QueryTokenKind.Term or QueryTokenKind.Not or QueryTokenKind.Open;

        private QueryToken Take()
        {
            var taken = _token;
            _token = _lexer.Next();
            return taken;
        }

        /// <summary>An operator that lacks what should stand beside it.</summary>
        private QueryNode? Dangling(QueryToken at) => at.Kind == QueryTokenKind.Close
            ? Fail("search.bracket.close", at.Start)
            : Fail("search.operator.alone", at.Start, at.Written);

        private QueryNode? Fail(string key, int position, params object[] facts)
        {
            // What stops the pieces comes before what misses them.
            _fault ??= _lexer.Fault ?? (key, position, facts);
            return null;
        }
    }
}
