using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>
/// What a query asks of the index: the tree with its words analysed. The index and <see cref="MatchFinder"/> both work
/// from this, so that they find the same. Immutable.
/// </summary>
public abstract record IndexQuery
{
    /// <summary>
    /// Analyses the words of a query. Words without a letter, digit or sign that the analyser keeps ask for nothing and are
    /// left out, with what holds only them; null if nothing is left.
    /// </summary>
    public static IndexQuery? Of(QueryNode node, ITextAnalyser analyser)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(analyser);
        return node switch
        {
            TermQuery term => Words([term], analyser),
            PhraseQuery phrase => Words(phrase.Terms, analyser),
            AndQuery and => Join(and.Parts, analyser, static p => p is IndexAnd a ? a.Parts : [p], static p => new IndexAnd(p)),
            OrQuery or => Join(or.Parts, analyser, static p => p is IndexOr o ? o.Parts : [p], static p => new IndexOr(p)),
            NotQuery not => Of(not.Inner, analyser) switch
            {
                null => null,
                IndexNot twice => twice.Inner,
                var inner => new IndexNot(inner),
            },
            FilterQuery filter => new IndexFilter(filter),
            _ => throw new ArgumentException("Unknown kind of query: " + node.GetType().Name, nameof(node)),
        };
    }

    private static IndexQuery? Join(
        IReadOnlyList<QueryNode> parts,
        ITextAnalyser analyser,
        Func<IndexQuery, IReadOnlyList<IndexQuery>> flatten,
        Func<IReadOnlyList<IndexQuery>, IndexQuery> join)
    {
        var kept = new List<IndexQuery>();
        foreach (var part in parts)
        {
            if (Of(part, analyser) is { } query)
            {
                kept.AddRange(flatten(query));
            }
        }

        return kept.Count switch
        {
            0 => null,
            1 => kept[0],
            _ => join(kept),
        };
    }

    private static IndexWords? Words(IReadOnlyList<TermQuery> terms, ITextAnalyser analyser)
    {
        var slots = new List<IndexSlot>();
        var tokens = new List<Token>();
        foreach (var term in terms)
        {
            tokens.Clear();
            analyser.Analyse(WithoutLoneSurrogates(term.Form), tokens);
            for (var i = 0; i < tokens.Count; i++)
            {
                // Only the last piece of "e-pos*" is cut off.
                var mode = term.Mode == TermMode.Prefix && i < tokens.Count - 1 ? TermMode.Inflected : term.Mode;
                slots.Add(new IndexSlot(tokens[i].Word, mode, IndexTerms.Asked(tokens[i].Word, mode)));
            }
        }

        return slots.Count == 0 ? null : new IndexWords(slots);
    }

    // Stored text has passed through UTF-8 and holds none; a query must be read in the same way.
    private static string WithoutLoneSurrogates(string text)
    {
        foreach (var c in text)
        {
            if (char.IsSurrogate(c))
            {
                return string.Concat(text.EnumerateRunes());
            }
        }

        return text;
    }
}

/// <summary>One position of a phrase.</summary>
/// <param name="Word">The word of the query.</param>
/// <param name="Mode">How it is looked for; a prefix stands only in the last position.</param>
/// <param name="Terms">The index tokens that satisfy it; for a prefix, what they begin with.</param>
public sealed record IndexSlot(AnalysedWord Word, TermMode Mode, IReadOnlyList<IndexTerm> Terms);

/// <summary>One word, or several in a row.</summary>
/// <param name="Slots">One or more positions.</param>
public sealed record IndexWords(IReadOnlyList<IndexSlot> Slots) : IndexQuery;

/// <summary>All of these.</summary>
/// <param name="Parts">Two or more, none of them an <see cref="IndexAnd"/>.</param>
public sealed record IndexAnd(IReadOnlyList<IndexQuery> Parts) : IndexQuery;

/// <summary>At least one of these.</summary>
/// <param name="Parts">Two or more, none of them an <see cref="IndexOr"/>.</param>
public sealed record IndexOr(IReadOnlyList<IndexQuery> Parts) : IndexQuery;

/// <summary>Not this.</summary>
/// <param name="Inner">What must not be there; never an <see cref="IndexNot"/> itself.</param>
public sealed record IndexNot(IndexQuery Inner) : IndexQuery;

/// <summary>A condition outside the words.</summary>
/// <param name="Filter">The condition.</param>
public sealed record IndexFilter(FilterQuery Filter) : IndexQuery;
