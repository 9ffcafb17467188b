using MiaVoices.Core;
using MiaVoices.Core.Search;
using MiaVoices.Storage.Index;
using Xunit;

namespace MiaVoices.Tests.Storage.Index;

public sealed class SegmentSearchTests
{
    [Theory]
    [InlineData("kontakt", "1 2 3")]
    [InlineData("!kontakt", "1 3")]
    [InlineData("=kontakt", "1")]
    [InlineData("kontakt*", "1 3")]
    [InlineData("myndighetskontakt", "2")]
    [InlineData("\"inte kontakt\"", "1 2")]
    [InlineData("\"under året\"", "4")]
    [InlineData("kontakt -\"inte kontakt\"", "3")]
    [InlineData("NOT kontakt", "4 5 6")]
    [InlineData("året OR café", "4 5")]
    [InlineData("cafe", "5")]
    [InlineData("g\u0061\u030Ar", "")]
    [InlineData("öl O\u0308L", "6")]
    [InlineData("NOT NOT öl", "6")]
    [InlineData("NOT kontakt OR =kontakt", "1 4 5 6")]
    [InlineData("(NOT kontakt) (NOT öl)", "4 5")]
    [InlineData("C#", "5")]
    [InlineData("😀", "6")]
    public void Words_find_segments_in_document_order(string query, string keys)
    {
        using var project = new IndexProject().With(
            "Inte kontakt", "inte myndighetskontakten", "kontakter var bra", "under året gick", "café c", "o\u0308l 😀");

        Assert.Equal(keys, Keys(project, query));
    }

    [Theory]
    [InlineData("\"*")]
    [InlineData("NEAR(")]
    [InlineData("a\0b")]
    [InlineData("'; DROP TABLE segment; --")]
    [InlineData("text:kontakt")]
    [InlineData("{text} : kontakt")]
    [InlineData("^kontakt")]
    [InlineData("kontakt + person")]
    [InlineData("mer-tid")]
    [InlineData("\uD800*")]
    [InlineData("kontakt\uDC00")]
    [InlineData("\\\" OR 1=1")]
    public void Hostile_text_finds_or_is_refused_but_never_fails(string query)
    {
        using var project = new IndexProject().With("kontakt");
        var search = new SegmentSearch(project.Connection, project.Analyser);
        if (QueryParser.Parse(query, search.AttributeNames()).Root is { } root)
        {
            try
            {
                Assert.InRange(search.Find(new SearchRequest(root)).Total, 0, 1);
            }
            catch (RefusedException error)
            {
                Assert.Equal("search.noWord", error.Problem.Key);
            }
        }

        Assert.Equal("1", Keys(project, "kontakt"));
    }

    [Fact]
    public void Deep_and_long_queries_pass_through_FTS5()
    {
        using var project = new IndexProject().With("kontakt a1");
        static string Nested(int levels, string opening) =>
            string.Concat(Enumerable.Repeat(opening, levels)) + "kontakt" + new string(')', levels);

        Assert.Equal("1", Keys(project, Nested(16, "x OR a1 (")));
        Assert.Equal("1", Keys(project, Nested(16, "kontakt -x (")));
        Assert.Equal("1", Keys(project, Nested(8, "(x OR kontakt) a1 -y -(")));
        Assert.Equal("1", Keys(project, Nested(8, "a1 OR -(")));
        Assert.Equal("1", Keys(project, string.Join(" OR ", Enumerable.Range(0, 500).Select(i => "a" + i))));
        Assert.Equal("", Keys(project, string.Join(' ', Enumerable.Range(0, 500).Select(i => "a" + i))));
        Assert.Equal("", Keys(project, "\"" + string.Join(' ', Enumerable.Range(0, 3000).Select(i => "a")) + "\""));
    }

    [Fact]
    public void Pages_and_totals_agree()
    {
        using var project = new IndexProject().With([.. Enumerable.Range(0, 25).Select(_ => "kontakt")]);
        var search = new SegmentSearch(project.Connection, project.Analyser);
        SearchResult Page(int limit, int offset) => search.Find(new SearchRequest(new TermQuery("kontakt")) { Limit = limit, Offset = offset });

        Assert.Equal([1L, 2L], Page(2, 0).Hits.Select(h => h.Segment));
        Assert.Equal([24L, 25L], Page(10, 23).Hits.Select(h => h.Segment));
        Assert.All([Page(2, 0), Page(10, 23), Page(0, 0), Page(25, 0), Page(5, 100), Page(0, 100)], r => Assert.Equal(25, r.Total));
        Assert.Equal(25, Page(0, 0).Hits.Count);
    }

    [Fact]
    public void By_relevance_the_telling_ones_come_first()
    {
        using var project = new IndexProject().With(
            "kontakt bland många andra ord som står här och drar ut på det", "kontakt kontakt", "annat", "person kontakt");
        project.Code("Be", "Bemötande");
        var search = new SegmentSearch(project.Connection, project.Analyser);

        var words = search.Find(new SearchRequest(new TermQuery("kontakt")) { Order = SearchOrder.Relevance });
        var mixed = search.Find(new SearchRequest(QueryParser.Parse("(kontakt -kod:Be) OR person").Required()) { Order = SearchOrder.Relevance, Limit = 2 });
        var none = search.Find(new SearchRequest(QueryParser.Parse("NOT kontakt").Required()) { Order = SearchOrder.Relevance });

        Assert.Equal([2L, 4L, 1L], words.Hits.Select(h => h.Segment));
        Assert.True(words.Hits[0].Score > words.Hits[2].Score);
        Assert.Equal(3, mixed.Total);
        Assert.Equal(4L, mixed.Hits[0].Segment);
        Assert.Equal([new SegmentHit(3, null)], none.Hits);
    }

    [Fact]
    public void Hidden_sources_are_never_found()
    {
        using var project = new IndexProject().With("kontakt");
        var hidden = project.Source("hidden.txt");
        project.Segment(hidden, "kontakt här");
        project.Execute("UPDATE source SET hidden = 1 WHERE id = $id", ("$id", hidden));

        Assert.Equal("1", Keys(project, "kontakt"));
        Assert.Equal("", Keys(project, "här"));
        Assert.Equal("1", Keys(project, "NOT här"));
    }

    [Fact]
    public void A_cancelled_search_says_so()
    {
        using var project = new IndexProject().With("kontakt");
        var search = new SegmentSearch(project.Connection, project.Analyser);

        Assert.Throws<OperationCanceledException>(() => search.Find(new SearchRequest(new TermQuery("kontakt")), new CancellationToken(true)));
    }

    internal static string Keys(IndexProject project, string query, bool answersOnly = false)
    {
        var search = new SegmentSearch(project.Connection, project.Analyser);
        var root = QueryParser.Parse(query, search.AttributeNames()).Required();
        var result = search.Find(new SearchRequest(root) { Limit = 0, AnswersOnly = answersOnly });
        Assert.Equal(result.Total, search.Find(new SearchRequest(root) { Limit = 1, AnswersOnly = answersOnly }).Total);
        return string.Join(' ', result.Hits.Select(h => h.Segment));
    }
}
