namespace MiaVoices.Core.Search;

/// <summary>Makes the tree that the index is asked with.</summary>
internal sealed class IndexQueryBuilder(SlotReader slots)
{
    /// <summary>Most groups that alternatives near each other may come to: each is a search of its own.</summary>
    internal const int MostGroups = 256;

    internal IndexQuery? Of(QueryNode node) => node switch
    {
        TermQuery term => OneOf(slots.Words([term], near: false)),
        PhraseQuery phrase => OneOf(slots.Words(phrase.Terms, near: false)),
        NearQuery near => Near(near),
        AndQuery and => Join(and.Parts.Select(Of), static p => p is IndexAnd a ? a.Parts : [p], static p => new IndexAnd(p)),
        OrQuery or => Join(or.Parts.Select(Of), static p => p is IndexOr o ? o.Parts : [p], static p => new IndexOr(p)),
        NotQuery not => Of(not.Inner) switch
        {
            null => null,
            IndexNot twice => twice.Inner,
            var inner => new IndexNot(inner),
        },
        FilterQuery filter => new IndexFilter(filter),
        _ => throw new ArgumentException("Unknown kind of query: " + node.GetType().Name, nameof(node)),
    };

    private static IndexQuery? OneOf(IEnumerable<IndexQuery> parts) =>
        Join(parts, static p => [p], static p => new IndexOr(p));

    private static IndexQuery? Join(
        IEnumerable<IndexQuery?> parts,
        Func<IndexQuery, IReadOnlyList<IndexQuery>> flatten,
        Func<IReadOnlyList<IndexQuery>, IndexQuery> join)
    {
        var kept = new List<IndexQuery>();
        foreach (var part in parts)
        {
            if (part is not null)
            {
                kept.AddRange(flatten(part));
            }
        }

        return kept.Count switch
        {
            0 => null,
            1 => kept[0],
            _ => join(kept),
        };
    }

    // FTS5's NEAR takes phrases only: words become alternatives at one position, and phrases make a group each.
    private IndexQuery? Near(NearQuery near)
    {
        var parts = new List<List<IndexWords>>();
        foreach (var part in near.Parts)
        {
            var alternatives = Merged(Alternatives(part));
            if (alternatives.Count > 0)
            {
                parts.Add(alternatives);
            }
        }

        if (parts.Count < 2)
        {
            return parts.Count == 0 ? null : OneOf(parts[0]);
        }

        IEnumerable<IReadOnlyList<IndexWords>> groups = [[]];
        var count = 1;
        foreach (var alternatives in parts)
        {
            count *= alternatives.Count;
            if (count > MostGroups)
            {
                throw new RefusedException(Problem.Of("search.near.tooMany", MostGroups));
            }

            groups = groups.SelectMany(_ => alternatives, static (group, next) => (IReadOnlyList<IndexWords>)[.. group, next]);
        }

        return OneOf(groups.Select(group => new IndexNear(group, near.Distance)));
    }

    private List<IndexWords> Alternatives(QueryNode node) => node switch
    {
        TermQuery term => slots.Words([term], near: true),
        PhraseQuery phrase => slots.Words(phrase.Terms, near: true),
        OrQuery or => [.. or.Parts.SelectMany(Alternatives)],
        _ => throw new ArgumentException("Cannot stand near something: " + node.GetType().Name, nameof(node)),
    };

    // A prefix counts for every token of its position, so prefixes stand apart.
    private static List<IndexWords> Merged(List<IndexWords> alternatives)
    {
        var merged = alternatives.Where(static a => a.Slots.Count > 1).ToList();
        foreach (var kind in alternatives.Where(static a => a.Slots.Count == 1).GroupBy(static a => a.Slots[0].Mode == TermMode.Prefix))
        {
            IndexSlot[] words = [.. kind.Select(static a => a.Slots[0])];
            merged.Add(new IndexWords([words.Length == 1 ? words[0] : AnyOf(words)]));
        }

        return merged;
    }

    private static IndexSlot AnyOf(IndexSlot[] words) =>
        words[0] with { Terms = [.. words.SelectMany(static w => w.Terms).Distinct()], Pattern = null, Expansion = null, Alternatives = words };
}
