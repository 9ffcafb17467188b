using MiaVoices.Core.Workbench;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public class QuoteFinderTests
{
    [Theory]
    [InlineData("Hon sa: ”kom hit” nu.", "\"kom hit\"", "”kom hit”")]
    [InlineData("Hon sa: \"kom hit\" nu.", "»kom hit«", "\"kom hit\"")]
    [InlineData("det var mamma's fel", "mamma’s", "mamma's")]
    [InlineData("ett\n två\u00A0 tre fyra", "ett två tre", "ett\n två\u00A0 tre")]
    [InlineData("ett två", "  två\n", "två")]
    [InlineData("myndig\u00ADhets", "myndighets", "myndig\u00ADhets")]
    [InlineData("tack 😀 då", "😀", "😀")]
    [InlineData("tack 😀 då", "tack 😀  då", "tack 😀 då")]
    public void White_space_and_quotation_marks_do_not_matter(string text, string quote, string found)
    {
        var (start, end) = Assert.Single(new QuoteFinder(text).Find(quote));
        Assert.Equal(found, text[start..end]);
    }

    [Theory]
    [InlineData("Det var bra", "det var")]
    [InlineData("Det var bra", "")]
    [InlineData("Det var bra", " ")]
    [InlineData("Det var bra", "braa")]
    [InlineData("", "a")]
    public void What_is_not_there_is_not_found(string text, string quote) =>
        Assert.Empty(new QuoteFinder(text).Find(quote));

    [Fact]
    public void No_more_places_are_given_than_asked_for()
    {
        Assert.Equal([(0, 2), (3, 5)], new QuoteFinder("ja ja ja").Find("ja"));
        Assert.Equal(3, new QuoteFinder("ja ja ja").Find("ja", 9).Count);
    }

    [Theory]
    [InlineData("Det var bra ", "Det var bra", true)]
    [InlineData("a          ", "a", true)]
    [InlineData("Det var bra", "Det var", true)]
    [InlineData("Det var mycket bra", "bra", false)]
    [InlineData("Det var bra", "Det var dåligt", false)]
    public void A_text_holds_a_quote_that_is_at_least_half_of_it(string text, string quote, bool holds) =>
        Assert.Equal(holds, new QuoteFinder(text).Holds(quote));
}
