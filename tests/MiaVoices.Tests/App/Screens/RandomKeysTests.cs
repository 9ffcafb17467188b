using FsCheck.Fluent;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

/// <summary>A person who presses anything, on screens of several sizes that change under the work.</summary>
public class RandomKeysTests
{
    private static readonly string[] Keys =
    [
        "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Enter", "Enter", "Escape", "Tab", "Shift+Tab", "Space", "Backspace", "Delete",
        "Shift+Right", "Shift+Down", "Ctrl+Right", "Ctrl+End", "Ctrl+Z", "Ctrl+Y", "Ctrl+P", "F1",
        "Ctrl+S", "Ctrl+Up", "Ctrl+Down", "1", "2", "3", "4", "5", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "m", "n", "o", "p", "r", "s", "t", "u", "v", "w", "x", "y", "å", "/", "?",
        "F9", "Ctrl+O", Sized + "20×5", Sized + "80×24", Sized + "250×70", Sized + "39×30", Sized + "101×9",
    ];

    private const string Sized = "size ";

    [Theory]
    [InlineData(80, 24, 2)]
    [InlineData(120, 36, 1)]
    [InlineData(250, 70, 1)]
    [InlineData(40, 10, 1)]
    public void Whatever_is_pressed_the_program_goes_on_and_the_project_is_whole(int width, int height, int runs)
    {
        var press = Gen.Elements(Keys).ListOf(80);
        Prop.ForAll(press.ToArbitrary(), keys =>
        {
            using var project = new ProjectBuilder();
            var before = project.Dump();
            project.Import(Drafts.Interview("Intervju D07.txt", ("I", Drafts.Asks, "Hur var det? 😀"), ("D", Drafts.Answers, "Det var svårt först. Sedan följde någon med.")));
            project.Import(Drafts.Survey("enkät.csv", "Enkät", "2025", new SurveyRow("1", "Personalen"), new SurveyRow("2", null)));
            project.Code("mer tid", tag: "Mt");
            using var screen = new ScreenDriver(project, width, height);
            foreach (var key in keys)
            {
                if (key.StartsWith(Sized, StringComparison.Ordinal))
                {
                    var size = key[Sized.Length..].Split('×').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToList();
                    screen.Driver.Resize(size[0], size[1]);
                }
                else
                {
                    screen.Press(key);
                }
            }

            Assert.Empty(screen.Store.Check());
            var steps = screen.Store.Journal().Count();
            while (Undone(screen.Store) && steps-- > 0)
            {
            }

            Assert.Equal(before, project.Dump());
        }).Holds(runs);
    }

    [Theory]
    [InlineData("sv", "För litet fönster")]
    [InlineData("en", "Window too small")]
    public void Where_the_window_is_too_small_that_is_told_and_nothing_is_lost(string language, string told)
    {
        using var project = new FullProject();
        using var screen = new ScreenDriver(project.Builder, 80, 24, language);
        screen.Press("Down", "m");
        var (before, steps) = (screen.Screen, screen.Store.Journal().Count());
        screen.Driver.Resize(20, 5);
        Assert.Contains(told, screen.Screen.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Ctrl+Q", screen.Screen, StringComparison.Ordinal);
        screen.Press("Enter", "Enter", "x", "Down", "Ctrl+Z");
        Assert.Equal(steps, screen.Store.Journal().Count());
        screen.Driver.Resize(80, 24);
        Assert.Equal(before, screen.Settle().Screen);
        screen.Driver.Resize(20, 5);
        screen.Press("Ctrl+Q");
        Assert.True(screen.Driver.App.IsStopped);
    }

    private static bool Undone(MiaVoices.Storage.ProjectFile store)
    {
        try
        {
            store.Undo();
            return true;
        }
        catch (MiaVoices.Core.RefusedException e)
        {
            Assert.Equal("undo.nothing", e.Problem.Key);
            return false;
        }
    }
}
