using System.Text;
using MiaVoices.Terminal;
using Xunit;

namespace MiaVoices.Tests.Terminal;

public sealed class TerminalFactsTests
{
    [Fact]
    public void A_usual_terminal_has_everything()
    {
        var facts = Decide(("TERM", "xterm-256color"));
        Assert.Equal(new TerminalFacts(true, true, 132, true, true, true), facts);
        Assert.Equal(132, facts.OutputWidth);
    }

    [Theory]
    [InlineData("NO_COLOR", "1", false, true)]
    [InlineData("NO_COLOR", "", true, true)]
    [InlineData("TERM", "dumb", false, false)]
    public void The_environment_can_take_colour_and_control_away(string name, string value, bool color, bool control)
    {
        var facts = Decide((name, value));
        Assert.Equal((color, control), (facts.SupportsColor, facts.AllowsControl));
    }

    [Fact]
    public void Redirected_output_is_not_limited_and_not_coloured()
    {
        var facts = TerminalFacts.Decide(false, false, 0, Encoding.UTF8, _ => null, onWindows: false);
        Assert.Equal(TerminalFacts.None, facts);
        Assert.Equal(0, facts.OutputWidth);
    }

    [Theory]
    [InlineData("100", 100)]
    [InlineData("-5", 80)]
    [InlineData("x", 80)]
    [InlineData(null, 80)]
    public void Where_the_system_knows_no_width_the_environment_is_asked(string? columns, int width) =>
        Assert.Equal(width, TerminalFacts.Decide(true, true, 0, Encoding.UTF8, name => name == "COLUMNS" ? columns : null, onWindows: false).Width);

    [Fact]
    public void Only_Unicode_encodings_can_write_everything()
    {
        Assert.False(TerminalFacts.Decide(true, true, 80, Encoding.Latin1, _ => null, onWindows: false).SupportsUnicode);
        Assert.False(TerminalFacts.Decide(true, true, 80, Encoding.ASCII, _ => null, onWindows: false).SupportsUnicode);
        Assert.True(TerminalFacts.Decide(true, true, 80, Encoding.Unicode, _ => null, onWindows: false).SupportsUnicode);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("WT_SESSION", "guid", true)]
    [InlineData("ConEmuANSI", "ON", true)]
    [InlineData("TERM", "xterm", true)]
    public void On_Windows_only_consoles_known_to_understand_sequences_get_them(string? name, string? value, bool color) =>
        Assert.Equal(color, TerminalFacts.Decide(true, true, 80, Encoding.UTF8, asked => asked == name ? value : null, onWindows: true).SupportsColor);

    [Fact]
    public void The_process_itself_can_be_looked_at() =>
        Assert.True(TerminalFacts.FromEnvironment(Environment.GetEnvironmentVariable).Width > 0);

    private static TerminalFacts Decide(params (string Name, string Value)[] variables) => TerminalFacts.Decide(
        true, true, 132, Encoding.UTF8, name => variables.FirstOrDefault(one => one.Name == name).Value, onWindows: false);
}
