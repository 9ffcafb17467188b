using MiaVoices.Core.Changes;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

public sealed class ReportScreenTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public ReportScreenTests()
    {
        var support = project.Code("stöd", tag: "St").Id;
        var time = project.Code("mer tid", tag: "Mt").Id;
        for (var i = 1; i <= 8; i++)
        {
            var source = project.Import(Drafts.Interview(
                FormattableString.Invariant($"Intervju D{i:00}.txt"),
                ("I", Drafts.Asks, "Hur var det?"),
                ("D", Drafts.Answers, FormattableString.Invariant($"Coachen följde med på {i} möten, och det gav mig mer tid."))));
            project.Code(source, "Coachen följde med", support);
            if (i > 2)
            {
                project.Code(source, "mer tid", time);
            }
        }

        foreach (var person in project.Store.Cases())
        {
            project.Store.Apply(new EditCase(person with { Attributes = new Dictionary<string, string> { ["grupp"] = "deltagare" } }));
        }
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void The_report_looks_like_this(int width, int height)
    {
        using var screen = new ScreenDriver(project, width, height);
        screen.Open("report");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"report-{width}");
        screen.Press("Right", "Right", "Right");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"report-table-{width}");
        screen.Press("e");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"report-before-{width}");
    }

    [Fact]
    public void Another_audience_makes_another_report()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("report");
        Assert.Contains("för styrgrupp ·", screen.Screen, StringComparison.Ordinal);
        screen.Press("p").Type("internt").Press("Enter");
        Assert.Contains("för internt bruk ·", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("Bara för internt bruk.", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_selection_is_told_as_something_to_look_at()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("report").Press("u").Type("deltagare").Press("Enter");
        Assert.Contains("material: grupp = deltagare", screen.Screen, StringComparison.Ordinal);
        screen.Press("k");
        Assert.Contains("Ställen där inget är skrivet", screen.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brukar", "Brukarrevision · för styrgrupp")]
    [InlineData("enkät", "Enkätrapport · för styrgrupp")]
    [InlineData("ensidare", "Ensidare till ett möte · för styrgrupp")]
    [InlineData("citat", "Citatlista · för styrgrupp")]
    [InlineData("röster", "Röster från projektet · för styrgrupp")]
    public void Another_report_is_chosen_by_its_name(string choice, string shown)
    {
        using var screen = new ScreenDriver(project);
        screen.Open("report").Press("t").Type(choice).Press("Enter");
        Assert.Contains(shown, screen.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("fel i MiaVoices", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dialogue_sheet_asks_for_its_theme()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("report").Press("t").Type("dialog").Press("Enter").Type("mer tid").Press("Enter");
        Assert.Contains("Dialogblad om ett tema (mer tid)", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("[ ] ", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_writes_is_in_the_report_at_once_and_can_be_undone()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("report").Press("s").Type("vem som har skrivit").Press("Enter").Type("Kim och Alex").Press("Tab", "Enter");
        Assert.Equal("Kim och Alex", Assert.Single(screen.Store.Passages()).Text);
        Assert.Contains("Kim och Alex", screen.Screen, StringComparison.Ordinal);
        screen.Press("Ctrl+Z");
        Assert.DoesNotContain("Kim och Alex", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_is_found_by_its_name()
    {
        using var screen = new ScreenDriver(project, 80, 24);
        screen.Open("report").Press("i").Type("kodbok").Press("Enter");
        Assert.Contains("Bilaga 2. Kodbok", screen.Screen, StringComparison.Ordinal);
        screen.Press("Home");
        Assert.Contains("Temarapport", screen.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Bilaga 2. Kodbok", screen.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word", ".docx", "PK")]
    [InlineData("webb", ".html", "<!DOCTYPE html>")]
    [InlineData("text med", ".md", "# Temarapport")]
    [InlineData(".xlsx", ".xlsx", "PK")]
    public void The_report_on_show_is_saved_beside_the_project_in_the_chosen_format(string choice, string ending, string begins)
    {
        using var screen = new ScreenDriver(project);
        screen.Open("report").Press("e", "Enter").Type(choice).Press("Enter", "Enter");
        var file = Path.Combine(Path.GetDirectoryName(project.File)!, "temarapport" + ending);
        Assert.StartsWith(begins, File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("Rapporten är skriven", screen.Screen, StringComparison.Ordinal);
        var before = File.ReadAllBytes(file);
        File.WriteAllText(file, "x");
        screen.Press("e", "Enter").Type(choice).Press("Enter", "Enter");
        Assert.Contains("finns redan", screen.Screen, StringComparison.Ordinal);
        screen.Press("Enter");
        Assert.Equal("x", File.ReadAllText(file));
        screen.Press("e", "Enter").Type(choice).Press("Enter", "Enter", "Left", "Enter");
        Assert.Equal(before.Length, File.ReadAllBytes(file).Length);
    }

    [Fact]
    public void Tables_are_saved_as_csv_in_a_folder()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("report").Press("e", "Enter").Type("csv").Press("Enter", "Enter");
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project.File)!, "temarapport", "tabeller.csv")));
    }

    [Fact]
    public void A_project_without_material_says_so_and_nothing_can_be_saved()
    {
        using var empty = new ProjectBuilder();
        using var screen = new ScreenDriver(empty, 80, 24);
        screen.Open("report");
        Assert.Contains("inget material", screen.Screen, StringComparison.Ordinal);
        screen.Press("e", "Right", "i", "k", "r", "Escape");
        Assert.Equal("report", screen.Main.Current.Id);
    }
}
