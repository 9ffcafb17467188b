using MiaVoices.Core.Search;
using MiaVoices.Storage.Index;
using Xunit;

namespace MiaVoices.Tests.Storage.Index;

public sealed class RankingTests
{
    [Theory]
    [InlineData("kontakt", 3, false)]
    [InlineData("kontakt", 2, true)]
    [InlineData("kontakt", 0, false)]
    [InlineData("kontakt OR annat", 2, true)]
    [InlineData("kontakt -annat", 2, false)]
    [InlineData("NOT annat", 1, false)]
    public void Too_many_hits_to_rank_come_in_document_order_and_that_is_told(string query, int most, bool late)
    {
        using var project = new IndexProject().With("kontakt annat annat annat annat annat", "kontakt", "kontakt kontakt med mera", "mera");
        var search = new SegmentSearch(project.Connection, project.Analyser);
        var node = QueryParser.Parse(query, []).Required();
        var documents = search.Find(new SearchRequest(node));

        var ranked = search.Find(new SearchRequest(node) { Order = SearchOrder.Relevance, RankAtMost = most });

        Assert.Equal(late, ranked.RankingPutOff);
        Assert.Equal(documents.Total, ranked.Total);
        Assert.Equal(documents.Hits.Select(h => h.Segment).Order(), ranked.Hits.Select(h => h.Segment).Order());
        if (late)
        {
            Assert.Equal(documents.Hits, ranked.Hits);
        }
    }

    [Fact]
    public void The_more_of_a_segment_the_word_is_the_earlier_it_comes()
    {
        using var project = new IndexProject().With("kontakt annat annat annat annat annat", "kontakt", "kontakt kontakt med mera", "mera");
        var search = new SegmentSearch(project.Connection, project.Analyser);

        var ranked = search.Find(new SearchRequest(new TermQuery("kontakt")) { Order = SearchOrder.Relevance });

        Assert.Equal([2, 3, 1], ranked.Hits.Select(h => h.Segment));
        Assert.True(ranked.Hits[0].Score > ranked.Hits[2].Score);
    }
}
