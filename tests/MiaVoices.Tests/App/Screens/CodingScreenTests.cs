using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

public sealed class CodingScreenTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public CodingScreenTests()
    {
        project.Import(Drafts.Interview(
            "Intervju D07.txt",
            ("I", Drafts.Asks, "Hur upplever du kontakten med myndigheterna?"),
            ("D", Drafts.Answers, "Det var svårt först. 😀 Jag visste inte vem jag skulle ringa, och när jag kom fram fick jag olika svar. Sedan följde någon med mig."),
            ("I", Drafts.Asks, "Vad hade hjälpt?"),
            ("D", Drafts.Answers, "Mer tid. Att ingen stressar en.")));
        project.Code("myndighetskontakter", tag: "Mk");
        project.Code("mer tid", tag: "Mt");
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void The_reader_looks_like_this(int width, int height)
    {
        using var screen = new ScreenDriver(project, width, height);
        screen.Press("Down", "Down", "m", "Enter").Type("mynd");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"choosing-{width}");
        screen.Press("Enter");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"coded-{width}");
    }

    [Fact]
    public void What_could_not_be_done_is_told_until_something_else_is_done()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("Delete");
        Assert.Contains("Ta bort kodningen här: ", screen.Screen, StringComparison.Ordinal);
        screen.Press("Down", "m");
        Assert.DoesNotContain("Ta bort kodningen här: ", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_is_coded_by_three_keys_and_undone_by_one()
    {
        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Press("Down", "m", "Enter").Type("Mt").Press("Enter");
        var coding = Assert.Single(screen.Store.Codings(CodingScope.All)).Coding;
        Assert.Equal("Det var svårt först.", coding.Quote);
        Assert.Contains("Kodade som «mer tid»", screen.Screen, StringComparison.Ordinal);
        screen.Press("Ctrl+Z");
        Assert.Empty(screen.Store.Codings(CodingScope.All));
        Assert.Equal(before, project.Dump());
        Assert.Contains("Ångrat", screen.Screen, StringComparison.Ordinal);
        screen.Press("Ctrl+Y");
        Assert.Single(screen.Store.Codings(CodingScope.All));
    }

    [Fact]
    public void A_new_code_is_made_where_it_is_needed_and_set_again_by_a_key()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("Down", "t", "Enter").Type("sällskap").Press("Enter");
        Assert.Contains(screen.Store.Codes(), c => c.Name == "sällskap");
        screen.Press("Down", "Down", "Down", "Down", "Space");
        Assert.Equal(2, screen.Store.Codings(CodingScope.All).Count());
        screen.Press("Ctrl+Z", "Ctrl+Z");
        Assert.DoesNotContain(screen.Store.Codes(), c => c.Name == "sällskap");
    }

    [Fact]
    public void A_coding_gets_its_polarity_and_memo_and_goes()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("Down", "t", "Enter").Type("Mk").Press("Enter", "p").Type("mindre").Press("Enter");
        Assert.Equal(Polarity.WorksLessWell, screen.Store.Codings(CodingScope.All).Single().Coding.Polarity);
        screen.Press("n").Type("jämför D08").Press("Tab", "Enter");
        Assert.Equal("jämför D08", screen.Store.Memos().Single().Text);
        screen.Press("x");
        Assert.Empty(screen.Store.Codings(CodingScope.All));
    }
}
