using MiaVoices.Terminal;
using MiaVoices.Terminal.Devices;
using MiaVoices.Terminal.Screen;
using Xunit;

namespace MiaVoices.Tests.Terminal.Screen;

public sealed class ThemeTests
{
    private static readonly Role[] Texts = [Role.Title, Role.Accent, Role.Key, Role.Good, Role.Warning, Role.Bad, Role.Match, .. Enumerable.Range(0, Roles.Hues).Select(Roles.Code)];
    private static readonly Role[] SoftFills = [Role.Field, Role.Bar, Role.Chosen, Role.Cursor, Role.Selection];

    [Theory]
    [InlineData(ColorDepth.Full, false, 4.5)]
    [InlineData(ColorDepth.Full, true, 4.5)]
    [InlineData(ColorDepth.Indexed, false, 4.5)]
    [InlineData(ColorDepth.Indexed, true, 3.0)]
    public void Every_ink_can_be_read_on_every_soft_fill(ColorDepth depth, bool isLight, double least)
    {
        var theme = Theme.Of(depth, isLight);
        Assert.All(Texts, ink => Assert.All(SoftFills, fill => Assert.True(theme.Contrast(new Style(ink, fill)) >= least, $"{ink} on {fill}: {theme.Contrast(new Style(ink, fill)):0.0}")));
    }

    [Theory]
    [InlineData(ColorDepth.Full, 4.5)]
    [InlineData(ColorDepth.Indexed, 4.3)]
    public void Every_ink_can_be_read_on_the_usual_grounds(ColorDepth depth, double least)
    {
        Assert.All(Texts, ink => Assert.All([0x000000, 0x1E1E1E, 0x002B36], ground => Assert.True(Theme.Of(depth, isLight: false).ContrastOn(ink, ground) >= least, $"{ink} on {ground:X6}")));
        Assert.All(Texts, ink => Assert.True(Theme.Of(depth, isLight: true).ContrastOn(ink, 0xFFFFFF) >= least, $"{ink} on white"));
    }

    [Theory]
    [InlineData(ColorDepth.Full, false)]
    [InlineData(ColorDepth.Full, true)]
    [InlineData(ColorDepth.Indexed, false)]
    [InlineData(ColorDepth.Indexed, true)]
    public void Numbers_can_be_read_on_every_heat_and_every_hue(ColorDepth depth, bool isLight)
    {
        var theme = Theme.Of(depth, isLight);
        Assert.All(
            Enumerable.Range((int)Role.Heat0, Roles.HeatSteps + Roles.Hues).Select(r => (Role)r),
            fill => Assert.True(theme.Contrast(new Style(Role.None, fill)) >= 4.5, $"{fill}: {theme.Contrast(new Style(Role.None, fill)):0.0}"));
    }

    [Fact]
    public void Hues_and_steps_of_heat_go_round_and_stay_within()
    {
        Assert.Equal(Role.Code0, Roles.Code(12));
        Assert.Equal(Role.Code11, Roles.Code(-1));
        Assert.Equal((Role.Heat0, Role.Heat9, Role.Heat9), (Roles.Heat(-1), Roles.Heat(1), Roles.Heat(0.99)));
    }

    [Theory]
    [InlineData(ColorDepth.Full, "COLORTERM=truecolor TERM=xterm-256color")]
    [InlineData(ColorDepth.Indexed, "TERM=xterm-256color")]
    [InlineData(ColorDepth.Indexed, "TERM=tmux-256color")]
    [InlineData(ColorDepth.Sixteen, "TERM=linux")]
    [InlineData(ColorDepth.None, "TERM=xterm-256color NO_COLOR=1")]
    [InlineData(ColorDepth.None, "TERM=dumb COLORTERM=truecolor")]
    [InlineData(ColorDepth.None, "")]
    [InlineData(ColorDepth.Full, "WT_SESSION=1")]
    [InlineData(ColorDepth.Full, "TERM=xterm-kitty")]
    public void The_environment_tells_how_many_colours_there_are(ColorDepth depth, string environment)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(v => v.Split('=')[0], v => v.Split('=')[1]);
        Assert.Equal(depth, ColorSupport.Depth(variables.GetValueOrDefault, onWindows: false));
    }

    [Theory]
    [InlineData("15;0", false)]
    [InlineData("0;15", true)]
    [InlineData("0;default;7", true)]
    [InlineData(null, false)]
    public void The_environment_may_tell_the_ground(string? value, bool isLight) => Assert.Equal(isLight, ColorSupport.IsLight(name => name == "COLORFGBG" ? value : null));
}
