using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class MatchedPlacesTests
{
    [Theory]
    [InlineData("kontakt", "Myndighetskontakterna! Kontakt-kontakt.", "Myndighetskontakterna|Kontakt|kontakt")]
    [InlineData("\"mer tid\"", "Mer tid, mer tid, mer tid! Tid.", "Mer tid|mer tid|mer tid")]
    [InlineData("\"mer tid\" OR tid", "Tid mer tid tid", "Tid|mer tid|tid")]
    [InlineData("\"mer tid\" OR \"mer tid nu\"", "Mer tid nu och mer tid", "Mer tid nu|mer tid")]
    [InlineData("mer tid", "Mer tid", "Mer|tid")]
    [InlineData("\"mer tid\" OR (\"och det\" saknas)", "Mer tid och det", "Mer tid")]
    [InlineData("e-post", "E-post, e post och e‑posten. Post.", "E-post|e post|e‑posten")]
    [InlineData("tid -kontakt", "Tid 😀 tiden", "Tid|tiden")]
    [InlineData("😀", "Bra 😀 😀", "😀|😀")]
    [InlineData("grupp:deltagare", "Tid", "")]
    public void Whole_words_and_phrases_are_places(string query, string text, string places)
    {
        var node = QueryParser.Parse(query).Required();
        var matches = new MatchFinder(IndexQuery.Of(node, ProjectBuilder.Analyser)!, ProjectBuilder.Analyser).Find(text) ?? [];

        var found = new MatchedPlaces(node, new SearchWords(ProjectBuilder.Analyser)).Of(text, matches);

        Assert.Equal(places, string.Join('|', found.Select(p => text[p.Start..p.End])));
    }
}
