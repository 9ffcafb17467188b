using System.Text.RegularExpressions;
using MiaVoices.App.Screens.Importing;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.App.Screens.Start;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

public sealed partial class ImportLayerTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public ImportLayerTests()
    {
        File.WriteAllText(project.Folder.File("Intervju 01.txt"), "Anna Ek: Hur har det varit?\nD01: Det tog tid, men de lyssnade på mig.\nAnna Ek: Vad hjälpte?\nD01: Att någon följde med.\n");
        File.WriteAllText(project.Folder.File("Enkät.csv"), "id;Vad har varit bra?;Kön\n1;Jag fick tid på mig och kunde berätta i lugn och ro.;kvinna\n2;Att de ringde upp som de hade lovat.;man\n3;Inget särskilt, men det var trevligt.;kvinna\n");
        File.WriteAllText(project.Folder.File("Tom.txt"), "");
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void Files_are_shown_before_they_come_in(int width, int height)
    {
        using var screen = new ScreenDriver(project, width, height);
        Tick(screen, "Intervju", "Enkät", "Tom");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"import-{width}");
        Assert.Empty(screen.Store.Sources());
    }

    [Fact]
    public void What_is_shown_comes_in_and_goes_again_by_one_key()
    {
        using var screen = new ScreenDriver(project);
        Tick(screen, "Intervju");
        screen.Press("i");
        Assert.Single(screen.Store.Sources());
        Assert.Contains("Det tog tid", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("Inlästa källor: 1", screen.Screen, StringComparison.Ordinal);
        screen.Press("Ctrl+Z");
        Assert.Empty(screen.Store.Sources());
    }

    [Fact]
    public void A_speaker_gets_another_role_and_a_pseudonym()
    {
        using var screen = new ScreenDriver(project);
        Tick(screen, "Intervju");
        screen.Press("p");
        Assert.Contains("[x] Pseudonymer", screen.Screen, StringComparison.Ordinal);
        screen.Press("Down");
        for (var i = 0; i < 2; i++)
        {
            screen.Press("Enter");
        }

        screen.Press("i");
        var segments = screen.Store.Segments(SegmentScope.All).ToList();
        Assert.DoesNotContain(segments, s => s.Speaker == "Anna Ek");
        Assert.Equal(SpeakerRole.Unknown, segments[0].Role);
    }

    [Fact]
    public void What_is_refused_is_listed_and_the_rest_comes_in()
    {
        using var screen = new ScreenDriver(project);
        Tick(screen, "Intervju", "Tom");
        screen.Press("i");
        Assert.Single(screen.Store.Sources());
        Assert.Contains("läses inte in – Tom.txt", screen.Screen, StringComparison.Ordinal);
        screen.Press("q");
        Assert.DoesNotContain(screen.Driver.App.Layers, l => l is ImportLayer);
    }

    [Fact]
    public void A_whole_folder_is_ticked()
    {
        Directory.CreateDirectory(project.Folder.File("mapp"));
        File.Move(project.Folder.File("Intervju 01.txt"), Path.Combine(project.Folder.File("mapp"), "Intervju 01.txt"));
        File.Copy(Path.Combine(project.Folder.File("mapp"), "Intervju 01.txt"), Path.Combine(project.Folder.File("mapp"), "Intervju 02.txt"));
        File.AppendAllText(Path.Combine(project.Folder.File("mapp"), "Intervju 02.txt"), "D01: Något helt annat.\n");
        using var screen = new ScreenDriver(project);
        screen.Press("Ctrl+O").Type("mapp").Press("Space");
        Assert.Contains("✓ mapp/", screen.Screen, StringComparison.Ordinal);
        screen.Press("Enter", "i");
        Assert.Equal(2, screen.Store.Sources().Count);
    }

    /// <summary>On the screen nobody has an option of the command line at hand.</summary>
    [Fact]
    public void What_importing_tells_names_no_option_of_the_command_line()
    {
        var keys = Repository.Sources
            .Where(s => s.Path.Contains("MiaVoices.Formats", StringComparison.Ordinal) || ImportingFiles().IsMatch(Path.GetFileName(s.Path)))
            .SelectMany(s => ProblemKey().Matches(s.Text).Select(m => m.Groups[1].Value))
            // What is wrongly written on the command line cannot come up here.
            .Where(k => !k.StartsWith("usage.", StringComparison.Ordinal))
            .Distinct();
        foreach (var language in new[] { "sv", "en" })
        {
            var texts = TextKeys.Load(language);
            Assert.DoesNotContain(keys.Where(texts.ContainsKey), k => NamesCommands().IsMatch(texts.GetValueOrDefault("said." + k, texts[k])));
            Assert.DoesNotContain(texts, t => t.Key.StartsWith("said.", StringComparison.Ordinal) && NamesCommands().IsMatch(t.Value));
        }
    }

    [GeneratedRegex(@"--[a-z]|\bmia [a-z]")]
    private static partial Regex NamesCommands();

    [GeneratedRegex(@"Problem\.(?:At|Of)\([^;]*?""([a-z]+\.[a-zA-Z]+)""")]
    private static partial Regex ProblemKey();

    [GeneratedRegex("^(Import|Updat|Source|Speaker|Survey(?!Command|Figuring|Reading|Reporting)|Wave|Persistent|Profile|Respondent|Register|Version|CommentMemos|CaseRows)")]
    private static partial Regex ImportingFiles();

    [Fact]
    public void The_same_file_again_is_refused_unless_it_is_a_new_version()
    {
        using var screen = new ScreenDriver(project);
        Tick(screen, "Intervju");
        screen.Press("i");
        File.AppendAllText(project.Folder.File("Intervju 01.txt"), "Anna Ek: Något mer?\nD01: Nej, det är bra.\n");
        Tick(screen, "Intervju");
        screen.Press("u");
        Assert.Contains("ny version", screen.Screen, StringComparison.Ordinal);
        screen.Press("i");
        Assert.Equal(6, screen.Store.Sources().Single().Segments);
    }

    [Fact]
    public void A_newcomer_begins_with_files_of_their_own()
    {
        using var start = new StartDriver();
        File.Copy(project.Folder.File("Intervju 01.txt"), Path.Combine(start.Folders.Documents, "Intervju 01.txt"));
        start.Press("i").Type("Mitt").Press("Enter").Type("Intervju").Press("Enter", "i");
        Assert.Contains("Det tog tid", start.Screen, StringComparison.Ordinal);
        Assert.Single(start.Bench.Project!.Store.Sources());
    }

    private static void Tick(ScreenDriver screen, params string[] names)
    {
        screen.Press("Ctrl+O");
        foreach (var name in names)
        {
            screen.Type(name).Press("Space");
            foreach (var _ in name)
            {
                screen.Press("Backspace");
            }
        }

        // Any file: those that were ticked are taken.
        screen.Type(names[0]).Press("Enter");
    }
}
