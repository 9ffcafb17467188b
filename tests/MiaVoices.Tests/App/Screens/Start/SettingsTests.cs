using MiaVoices.App.Screens.Start;
using MiaVoices.Terminal;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens.Start;

public sealed class SettingsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(80, 24, "sv")]
    [InlineData(80, 24, "en")]
    public void The_settings_look_like_this(int width, int height, string language)
    {
        using var start = new StartDriver(width, height, language);
        start.Press("s");
        ApprovedGrid.Verify(start.Driver.Terminal, $"settings-{width}-{language}");
    }

    [Fact]
    public void A_setting_is_seen_at_once_and_kept_for_the_next_time()
    {
        using var start = new StartDriver();
        start.Press("s", "Down", "Left");
        Assert.Equal(ColorDepth.None, start.Driver.App.Theme.Depth);
        start.Press("Down", "Right", "Right");
        Assert.True(start.Driver.App.Theme.IsLight);
        start.Press("Down", "Space");
        Assert.DoesNotContain('═', start.Screen);
        Assert.Contains('=', start.Screen);
        start.Press("Down", "Space", "Down", "Space", "Escape");
        Assert.True(start.Driver.App.IsMouseReleased);
        Assert.DoesNotContain("F1 hjälp", start.Screen, StringComparison.Ordinal);
        Assert.Equal(
            new UserSettings { Palette = ColorDepth.None, IsLight = true, Ascii = true, Hints = false, Mouse = false },
            new UserSettings().With(start.Folders.SettingLines()));
    }

    [Fact]
    public void The_language_is_changed_in_the_midst_of_a_project()
    {
        using var start = new StartDriver();
        start.Press("n").Type("Ett").Press("Enter", "F9", "Enter", "Escape");
        Assert.Contains("2 Search", start.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_decides_over_what_was_chosen()
    {
        var (app, folders) = (new AppDriver().App, new UserFolders(folder.File("config"), folder.File("documents")));
        folders.Keep(["palette = full", "hints = 0", "ground = light", "okänd = 7", "mouse = kanske", "rad"]);
        var session = new MiaVoices.App.Cli.Session(TextWriter.Null, TextWriter.Null, _ => null, TerminalFacts.None);
        var settings = new ScreenSettings(session, app, folders, name => name switch { "NO_COLOR" => "1", "MIA_HINTS" => "1", "MIA_GROUND" => "dark", _ => null });
        settings.Apply();
        Assert.Equal((ColorDepth.None, false, true), (app.Theme.Depth, app.Theme.IsLight, app.ShowsHints));
        Assert.Equal(("NO_COLOR", "MIA_HINTS", null), (settings.Variable("palette"), settings.Variable("hints"), settings.Variable("mouse")));
        Assert.Equal(ColorDepth.Full, settings.Chosen.Palette);
        Assert.True(settings.Now.Mouse);
    }

    [Fact]
    public void Settings_read_back_as_they_were_written()
    {
        foreach (var depth in Enum.GetValues<ColorDepth>())
        {
            var settings = new UserSettings { Palette = depth, IsLight = false, Ascii = true, Mouse = false };
            Assert.Equal(settings, new UserSettings().With(settings.Lines()));
        }
    }

    [Fact]
    public void The_ground_that_the_terminal_tells_is_followed_unless_one_was_chosen()
    {
        using var start = new StartDriver();
        start.Driver.Send("\u001b]11;rgb:ffff/ffff/ffff\u001b\\").Settle();
        Assert.True(start.Driver.App.Theme.IsLight);
        start.Press("s", "Down", "Down", "Right");
        Assert.False(start.Driver.App.Theme.IsLight);
        start.Press("Left");
        Assert.True(start.Driver.App.Theme.IsLight);
    }
}
