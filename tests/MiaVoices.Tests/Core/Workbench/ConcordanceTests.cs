using MiaVoices.Core;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class ConcordanceTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public ConcordanceTests() => project.Import(Drafts.Notes(
        "möte.txt",
        "Ökad tid. Zebror har tid nu.",
        "Ängar ger tid, och 😀 arbetstid.",
        "Åter: mer tid.",
        "mer tid åt alla"));

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("tid", ConcordanceOrder.Hits, "Ökad [tid]|har [tid]|ger [tid]|😀 [arbetstid]|mer [tid]|mer [tid]")]
    [InlineData("tid", ConcordanceOrder.Left, "ger [tid]|har [tid]|mer [tid]|mer [tid]|Ökad [tid]|😀 [arbetstid]")]
    [InlineData("\"mer tid\"", ConcordanceOrder.Hits, "Åter: [mer tid]|[mer tid]")]
    public void A_line_for_each_place_in_the_order_asked_for(string query, ConcordanceOrder order, string lines) =>
        Assert.Equal(lines, string.Join('|', Lines(query, order).Select(l => $"{l.Left.TrimEnd().Split(' ')[^1]} [{l.Found}]".TrimStart())));

    [Fact]
    public void Sorting_by_what_follows_goes_by_the_Swedish_alphabet() => Assert.Equal(
        [".", ".", " nu.", ", och 😀 arbetstid.", ". Zebror har tid nu.", " åt alla"],
        Lines("tid", ConcordanceOrder.Right).Select(l => l.Right));

    [Fact]
    public void Before_found_and_after_are_the_segment()
    {
        Assert.All(Lines("tid", ConcordanceOrder.Left), l => Assert.Equal(l.Segment.Text, l.Left + l.Found + l.Right));
        Assert.Equal("search.kwicNoWords", Assert.Throws<UsageException>(() => Lines("källa:möte", ConcordanceOrder.Hits)).Problem.Key);
    }

    private IReadOnlyList<ConcordanceLine> Lines(string query, ConcordanceOrder order)
    {
        var searching = new Searching(project.Store);
        return Concordance.Lines(searching.Run(query, [], "sv", n => new SearchRequest(n) { Limit = 0 }).Hits, searching.Read(query, []), project.Store.SearchWords, order);
    }
}
