using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Core.Search;
using MiaVoices.Storage.Index;
using Xunit;

namespace MiaVoices.Tests.Storage.Index;

/// <summary>The index and <see cref="MatchFinder"/> must give the same answer to every query.</summary>
public sealed class SearchAgreementTests
{
    private static readonly string[] Vocabulary =
    [
        "kontakt", "Kontakter", "kontakten", "myndighetskontakt", "kontaktperson", "person", "personkontakter", "barn", "barnbarn", "inte", "och",
        "under", "gick", "gå", "o\u0308l", "öl", "café", "cafe", "😀", "C", "e", "post", "東京", "man", "män", "\uFFFD", "a",
    ];

    private static readonly Gen<string> Word = Gen.Elements(Vocabulary);

    private static readonly Gen<TermQuery> Term = Gen.Elements(Vocabulary).Zip(
        Gen.Elements(TermMode.Inflected, TermMode.Inflected, TermMode.Whole, TermMode.Exact), static (form, mode) => new TermQuery(form, mode));

    private static readonly Gen<TermQuery> Prefix = Word.Zip(Gen.Choose(1, 5), static (form, length) =>
        new TermQuery(form[..Math.Min(form.Length, length)], TermMode.Prefix));

    private static readonly Gen<QueryNode> Phrase = Term.ListOf(2).Zip(Gen.OneOf(Prefix, Term), static (terms, last) =>
        (QueryNode)new PhraseQuery([.. terms.Take(1 + (last.Form.Length % 2)), last]));

    [Fact]
    public void The_index_and_the_finder_agree_on_random_trees()
    {
        var texts = Gen.Elements(Vocabulary).Zip(Gen.Elements(" ", " ", "-", ", ", ". "), static (w, s) => w + s).ListOf().Select(string.Concat).ListOf(60);
        foreach (var segments in texts.Sample(10, 8))
        {
            using var project = new IndexProject().With([.. segments]);
            var search = new SegmentSearch(project.Connection, project.Analyser);
            Prop.ForAll(Gen.Sized(size => Tree(Math.Min(size, 12))).ToArbitrary(), tree => Agree(search, project, segments, tree)).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void The_index_and_the_finder_agree_on_random_query_texts()
    {
        string[] segments = [.. Vocabulary, "inte kontakt och person", "person-kontakt", "e-post under öl", "C# a", ""];
        using var project = new IndexProject().With(segments);
        var search = new SegmentSearch(project.Connection, project.Analyser);
        var pieces = Gen.OneOf(Word, Gen.Elements(" ", " ", " ", "\"", "(", ")", "-", "!", "=", "*", " AND ", " OR ", " NOT ", "#", "'", "\0", "\uD83D"));
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            if (QueryParser.Parse(text, []).Root is { } root)
            {
                Agree(search, project, segments, root);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static void Agree(SegmentSearch search, IndexProject project, IReadOnlyList<string> segments, QueryNode tree)
    {
        if (IndexQuery.Of(tree, project.Analyser) is not { } asked)
        {
            Assert.Throws<RefusedException>(() => search.Find(new SearchRequest(tree)));
            return;
        }

        var finder = new MatchFinder(asked, project.Analyser);
        var expected = Enumerable.Range(1, segments.Count).Where(i => finder.Find(segments[i - 1]) is not null).Select(i => (long)i).ToList();
        var found = search.Find(new SearchRequest(tree) { Limit = 0 });
        Assert.Equal(expected, found.Hits.Select(h => h.Segment));
        Assert.Equal(expected.Count, search.Find(new SearchRequest(tree) { Limit = 1 }).Total);
        var ranked = search.Find(new SearchRequest(tree) { Limit = 0, Order = SearchOrder.Relevance });
        Assert.Equal(expected, ranked.Hits.Select(h => h.Segment).Order());
    }

    private static Gen<QueryNode> Tree(int size)
    {
        var leaf = Gen.OneOf(Term.Select(static t => (QueryNode)t), Prefix.Select(static t => (QueryNode)t), Phrase);
        if (size < 2)
        {
            return leaf;
        }

        var pair = Tree(size / 2).ListOf(2);
        return Gen.OneOf(
            leaf,
            pair.Select(static p => (QueryNode)new AndQuery([.. p])),
            pair.Select(static p => (QueryNode)new OrQuery([.. p])),
            pair.Select(static p => (QueryNode)new AndQuery([p[0], new NotQuery(p[1])])),
            Tree(size / 2).Select(static t => (QueryNode)new NotQuery(t)));
    }
}
