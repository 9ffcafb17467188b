using System.Text;

namespace MiaVoices.Core.Search;

/// <summary>Puts other words into a query and leaves all else as it was written.</summary>
internal static class QueryRewriting
{
    /// <summary>The words that a text must hold to be found: what stands under NOT is not among them.</summary>
    /// <param name="root">The query.</param>
    /// <param name="alone">True for words that stand alone only, not in phrases or near others.</param>
    internal static HashSet<TermQuery> Wanted(QueryNode root, bool alone)
    {
        var wanted = new HashSet<TermQuery>(ReferenceEqualityComparer.Instance);
        Collect(root);
        return wanted;

        void Collect(QueryNode node)
        {
            switch (node)
            {
                case TermQuery term:
                    wanted.Add(term);
                    break;
                case PhraseQuery phrase when !alone:
                    wanted.UnionWith(phrase.Terms);
                    break;
                case NearQuery near when !alone:
                    Each(near.Parts);
                    break;
                case AndQuery and:
                    Each(and.Parts);
                    break;
                case OrQuery or:
                    Each(or.Parts);
                    break;
                default:
                    break;
            }
        }

        void Each(IReadOnlyList<QueryNode> parts)
        {
            foreach (var part in parts)
            {
                Collect(part);
            }
        }
    }

    /// <summary>The text with pieces replaced; null if nothing is, or if the new text could not be read.</summary>
    /// <param name="query">The query.</param>
    /// <param name="pieces">What is replaced by what, in order and without overlap.</param>
    /// <param name="attributes">Names of attributes that may be filters; null to take any name as one.</param>
    internal static string? Replaced(ParsedQuery query, IReadOnlyList<(int Start, int End, string With)> pieces, IReadOnlyCollection<string>? attributes)
    {
        if (pieces.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        var at = 0;
        foreach (var (start, end, with) in pieces)
        {
            text.Append(query.Text, at, start - at).Append(with);
            at = end;
        }

        var rewritten = text.Append(query.Text, at, query.Text.Length - at).ToString();
        return QueryParser.Parse(rewritten, attributes).Root is null ? null : rewritten;
    }
}
