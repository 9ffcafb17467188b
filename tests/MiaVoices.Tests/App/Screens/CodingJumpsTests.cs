using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

/// <summary>Going on while one reads: hits, suggestions, what is not coded; two texts side by side; codings under the mouse.</summary>
public sealed class CodingJumpsTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Guid first;
    private readonly Code time;

    public CodingJumpsTests()
    {
        first = project.Import(Drafts.Interview(
            "Intervju D07.txt",
            ("I", Drafts.Asks, "Vad var bra?"),
            ("D", Drafts.Answers, "De hade mer tid för mig än på andra ställen."),
            ("D", Drafts.Answers, "Att ingen stressar en, man får den tid man behöver."),
            ("D", Drafts.Answers, "Pengarna tog slut innan månaden gjorde det.")));
        project.Import(Drafts.Interview(
            "Intervju D08.txt",
            ("I", Drafts.Asks, "Berätta."),
            ("D", Drafts.Answers, "Jag fick mer tid. Ingen stressade mig."),
            ("D", Drafts.Answers, "Pengarna räckte inte till hyran.")));
        time = project.Code("mer tid", tag: "Mt");
        var money = project.Code("ekonomi", tag: "Ek");
        project.Code(first, "De hade mer tid för mig än på andra ställen.", time.Id);
        project.Code(first, "Att ingen stressar en, man får den tid man behöver.", time.Id);
        project.Code(first, "Pengarna tog slut innan månaden gjorde det.", money.Id);
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void Suggestions_stand_below_the_text(int width, int height)
    {
        using var screen = new ScreenDriver(project, width, height);
        screen.Settle().Press("s");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"offers-{width}");
    }

    [Fact]
    public void A_suggestion_is_set_by_its_letter_as_an_answer_and_undone_by_one_key()
    {
        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Settle().Press("s");
        Assert.Contains("Förslag 1 av 2: «mer tid»", screen.Screen, StringComparison.Ordinal);
        screen.Press("a");
        var coding = screen.Store.Codings(CodingScope.All).Select(c => c.Coding).Single(c => c.Origin == CodingOrigin.Suggestion);
        Assert.Equal("Jag fick mer tid. Ingen stressade mig.", coding.Quote);
        Assert.Equal((coding.Confidence, SuggestionVerdict.Accepted), (screen.Store.SuggestionAnswers().Single().Confidence, screen.Store.SuggestionAnswers().Single().Verdict));
        // The letter means that code as long as one stays here.
        screen.Press("a");
        Assert.Single(screen.Store.SuggestionAnswers());
        Assert.Contains("förslaget är besvarat", screen.Screen, StringComparison.Ordinal);
        screen.Press("Ctrl+Z");
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void A_suggestion_is_set_on_what_is_selected_and_rejected_by_choice()
    {
        using var screen = new ScreenDriver(project);
        screen.Settle().Press("s", "m", "a");
        Assert.Equal("Jag fick mer tid.", screen.Store.Codings(CodingScope.All).Select(c => c.Coding).Single(c => c.Origin == CodingOrigin.Suggestion).Quote);
        screen.Press("s", "f").Type("eko").Press("Enter");
        Assert.Equal(SuggestionVerdict.Rejected, screen.Store.SuggestionAnswers().Single(a => a.Code != time.Id).Verdict);
    }

    [Fact]
    public void Nothing_is_suggested_before_something_is_learnt_nor_for_the_interviewer()
    {
        using var screen = new ScreenDriver(project);
        screen.Settle();
        Assert.Contains("intervjuarens ord kodas inte", screen.Screen, StringComparison.Ordinal);
        screen.Press("a");
        Assert.Empty(screen.Store.SuggestionAnswers());
        using var empty = new ProjectBuilder();
        empty.Import(Drafts.Interview("Intervju D09.txt", ("D", Drafts.Answers, "Hej.")));
        using var other = new ScreenDriver(empty);
        other.Press("s", "a");
        Assert.Empty(other.Store.Codings(CodingScope.All));
    }

    [Fact]
    public void Hits_of_the_latest_search_are_gone_through_across_the_sources()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("h");
        Assert.Contains("sök först", screen.Screen, StringComparison.Ordinal);
        screen.Press("2").Type("tid").Press("Enter", "1", "h");
        Assert.Contains("Träff 1 av 3: tid", screen.Screen, StringComparison.Ordinal);
        screen.Press("h", "h");
        Assert.Contains("Träff 3 av 3", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("═ Intervju D08 ═", screen.Screen, StringComparison.Ordinal);
        screen.Press("h");
        Assert.Contains("Träff 1 av 3", screen.Screen, StringComparison.Ordinal);
        screen.Press("g");
        Assert.Contains("Träff 3 av 3", screen.Screen, StringComparison.Ordinal);
        Assert.Equal("code", screen.Main.Current.Id);
    }

    [Fact]
    public void The_next_uncoded_passage_says_where_it_is()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("o").Type("D08").Press("Enter", "u");
        Assert.Contains("Stycke 2 av 3. Kvar att läsa i källan: 2.", screen.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    [InlineData(160, 40)]
    public void Two_texts_stand_side_by_side_where_there_is_room(int width, int height)
    {
        using var screen = new ScreenDriver(project, width, height);
        screen.Press("d").Type("D08").Press("Enter", "Down", "Down");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"beside-{width}");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(130)]
    public void Coding_goes_to_the_text_that_has_the_keyboard_and_both_follow(int width)
    {
        using var screen = new ScreenDriver(project, width);
        screen.Press("d").Type("D08").Press("Enter", "Down", "t", "Enter").Type("Mt").Press("Enter");
        Assert.Contains(screen.Store.Codings(CodingScope.All), c => c.Coding.Quote == "Jag fick mer tid. Ingen stressade mig.");
        screen.Press("y", "Down", "t", "Enter").Type("Ek").Press("Enter");
        Assert.Contains(screen.Store.Codings(CodingScope.All), c => c.SourceLabel == "Intervju D07" && c.Coding.Quote.StartsWith("De hade", StringComparison.Ordinal) && c.Coding.Code != time.Id);
        // The one that is worked on stays.
        screen.Press("y", "d");
        Assert.Contains("═ Intervju D08 ═", screen.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("═ Intervju D07 ═", screen.Screen, StringComparison.Ordinal);
        screen.Press("y");
        Assert.Contains("ingen text bredvid", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_source_may_stand_beside_itself_and_shows_the_same_codings()
    {
        using var screen = new ScreenDriver(project, 130, 40);
        screen.Press("d").Type("D07").Press("Enter", "Down", "Down", "Down", "Down", "t", "Enter").Type("Mt").Press("Enter");
        var lanes = screen.Screen.Split('\n').Where(l => l.Contains("Att ingen stressar", StringComparison.Ordinal) || l.Contains("De hade mer tid", StringComparison.Ordinal)).ToList();
        Assert.All(lanes, l => Assert.Equal(2, l.Count(c => c == '▎')));
    }

    [Fact]
    public void A_stroke_is_pressed_and_its_coding_is_shown_altered_and_removed()
    {
        using var screen = new ScreenDriver(project, 80, 24);
        var before = project.Dump();
        var row = Array.FindIndex(screen.Screen.Split('\n'), l => l.Contains("De hade mer tid", StringComparison.Ordinal));
        screen.Driver.Click(1, row);
        Assert.Contains("Kodare: Mia, satt för hand.", screen.Screen, StringComparison.Ordinal);
        screen.Press("p").Type("bra").Press("Enter");
        Assert.Single(screen.Store.Codings(CodingScope.All), c => c.Coding.Polarity == Polarity.WorksWell);
        screen.Driver.Click(1, row);
        screen.Press("x");
        Assert.Equal(2, screen.Store.Codings(CodingScope.All).Count());
        screen.Press("Ctrl+Z", "Ctrl+Z");
        Assert.Equal(before, project.Dump());
        // Where there is no stroke a drag selects the line.
        screen.Driver.Drag(1, row - 3, 20, row - 3);
        Assert.Contains("markerat", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_chooser_knows_what_was_used_last_and_what_is_here()
    {
        using var screen = new ScreenDriver(project, 80, 24);
        screen.Press("Down", "Enter");
        Assert.Contains("Senast använda:  1 ekonomi   2 mer tid", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("Redan satt här:  mer tid (Delete tar bort)", screen.Screen, StringComparison.Ordinal);
        screen.Press("Delete");
        Assert.Equal(2, screen.Store.Codings(CodingScope.All).Count());
        screen.Press("1");
        Assert.Contains(screen.Store.Codings(CodingScope.All), c => c.Coding.Quote.StartsWith("De hade", StringComparison.Ordinal) && c.Coding.Code != time.Id);
        screen.Press("Enter").Type("Mt").Press("Tab", "Escape");
        Assert.Equal(2, screen.Store.Codings(CodingScope.All).Count(c => c.Coding.Quote.StartsWith("De hade", StringComparison.Ordinal)));
    }
}
