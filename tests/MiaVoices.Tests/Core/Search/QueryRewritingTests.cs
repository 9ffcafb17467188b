using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using Xunit;

namespace MiaVoices.Tests.Core.Search;

public sealed class QueryRewritingTests
{
    private static readonly FormVocabulary Vocabulary = new(
        [("kontakt", 40), ("kontrakt", 2), ("kontakter", 9), ("tid", 50), ("myndighetskontakten", 3), ("inte", 90), ("barn", 5), ("born", 1)]);

    [Theory]
    [InlineData("konakt", "kontakt")]
    [InlineData("!konakt  OCH -fel grupp:unga", "!kontakt  OCH -fel grupp:unga")]
    [InlineData("\"inte konatk\" NÄRA/3 tdi", "\"inte kontakt\" NÄRA/3 tid")]
    [InlineData("bern", "barn")]
    [InlineData("kontakten", null)]
    [InlineData("myndigheten", null)]
    [InlineData("=kontakten", "=kontakter")]
    [InlineData("tid kontakt", null)]
    [InlineData("INTE konakt", null)]
    [InlineData("xyzzyx", null)]
    [InlineData("ab", null)]
    [InlineData("konakt~", null)]
    [InlineData("(", null)]
    public void Words_that_the_project_lacks_get_the_nearest_spelling(string query, string? suggested) =>
        Assert.Equal(suggested, SpellingSuggestion.For(QueryParser.Parse(query), new TableAnalyser(), Vocabulary));

    [Theory]
    [InlineData("myndighetskontakten", "(myndighets NÄRA/8 kontakten)")]
    [InlineData("!Myndighetskontakt INTE tid", "(myndighets NÄRA/8 kontakt) INTE tid")]
    [InlineData("tid ELLER (kontaktperson kod:Mk)", "tid ELLER ((kontakt NÄRA/8 person) kod:Mk)")]
    [InlineData("=kontaktperson", null)]
    [InlineData("\"en kontaktperson\"", null)]
    [InlineData("\" kontaktperson\"", null)]
    [InlineData("-kontaktperson tid", null)]
    [InlineData("kontaktperson NÄRA tid", null)]
    [InlineData("kontakt", null)]
    public void Compounds_become_their_parts_near_each_other(string query, string? broader) =>
        Assert.Equal(broader, BroaderQuery.For(QueryParser.Parse(query), new TableAnalyser()));

    [Fact]
    public void The_broader_query_finds_what_the_compound_finds()
    {
        var analyser = new SwedishAnalyser();
        var broader = BroaderQuery.For(QueryParser.Parse("myndighetskontakt"), analyser, "en")!;
        var finder = new MatchFinder(IndexQuery.Of(QueryParser.Parse(broader).Required(), analyser)!, analyser);

        Assert.Contains(" NEAR/8 ", broader, StringComparison.Ordinal);
        Assert.NotNull(finder.Find("Våra myndighetskontakter."));
        Assert.NotNull(finder.Find("Kontakten med en myndighet."));
    }
}
