using MiaVoices.Core.Search;
using Xunit;

namespace MiaVoices.Tests.Core.Search;

public sealed class QueryReadingTests
{
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
    public void A_query_is_told_in_Swedish(string query, string words) =>
        Assert.Equal(words, QueryReading.InWords(QueryParser.Parse(query).Required(), "sv", new TableAnalyser()));

    [Fact]
    public void A_query_is_told_in_English() => Assert.Equal(
        "the word *kontakt* (all inflections, also within compounds) but not words that begin with *myn*",
        QueryReading.InWords(QueryParser.Parse("kontakt -myn*").Required(), "en", new TableAnalyser()));

    [Fact]
    public void What_a_person_wrote_is_never_a_placeholder() => Assert.Equal(
        "{0}{1} är {1}",
        QueryReading.InWords(new FilterQuery(FilterField.Attribute, "{0}{1}", "{1}"), "sv", new TableAnalyser()));
}
