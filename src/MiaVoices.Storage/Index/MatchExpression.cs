using System.Globalization;
using System.Text;
using MiaVoices.Core.Search;

namespace MiaVoices.Storage.Index;

/// <summary>Writes queries in FTS5's own language, as far as that goes: no filters, and NOT only beside something positive.</summary>
internal static class MatchExpression
{
    private const int Wide = 16;
    private const int Singles = 24;
    private const int Sharing = 8;

    /// <summary>True if FTS5 can answer the whole.</summary>
    internal static bool Holds(IndexQuery query) => query switch
    {
        IndexWords or IndexNear => true,
        IndexOr or => or.Parts.All(Holds),
        IndexAnd and => and.Parts.All(p => Holds(p) || IsSubtrahend(p)) && and.Parts.Any(Holds),
        _ => false,
    };

    /// <summary>True for a negation that FTS5 can take away from something.</summary>
    internal static bool IsSubtrahend(IndexQuery query) => query is IndexNot not && Holds(not.Inner);

    /// <summary>The expression of a query that <see cref="Holds"/>.</summary>
    internal static string Of(IndexQuery query)
    {
        var expression = new StringBuilder();
        Write(query, expression);
        return expression.ToString();
    }

    /// <summary>An expression that any of the words satisfies which a query asks for, for scoring; null if it asks for none.</summary>
    internal static string? AnyWord(IndexQuery query)
    {
        var words = new List<IndexQuery>();
        Collect(query, words);
        return words.Count == 0 ? null : Of(words.Count == 1 ? words[0] : new IndexOr(words));
    }

    private static void Collect(IndexQuery query, List<IndexQuery> words)
    {
        switch (query)
        {
            case IndexWords or IndexNear:
                words.Add(query);
                break;
            case IndexAnd and:
                foreach (var part in and.Parts)
                {
                    Collect(part, words);
                }

                break;
            case IndexOr or:
                foreach (var part in or.Parts)
                {
                    Collect(part, words);
                }

                break;
            default:
                break;
        }
    }

    private static void Write(IndexQuery query, StringBuilder expression)
    {
        switch (query)
        {
            case IndexWords { Slots: [{ Terms.Count: > Wide } slot] }:
                WriteWide(slot.Terms, expression);
                break;
            case IndexWords words:
                QueryEncoding.Write(words, expression);
                break;
            case IndexNear near:
                expression.Append("NEAR(");
                foreach (var part in near.Parts)
                {
                    QueryEncoding.Write(part, expression);
                    expression.Append(' ');
                }

                expression.Append(CultureInfo.InvariantCulture, $", {near.Distance})");
                break;
            case IndexOr or:
                Join(or.Parts, " OR ", expression);
                break;
            case IndexAnd and:
                var unwanted = and.Parts.OfType<IndexNot>().Select(not => not.Inner).ToList();
                if (unwanted.Count == 0)
                {
                    Join(and.Parts, " AND ", expression);
                    break;
                }

                expression.Append('(');
                Join([.. and.Parts.Where(p => p is not IndexNot)], " AND ", expression);
                expression.Append(" NOT ");
                Join(unwanted, " OR ", expression);
                expression.Append(')');
                break;
            default:
                throw new ArgumentException("FTS5 cannot express " + query.GetType().Name, nameof(query));
        }
    }

    /// <summary>
    /// Many alternatives for one word, the most frequent first. FTS5 asks every branch of an OR anew for each segment, and
    /// every alternative within a branch for each segment that the branch finds: frequent ones get branches of their own, and
    /// the rarer they are the more of them share one.
    /// </summary>
    private static void WriteWide(IReadOnlyList<IndexTerm> terms, StringBuilder expression)
    {
        var with = "(\"";
        for (int at = 0, size; at < terms.Count; at += size)
        {
            size = at < Singles ? 1 : at / Sharing;
            expression.Append(with);
            QueryEncoding.Write(terms.Skip(at).Take(size), expression);
            with = "\" OR \"";
        }

        expression.Append("\")");
    }

    private static void Join(IReadOnlyList<IndexQuery> parts, string with, StringBuilder expression)
    {
        if (parts.Count == 1)
        {
            Write(parts[0], expression);
            return;
        }

        expression.Append('(');
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                expression.Append(with);
            }

            Write(parts[i], expression);
        }

        expression.Append(')');
    }
}
