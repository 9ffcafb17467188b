using MiaVoices.Terminal.Screen;
using Xunit;

namespace MiaVoices.Tests.Terminal.Screen;

public class NearestHueTests
{
    [Theory]
    [InlineData(0xFF0000, 0)]
    [InlineData(0xFFA500, 2)]
    [InlineData(0x00AA44, 5)]
    [InlineData(0xFF66CC, 11)]
    public void A_colour_gets_the_hue_next_to_it(int rgb, int hue) => Assert.Equal(Roles.Code(hue), Roles.Nearest(rgb));

    [Theory]
    [InlineData(0x000000)]
    [InlineData(0x888888)]
    [InlineData(0xF0F0E8)]
    public void A_grey_has_none(int rgb) => Assert.Null(Roles.Nearest(rgb));

    [Fact]
    public void Dark_and_light_shades_have_the_same() => Assert.Equal(Roles.Nearest(0x3366CC), Roles.Nearest(0x99BBFF));
}
