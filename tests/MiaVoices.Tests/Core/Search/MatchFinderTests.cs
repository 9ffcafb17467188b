using MiaVoices.Core;
using MiaVoices.Core.Sources;
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
    [InlineData("*akte?", "kontakter kontakt", null)]
    [InlineData("*akt*", "Kontakter, kontakt", "Kontakter:Wildcard kontakt:Wildcard")]
    [InlineData("m?n", "man män mn", "man:Wildcard män:Wildcard")]
    [InlineData("e-p*st", "E-post", "E:Exact post:Wildcard")]
    [InlineData("/Kon.*T/", "kontakt kontakter", "kontakt:Regex")]
    [InlineData("konakt~", "Kontakt konakt kontakten", "Kontakt:Fuzzy konakt:Exact")]
    [InlineData("gcik~1", "gick", "gick:Fuzzy")]
    [InlineData("\"ingen kon*t\"", "ingen kontakt", "ingen:Exact kontakt:Wildcard")]
    [InlineData("kontakt NÄRA/1 ingen", "ingen alls kontakt ingen alls alls kontakt", "ingen:Exact kontakt:Exact ingen:Exact")]
    [InlineData("kontakt NÄRA/1 ingen", "ingen alls alls kontakt", null)]
    [InlineData("person NÄRA/0 kontakt", "kontaktperson", "kontakt:Compound person:Compound")]
    [InlineData("(kontakt ELLER \"mer tid\") NÄRA/0 ingen", "ingen mer tid", "ingen:Exact mer:Exact tid:Exact")]
    [InlineData("händer", "hand", "hand:Lexicon")]
    [InlineData("hand", "händer handen", "händer:Lexicon handen:Inflection")]
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

    [Fact]
    public void An_English_segment_is_read_as_English()
    {
        var (swedish, english) = (new TableAnalyser(), new EnglishTableAnalyser());
        var finder = new MatchFinder(IndexQuery.Of(new TermQuery("walking"), swedish, english)!, swedish, english);

        Assert.Equal(MatchReason.Inflection, Assert.Single(finder.Find("he walked", language: TextLanguage.English)!).Why);
        Assert.Null(finder.Find("he walked"));
        Assert.NotNull(finder.Find("walking"));
    }

    [Fact]
    public void What_is_cut_is_told_and_the_most_common_are_kept()
    {
        var vocabulary = new FormVocabulary(Enumerable.Range(1, 600).Select(i => ($"ord{i:000}", i)));
        var notices = new List<Problem>();

        var words = Assert.IsType<IndexWords>(IndexQuery.Of(QueryParser.Parse("*ord*").Required(), new TableAnalyser(), null, vocabulary, notices));
        var phrase = Assert.IsType<IndexWords>(IndexQuery.Of(QueryParser.Parse("\"a *ord*\"").Required(), new TableAnalyser(), null, vocabulary));

        Assert.Equal(500, words.Slots[0].Terms.Count);
        Assert.Equal("ord600", words.Slots[0].Terms[0].Text);
        Assert.Equal(100, phrase.Slots[1].Terms.Count);
        var notice = Assert.Single(notices);
        Assert.Equal(("search.pattern.cut", "*ord*", 500, 600), (notice.Key, notice.Facts[0], notice.Facts[1], notice.Facts[2]));
    }

    [Fact]
    public void Too_many_combinations_near_each_other_are_refused()
    {
        var phrases = string.Join(" OR ", Enumerable.Range(0, 17).Select(i => $"\"a {i}\""));

        var refused = Assert.Throws<RefusedException>(() => IndexQuery.Of(QueryParser.Parse($"({phrases}) NEAR ({phrases})").Required(), new TableAnalyser()));

        Assert.Equal("search.near.tooMany", refused.Problem.Key);
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
    [InlineData("_x", "'_x")]
    [InlineData("x", "x")]
    public void No_stem_is_written_like_another_kind(string stem, string written) =>
        Assert.Equal(written, new IndexTerm(IndexTermKind.Stem, stem).Written);
}
