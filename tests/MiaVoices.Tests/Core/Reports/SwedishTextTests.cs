using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using Xunit;

namespace MiaVoices.Tests.Core.Reports;

public class SwedishTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(12345, "12 345")]
    [InlineData(1234567, "1 234 567")]
    [InlineData(-1200, "−1 200")]
    [InlineData(long.MinValue, "−9 223 372 036 854 775 808")]
    public void Thousands_are_held_together_by_hard_spaces(long value, string expected) =>
        Assert.Equal(expected.Replace(' ', '\u00A0'), SwedishText.Number(value));

    [Theory]
    [InlineData(0.278, 0, "28")]
    [InlineData(0.285, 0, "29")]
    [InlineData(0.125, 0, "13")]
    [InlineData(42.0 / 151, 1, "27,8")]
    [InlineData(1, 1, "100,0")]
    [InlineData(-0.05, 0, "−5")]
    public void A_percentage_has_a_comma_and_a_hard_space(double share, int decimals, string expected) =>
        Assert.Equal(expected + "\u00A0%", SwedishText.Percent(share, decimals));

    [Theory]
    [InlineData(1, "1\u00A0källa")]
    [InlineData(0, "0\u00A0källor")]
    [InlineData(2, "2\u00A0källor")]
    public void A_noun_follows_its_number(long value, string expected) =>
        Assert.Equal(expected, SwedishText.Count(value, "källa", "källor"));

    [Fact]
    public void A_share_is_k_of_n_with_a_percentage_from_a_base_of_twenty()
    {
        Assert.Equal("7\u00A0av\u00A019", SwedishText.OfWithPercent(new Share(7, 19)));
        Assert.Equal("7\u00A0av\u00A020 (35\u00A0%)", SwedishText.OfWithPercent(new Share(7, 20)));
        Assert.Equal("..\u00A0av\u00A020", SwedishText.OfWithPercent(new Share(3, 20, Suppressed: true)));
        Assert.Equal("..", SwedishText.PersonsWithPercent(new Share(3, 20, Suppressed: true)));
        Assert.Equal("(n\u00A0=\u00A07)", SwedishText.Base(7));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a|b", "a och b")]
    [InlineData("a|b|c", "a, b och c")]
    public void Words_are_listed_with_och_before_the_last(string words, string expected) =>
        Assert.Equal(expected, SwedishText.And(words.Split('|', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Times_and_dates_do_not_depend_on_the_machine()
    {
        Assert.Equal("00:12:31", SwedishText.Timecode(751.9));
        Assert.Equal("101:00:00", SwedishText.Timecode(363_600));
        Assert.Equal("2025-09-08", SwedishText.Date(new DateTimeOffset(2025, 9, 8, 23, 59, 0, TimeSpan.Zero)));
        Assert.Equal("Åsikter", SwedishText.Capital("åsikter"));
        Assert.Equal("", SwedishText.Capital(""));
    }
}
