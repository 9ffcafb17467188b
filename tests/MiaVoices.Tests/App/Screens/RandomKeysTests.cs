using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

/// <summary>A person who presses anything, on screens of several sizes.</summary>
public class RandomKeysTests
{
    private static readonly string[] Keys =
    [
        "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Enter", "Enter", "Escape", "Tab", "Shift+Tab", "Space", "Backspace", "Delete",
        "Shift+Right", "Shift+Down", "Ctrl+Right", "Ctrl+End", "Ctrl+Z", "Ctrl+Y", "Ctrl+P", "F1",
        "Ctrl+S", "Ctrl+Up", "Ctrl+Down", "1", "2", "3", "4", "5", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "m", "n", "o", "p", "r", "s", "t", "u", "v", "w", "x", "y", "å", "/", "?",
    ];

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    [InlineData(40, 10)]
    public void Whatever_is_pressed_the_program_goes_on_and_the_project_is_whole(int width, int height)
    {
        var press = Gen.Elements(Keys).ListOf(80);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(8), Prop.ForAll(press.ToArbitrary(), keys =>
        {
            using var project = new ProjectBuilder();
            var before = project.Dump();
            project.Import(Drafts.Interview("Intervju D07.txt", ("I", Drafts.Asks, "Hur var det? 😀"), ("D", Drafts.Answers, "Det var svårt först. Sedan följde någon med.")));
            project.Import(Drafts.Survey("enkät.csv", "Enkät", "2025", new SurveyRow("1", "Personalen"), new SurveyRow("2", null)));
            project.Code("mer tid", tag: "Mt");
            using var screen = new ScreenDriver(project, width, height);
            screen.Press([.. keys]);
            Assert.Empty(screen.Store.Check());
            var steps = screen.Store.Journal().Count();
            while (Undone(screen.Store) && steps-- > 0)
            {
            }

            Assert.Equal(before, project.Dump());
        }));
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
