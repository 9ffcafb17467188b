namespace MiaVoices.Core.Search;

/// <summary>
/// Reads the query language: words in a row mean AND; AND OR NOT (OCH ELLER INTE) in upper case, NOT binding closest and OR
/// loosest; a minus sign before a word is NOT; brackets; phrases in quotation marks; <c>word*</c>, <c>=form</c>,
/// <c>!whole</c>, <c>w?ld*card</c>, <c>/regex/</c>, <c>fuzzy~</c>; NEAR/n (NÄRA) between words, binding closest of all; <c>field:value</c>. Does not know the project's words; see <see cref="IndexQuery.Of"/>.
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

        var lexer = new QueryLexer(text, attributes);
        var reader = new Reader(lexer);
        var root = reader.Whole();
        return reader.Fault is { } fault
            ? new ParsedQuery(text, null, Problem.Of(fault.Key, [fault.Position + 1, .. fault.Facts]), fault.Position)
            : new ParsedQuery(text, root, null, 0) { Places = lexer.Places };
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
            if (_token.Kind != QueryTokenKind.Not)
            {
                return Near();
            }

            var not = Take();
            return Deeper(not, () => Negated(not));
        }

        /// <summary>One operand, or several with NEAR between.</summary>
        private QueryNode? Near()
        {
            var first = _token;
            var operand = Operand();
            if (operand is not { } node || _token.Kind != QueryTokenKind.Near)
            {
                return operand;
            }

            var parts = new List<QueryNode>();
            int? distance = null;
            var before = _token;
            while (true)
            {
                if (!IsNearOperand(node))
                {
                    return Fail("search.near.operand", first.Start, before.Written);
                }

                parts.Add(node);
                if (_token.Kind != QueryTokenKind.Near)
                {
                    return new NearQuery(parts, distance ?? NearQuery.Usual);
                }

                before = Take();
                if (distance is { } known && before.Distance is { } other && known != other)
                {
                    return Fail("search.near.distances", before.Start, known, other);
                }

                distance ??= before.Distance;
                if (!StartsOperand())
                {
                    return Dangling(before);
                }

                first = _token;
                if (first.Kind == QueryTokenKind.Not)
                {
                    return Fail("search.near.operand", first.Start, before.Written);
                }

                if (Operand() is not { } next)
                {
                    return null;
                }

                node = next;
            }
        }

        private static bool IsNearOperand(QueryNode node) =>
            node is TermQuery or PhraseQuery || (node is OrQuery or && or.Parts.All(IsNearOperand));

        /// <summary>A word, phrase or filter, or something in brackets.</summary>
        private QueryNode? Operand()
        {
            var start = Take();
            return start.Kind != QueryTokenKind.Term ? Deeper(start, () => Bracketed(start))
                : ++_terms > MostTerms ? Fail("search.tooMany", start.Start, MostTerms)
                : start.Node;
        }

        private QueryNode? Deeper(QueryToken at, Func<QueryNode?> read)
        {
            if (++_depth > Deepest)
            {
                return Fail("search.tooDeep", at.Start, Deepest);
            }

            var node = read();
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
