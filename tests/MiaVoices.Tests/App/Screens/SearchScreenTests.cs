using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

public sealed class SearchScreenTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Guid second;

    public SearchScreenTests()
    {
        project.Import(Drafts.Interview(
            "Intervju D07.txt",
            ("I", Drafts.Asks, "Hur upplever du kontakten med myndigheterna?"),
            ("D", Drafts.Answers, "Det var svårt först. Jag hade ingen kontakt alls, och när jag kom fram fick jag olika svar. Sedan följde någon med mig."),
            ("I", Drafts.Asks, "Vad hade hjälpt?"),
            ("D", Drafts.Answers, "Mer tid. Att ingen stressar en.")));
        second = project.Import(Drafts.Interview(
            "Intervju D08.txt",
            ("I", Drafts.Asks, "Berätta om vägen hit."),
            ("D", Drafts.Answers, "Myndighetskontakterna tog all min kraft. Jag ringde och ringde men ingen svarade på den tid de hade sagt.")));
        project.Code("myndighetskontakter", tag: "Mk");
        project.Code("mer tid", tag: "Mt");
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void Searching_looks_like_this(int width, int height)
    {
        using var screen = new ScreenDriver(project, width, height);
        screen.Press("2");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"search-empty-{width}");
        screen.Type("kontakt").Press("Enter");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"search-hits-{width}");
    }

    [Fact]
    public void What_is_typed_is_searched_for_after_a_moment_and_a_fault_is_told_below()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("2").Type("svårt");
        Assert.DoesNotContain("Träffar: 1", screen.Screen, StringComparison.Ordinal);
        screen.Driver.Wait(250);
        screen.Settle();
        Assert.Contains("Träffar: 1", screen.Screen, StringComparison.Ordinal);
        screen.Type(" (").Driver.Wait(250);
        screen.Settle();
        Assert.Contains("Vid tecken", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hit_is_coded_at_once_and_undone()
    {
        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Press("2").Type("kontakt").Press("Enter", "v", "Down", "k").Type("Mk").Press("Enter");
        var coding = Assert.Single(screen.Store.Codings(CodingScope.All)).Coding;
        Assert.Equal(CodingOrigin.Manual, coding.Origin);
        Assert.Equal(second, coding.Source);
        screen.Press("Ctrl+Z");
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void All_hits_are_coded_as_one_step_after_a_question()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("2").Type("kontakt").Press("Enter", "a").Type("Mk").Press("Enter");
        Assert.Empty(screen.Store.Codings(CodingScope.All));
        Assert.Contains("3 ställen i 3 träffar", screen.Screen, StringComparison.Ordinal);
        screen.Press("Left", "Enter");
        Assert.Equal(3, screen.Store.Codings(CodingScope.All).Count(c => c.Coding.Origin == CodingOrigin.Auto));
        screen.Press("u");
        Assert.Contains("Inga träffar", screen.Screen, StringComparison.Ordinal);
        screen.Press("Ctrl+Z");
        Assert.Empty(screen.Store.Codings(CodingScope.All));
    }

    [Fact]
    public void Chosen_hits_are_coded_together()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("2").Type("kontakt").Press("Enter", "Space", "Space", "k").Type("Mk").Press("Enter", "Left", "Enter");
        Assert.Equal(2, screen.Store.Codings(CodingScope.All).Count());
        Assert.Single(screen.Store.Journal(), e => e.Change is Batch { Purpose: "search.autocode" });
    }

    [Fact]
    public void A_hit_opens_in_the_reader()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("2").Type("kraft").Press("Enter", "Enter");
        Assert.Equal("code", screen.Main.Current.Id);
        Assert.Contains("Intervju D08", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_is_saved_and_run_again()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("2").Type("kontakt").Press("Enter", "v", "s").Type("kontakter").Press("Enter");
        var saved = Assert.Single(screen.Store.SavedSearches());
        Assert.True(saved.AnswersOnly);
        screen.Press("x", "/", "Ctrl+W").Type("svar").Press("Enter", "r", "Enter");
        Assert.Contains("kontakt", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("[x] bara svar", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_that_is_meant_enters_the_history_of_a_coder_who_keeps_one()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("2").Type("kontakt").Press("Enter");
        Assert.Empty(screen.Store.SearchTrail.History());
        screen.Store.SearchTrail.KeepsHistory = true;
        screen.Press("/", "Ctrl+W").Type("sv");
        screen.Settle();
        screen.Type("år").Press("Enter", "/", "Enter", "u");
        Assert.Equal(["(svår) kod:ingen", "svår"], screen.Store.SearchTrail.History().Select(h => h.Query));
        Assert.Equal(1, screen.Store.SearchTrail.History()[1].Total);
    }

    [Theory]
    [InlineData("kontakt")]
    [InlineData("kontakt ELLER tid")]
    [InlineData("\"olika svar\"")]
    [InlineData("(tid ELLER svar) kontakt")]
    [InlineData("")]
    public void Only_what_is_not_coded_is_saved_as_it_is_meant(string query)
    {
        project.Code(second, "Jag ringde", project.Store.Codes()[0].Id);
        using var screen = new ScreenDriver(project);
        screen.Press("2").Type(query).Press("Enter", "u");
        var shown = screen.Screen.Split('\n').First(l => l.Contains("Träffar:", StringComparison.Ordinal));
        screen.Press("s").Type("okodat").Press("Enter", "x", "/", "Ctrl+W", "Ctrl+W", "Ctrl+W", "Ctrl+W").Type("kraft").Press("Enter", "r", "Enter");
        Assert.Contains(shown, screen.Screen, StringComparison.Ordinal);
        Assert.Contains("[x] bara okodade", screen.Screen, StringComparison.Ordinal);
        var saved = Assert.Single(screen.Store.SavedSearches());
        Assert.Equal(
            new SavedSearching(screen.Store).Run(saved, "sv", 0).Outcome.Hits.Select(h => h.Segment.Key),
            MiaVoices.App.Screens.Searching.SearchAnswer.Read(screen.Store, MiaVoices.App.Screens.Searching.SearchAsk.Of(saved), 0, "sv", null, default).Outcome.Hits.Select(h => h.Segment.Key));
    }

    [Theory]
    [InlineData("träffar.csv", "Intervju D08")]
    [InlineData("träffar.md", "## Intervju D08")]
    public void Hits_are_exported(string name, string holds)
    {
        using var screen = new ScreenDriver(project);
        screen.Press("2").Type("kontakt").Press("Enter", "e", "Ctrl+W", "Ctrl+W", "Ctrl+W").Type(name).Press("Enter", "Enter");
        Assert.Contains(holds, File.ReadAllText(Path.Combine(Path.GetDirectoryName(project.File)!, name)), StringComparison.Ordinal);
    }
}
