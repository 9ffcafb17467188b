using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens.Start;

public sealed class StartLayerTests
{
    [Theory]
    [InlineData(80, 24, "sv")]
    [InlineData(120, 36, "sv")]
    [InlineData(80, 24, "en")]
    public void The_first_screen_looks_like_this(int width, int height, string language)
    {
        using var first = new StartDriver(width, height, language);
        ApprovedGrid.Verify(first.Driver.Terminal, $"start-first-{width}-{language}");
        using var later = new StartDriver(width, height, language, "/hem/kansli/Intervjuer 2026.mia", "/hem/kansli/Brukarrevision.mia");
        ApprovedGrid.Verify(later.Driver.Terminal, $"start-later-{width}-{language}");
    }

    [Fact]
    public void A_newcomer_makes_a_project_without_reading_anything()
    {
        using var start = new StartDriver();
        start.Press("n").Type("Intervjuer: 2026").Press("Enter");
        Assert.NotNull(start.Main);
        Assert.Equal("Intervjuer: 2026", start.Bench.Project!.Store.Project.Name);
        Assert.True(File.Exists(Path.Combine(start.Folders.Documents, "Intervjuer- 2026.mia")));

        start.Press("Ctrl+W");
        Assert.Null(start.Main);
        Assert.Null(start.Bench.Project);
        Assert.Contains("Intervjuer- 2026", start.Screen, StringComparison.Ordinal);
        start.Press("Enter");
        Assert.NotNull(start.Main);
        start.Press("Ctrl+Q");
        Assert.True(start.Driver.App.IsStopped);
    }

    [Fact]
    public void A_name_that_is_taken_makes_nothing_and_says_so()
    {
        using var start = new StartDriver();
        start.Press("n").Type("Ett").Press("Enter", "Ctrl+W", "n").Type("Ett").Press("Enter");
        Assert.Contains("Där finns redan ett projekt med det namnet", start.Screen, StringComparison.Ordinal);
        Assert.Null(start.Main);
    }

    [Fact]
    public void A_project_is_found_through_folders()
    {
        using var start = new StartDriver();
        start.Press("n").Type("Ett").Press("Enter", "Ctrl+W", "o").Type("ett");
        Assert.Contains("Ett.mia", start.Screen, StringComparison.Ordinal);
        start.Press("Enter");
        Assert.NotNull(start.Main);
    }

    [Fact]
    public void What_is_no_project_or_has_gone_is_told_and_can_be_taken_from_the_list()
    {
        using var start = new StartDriver(recent: [Path.GetTempPath() + "finns-inte.mia"]);
        start.Press("Enter");
        Assert.Null(start.Main);
        Assert.Contains("finns inte längre", start.Screen, StringComparison.Ordinal);
        start.Press("Delete");
        Assert.Empty(start.Folders.Recent());
        Assert.Contains("Första gången?", start.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_practice_project_is_made_and_opened()
    {
        using var start = new StartDriver();
        start.Press("Enter", "Enter");
        Assert.NotNull(start.Main);
        Assert.NotEmpty(start.Bench.Project!.Store.Codings(CodingScope.All));
    }

    [Fact]
    public void The_language_is_changed_and_remembered()
    {
        using var start = new StartDriver();
        start.Press("l");
        Assert.Contains("What would you like to do?", start.Screen, StringComparison.Ordinal);
        Assert.Equal("en", start.Folders.Language(MiaVoices.App.Texts.Wording.Load("sv")).Language);
        start.Press("l");
        Assert.Contains("Vad vill du göra?", start.Screen, StringComparison.Ordinal);
    }
}
