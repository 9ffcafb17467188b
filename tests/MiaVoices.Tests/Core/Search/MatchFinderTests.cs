using MiaVoices.Core.Search;
using Xunit;

namespace MiaVoices.Tests.Core.Search;

public sealed class MatchFinderTests
{
    [Theory]
    [InlineData("kontakt", "Kontakt med kontakter", "Kontakt:Exact kontakter:Inflection")]
    [InlineData("kontakt", "myndighetskontakten här", "kontakten:Compound")]
    [InlineData("barn", "barnbarn", "barn:Compound barn:Compound")]
    [InlineData("!kontakt", "myndighetskontakt", null)]
    [InlineData("!kontakt", "kontakten", "kontakten:Inflection")]
    [InlineData("=kontakt", "kontakten", null)]
    [InlineData("=Kontakten", "kontakten", "kontakten:Exact")]
    [InlineData("gå", "han gick", "gick:Lexicon")]
    [InlineData("gick", "gå går", "gå:Lexicon går:Lexicon")]
    [InlineData("myndig*", "Myndigheten och myndig", "Myndigheten:Prefix myndig:Prefix")]
    [InlineData("under", "underkläder under", "under:Exact")]
    [InlineData("\"ingen kontakt\"", "ingen kontakt, ingen alls", "ingen:Exact kontakt:Exact")]
    [InlineData("\"inte kontakt\"", "inte myndighetskontakt", "inte:Exact kontakt:Compound")]
    [InlineData("\"ingen kon*\"", "ingen kontakt ingen annan", "ingen:Exact kontakt:Prefix")]
    [InlineData("\"inte kontakt\"", "inte alls kontakt", null)]
    [InlineData("kontakt -person", "kontakt", "kontakt:Exact")]
    [InlineData("kontakt -person", "kontakt person", null)]
    [InlineData("NOT person", "kontakt", "")]
    [InlineData("hej OR (kontakt person)", "hej kontakt", "hej:Exact")]
    [InlineData("kontakt OR myndighetskontakt", "myndighetskontakt", "myndighetskontakt:Exact")]
    [InlineData("kontakter OR =kontakt", "kontakt", "kontakt:Exact")]
    [InlineData("cafe", "café", "café:Exact")]
    [InlineData("går", "ga\u030Ar går", "går:Exact")]
    [InlineData("😀", "bra 😀!", "😀:Exact")]
    public void Words_are_marked_with_the_reason(string query, string text, string? marks)
    {
        var analyser = new TableAnalyser();
        var asked = IndexQuery.Of(QueryParser.Parse(query).Required(), analyser)!;

        var found = new MatchFinder(asked, analyser).Find(text);

        Assert.Equal(marks, found is null ? null : string.Join(' ', found.Select(m => $"{text[m.Start..m.End]}:{m.Why}")));
    }

    [Fact]
    public void Without_an_answer_a_filter_may_hold_or_not()
    {
        var analyser = new TableAnalyser();
        var asked = IndexQuery.Of(QueryParser.Parse("kontakt -kod:Mk (kod:A OR person)").Required(), analyser)!;
        var finder = new MatchFinder(asked, analyser);

        Assert.Single(finder.Find("kontakt")!);
        Assert.NotNull(finder.Find("kontakt", f => f.Value == "A"));
        Assert.Null(finder.Find("kontakt", f => f.Value == "Mk"));
        Assert.Null(finder.Find("annat"));
    }

    [Theory]
    [InlineData("#")]
    [InlineData("\"…\"")]
    [InlineData("– OR (… AND NOT #)")]
    public void A_query_without_words_asks_for_nothing(string query) =>
        Assert.Null(IndexQuery.Of(QueryParser.Parse(query).Required(), new TableAnalyser()));

    [Fact]
    public void A_word_that_the_analyser_splits_is_a_phrase()
    {
        var analyser = new TableAnalyser();
        var asked = IndexQuery.Of(QueryParser.Parse("e-post").Required(), analyser)!;

        Assert.Equal(2, Assert.IsType<IndexWords>(asked).Slots.Count);
        Assert.NotNull(new MatchFinder(asked, analyser).Find("E-post"));
        Assert.Null(new MatchFinder(asked, analyser).Find("post e"));
    }

    [Theory]
    [InlineData("", "'")]
    [InlineData("=x", "'=x")]
    [InlineData("'x", "''x")]
    [InlineData("x", "x")]
    public void No_stem_is_written_like_another_kind(string stem, string written) =>
        Assert.Equal(written, new IndexTerm(IndexTermKind.Stem, stem).Written);
}
