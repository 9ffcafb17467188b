using System.Text;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.App.Screens.Plain;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

/// <summary>Forgetting a person in the workbench, by screens and by lines.</summary>
public sealed class ForgetScreenTests : IDisposable
{
    private const string Rare = "xylofonverkstaden";
    private readonly ProjectBuilder project = new();

    public ForgetScreenTests()
    {
        var code = project.Code("verkstad").Id;
        foreach (var (name, words) in new[] { ("D07", $"Jag byggde klangstavar i {Rare} varje onsdag."), ("D08", "Jag lagade mat åt alla i köket.") })
        {
            var source = project.Import(Drafts.Interview($"Intervju {name}.txt", ("I", Drafts.Asks, "Vad gjorde du?"), (name, Drafts.Answers, words), (name, Drafts.Answers, "Sedan gick vi hem.")));
            project.Code(source, words, code);
        }
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_person_is_forgotten_only_when_their_pseudonym_is_written()
    {
        var before = project.Dump();
        using var screen = new ScreenDriver(project);
        Ask(screen);
        Assert.Contains("Av D07 finns stycken: 2 och kodningar: 1", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("Det kan inte ångras", screen.Screen, StringComparison.Ordinal);
        ApprovedGrid.Verify(screen.Driver.Terminal, "forget-120");
        screen.Press("Enter");
        Assert.Contains("Glöm D07", screen.Screen, StringComparison.Ordinal);
        screen.Type("D08").Press("Enter");
        Assert.Contains("Glöm D07", screen.Screen, StringComparison.Ordinal);
        screen.Press("Escape");
        Assert.Equal(before, project.Dump());

        Ask(screen);
        screen.Type("d07").Press("Enter");
        Assert.Contains("Personen är glömd: 3 stycken tömda, 1 kodningar borta", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("Säkerhetskopior", screen.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Ett annat program", screen.Screen, StringComparison.Ordinal);
        screen.Press("Escape");
        Assert.DoesNotContain(Rare, screen.Screen, StringComparison.Ordinal);
        Assert.False(Holds(), "the words stand in the file");
        Assert.Empty(screen.Store.Check());
        Assert.DoesNotContain(screen.Store.Cases(), c => c.Name == "D07");
        screen.Press("Ctrl+Z");
        Assert.Contains("kan inte ångras", screen.Screen, StringComparison.Ordinal);
    }

    /// <summary>What was learnt, and what was searched for, holds the words too.</summary>
    [Fact]
    public void What_the_screens_held_of_the_person_goes_too()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("2").Type(Rare).Press("Enter");
        Assert.Contains("klangstavar", screen.Screen, StringComparison.Ordinal);
        screen.Press("3");
        Ask(screen);
        screen.Type("D07").Press("Enter", "Escape");
        foreach (var tab in new[] { "1", "2", "3", "4", "5", "6", "7", "8" })
        {
            screen.Press(tab);
            Assert.False(screen.Screen.Contains("klangstavar", StringComparison.Ordinal), screen.Screen);
        }

        Assert.False(Holds());
    }

    [Fact]
    public void By_lines_the_same()
    {
        using var person = new PlainDriver();
        var before = project.Dump();
        var no = person.Talk(project.File, "glöm D07", "D08", "glöm D07", "", "glöm", "2", "nej");
        Assert.Equal(3, no.Split("Inget gjordes.").Length - 1);
        Assert.Equal(before, project.Dump());
        var yes = person.Talk(project.File, "glöm D07", "D07", "ångra");
        Assert.Contains("Av D07 finns stycken: 2 och kodningar: 1", yes, StringComparison.Ordinal);
        Assert.Contains("Personen är glömd: 3 stycken tömda", yes, StringComparison.Ordinal);
        Assert.Contains("kan inte ångras", yes, StringComparison.Ordinal);
        Assert.DoesNotContain(project.Store.Segments(SegmentScope.All), s => s.Text.Contains(Rare, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_there_is_nobody_it_says_so()
    {
        using var empty = new ProjectBuilder();
        using var screen = new ScreenDriver(empty);
        screen.Driver.App.Run(screen.Main.Commands.Find("forget")!);
        screen.Settle();
        Assert.Contains("inga personer i projektet", screen.Screen, StringComparison.Ordinal);
    }

    private static void Ask(ScreenDriver screen) => screen.Press("Ctrl+P").Type("glöm en person").Press("Enter").Type("D07").Press("Enter");

    private bool Holds() => new[] { project.File, project.File + "-wal" }.Where(File.Exists).Any(file =>
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        open.CopyTo(copy);
        return copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(Encoding.UTF8.GetBytes(Rare)) >= 0;
    });
}
