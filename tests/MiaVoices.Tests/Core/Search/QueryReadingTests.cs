using MiaVoices.Core.Search;
using Xunit;

namespace MiaVoices.Tests.Core.Search;

public sealed class QueryReadingTests
{
    private static readonly FormVocabulary Vocabulary = new([("kontakt", 3), ("kontakter", 1), ("kut", 1), ("konakt", 1)]);

    [Theory]
    [InlineData("kontakt \"ta emot\"", "ordet *kontakt* (alla böjningar, även i sammansättningar) och frasen ”ta emot” (alla böjningar)")]
    [InlineData("inte", "ordet *inte*")]
    [InlineData("=kontakten OR !kontakt", "formen *kontakten* eller ordet *kontakt* (alla böjningar, inte i sammansättningar)")]
    [InlineData("myndig* -inte", "ord som börjar på *myndig* men inte ordet *inte*")]
    [InlineData("-inte -med", "allt utom ordet *inte* eller ordet *med*")]
    [InlineData("(inte OR med) och under", "(ordet *inte* eller ordet *med*), ordet *och* och ordet *under*")]
    [InlineData("inte OR NOT med", "ordet *inte* eller allt utom ordet *med*")]
    [InlineData("=\"ta emot\" grupp:unga kod:Mk", "frasen ”ta emot”, grupp är unga och koden är Mk eller en kod under den")]
    [InlineData("inte kod:ingen", "ordet *inte* och ingen kod är satt")]
    [InlineData("kod:någon -kod:\"någon\"", "någon kod är satt men inte koden är någon eller en kod under den")]
    [InlineData("NOT (inte med)", "allt utom (ordet *inte* och ordet *med*)")]
    [InlineData("inte NÄRA/5 =kontakt x", "(ordet *inte* och formen *kontakt* nära varandra (högst 5 ord emellan)) och ordet *x* (alla böjningar, även i sammansättningar)")]
    [InlineData("(inte OR med) NÄRA/1 under", "(ordet *inte* eller ordet *med*) och ordet *under* nära varandra (högst 1 ord emellan)")]
    [InlineData("inte NÄRA/0 med", "ordet *inte* och ordet *med* intill varandra")]
    [InlineData("k*t", "ord efter mönstret ”k*t” (3 former)")]
    [InlineData("/kon.*/", "ord efter det reguljära uttrycket /kon.*/ (3 former)")]
    [InlineData("konakt~", "ord som stavas ungefär som *konakt* (högst 2 fel, 2 former)")]
    [InlineData("k*t~1 OR x", null)]
    [InlineData("ab~", "formen *ab*")]
    [InlineData("\"k?t /a/ konakt~1 b*\"", "frasen ”k?t /a/ konakt~1 b*” (alla böjningar)")]
    public void A_query_is_told_in_Swedish(string query, string? words) => Assert.Equal(
        words,
        QueryParser.Parse(query).Root is { } root ? QueryReading.InWords(root, "sv", new TableAnalyser(), Vocabulary) : null);

    [Fact]
    public void A_query_is_told_in_English() => Assert.Equal(
        "the word *kontakt* (all inflections, also within compounds) but not words that begin with *myn*",
        QueryReading.InWords(QueryParser.Parse("kontakt -myn*").Required(), "en", new TableAnalyser()));

    [Fact]
    public void Patterns_are_told_in_English() => Assert.Equal(
        "words after the pattern “k*” (4 forms) and words spelt nearly like *kut* (at most 1 wrong, 1 form) near each other (at most 10 words between)",
        QueryReading.InWords(new NearQuery([new TermQuery("k*", TermMode.Wildcard), new TermQuery("kut", TermMode.Fuzzy)], 10), "en", new TableAnalyser(), Vocabulary));

    [Fact]
    public void What_a_person_wrote_is_never_a_placeholder() => Assert.Equal(
        "{0}{1} är {1}",
        QueryReading.InWords(new FilterQuery(FilterField.Attribute, "{0}{1}", "{1}"), "sv", new TableAnalyser()));
}
