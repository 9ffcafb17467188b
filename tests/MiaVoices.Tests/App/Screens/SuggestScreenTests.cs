using MiaVoices.App.Screens.Suggesting;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

public sealed class SuggestScreenTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void A_suggestion_looks_like_this(int width, int height)
    {
        Fill();
        using var screen = new ScreenDriver(project, width, height);
        screen.Press("3");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"suggest-{width}");
    }

    [Fact]
    public void Where_there_is_nothing_to_suggest_it_says_why_and_what_to_do()
    {
        Assert.Contains("Läs in intervjuer eller enkätsvar först.", Shown(), StringComparison.Ordinal);
        project.Code("mer tid");
        Assert.Contains("Läs in intervjuer eller enkätsvar först.", Shown(), StringComparison.Ordinal);
        project.Import(Drafts.Interview("Intervju D01.txt", ("I", Drafts.Asks, "Vad var bra?"), ("I", Drafts.Asks, "Säg mer.")));
        Assert.Contains("Läs in intervjuer eller enkätsvar först.", Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_codes_it_says_what_to_do()
    {
        project.Import(Drafts.Interview("Intervju D01.txt", ("D", Drafts.Answers, "Det regnade hela dagen.")));
        Assert.Contains("Det finns inga koder att föreslå än", Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_is_coded_or_reviewed_it_says_so_and_names_no_option()
    {
        var source = project.Import(Drafts.Interview("Intervju D01.txt", ("D", Drafts.Answers, "De hade mer tid."), ("D", Drafts.Answers, "Det regnade hela dagen.")));
        project.Code(source, "De hade mer tid.", project.Code("mer tid").Id);
        var segment = project.Store.Segments(SegmentScope.All).Single(s => s.Text.StartsWith("Det regnade", StringComparison.Ordinal));
        project.Store.Apply(new ReviewSegments(source, [segment.Id], project.Store.Coder));
        var shown = Shown();
        Assert.Contains("Alla stycken är kodade eller genomlästa", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("--", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_each_code_was_answered_with_no_it_says_that_all_are_answered()
    {
        project.Import(Drafts.Interview("Intervju D01.txt", ("D", Drafts.Answers, "De hade mer tid för mig än på andra ställen.")));
        project.Code("mer tid");
        using var screen = new ScreenDriver(project);
        screen.Press("3");
        Assert.Contains("Inget är kodat än: förslagen bygger bara på", screen.Screen, StringComparison.Ordinal);
        screen.Press("n");
        Assert.Contains("Alla förslag är besvarade.", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_code_is_likely_it_says_what_brings_suggestions()
    {
        project.Import(Drafts.Interview("Intervju D01.txt", ("D", Drafts.Answers, "..."), ("D", Drafts.Answers, "!"), ("D", Drafts.Answers, "–")));
        project.Code("ekonomi");
        Assert.Contains("Koda fler stycken, eller ge koderna definitioner", Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_yes_codes_and_one_key_takes_it_back()
    {
        Fill();
        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Press("3", "j");
        Assert.Single(screen.Store.Codings(CodingScope.All), c => c.Coding.Origin == CodingOrigin.Suggestion);
        Assert.Equal(SuggestionVerdict.Accepted, Assert.Single(screen.Store.SuggestionAnswers()).Verdict);
        screen.Press("Ctrl+Z");
        Assert.Equal(before, project.Dump());
    }

    [Theory]
    [InlineData("j")]
    [InlineData("n")]
    public void What_is_taken_back_is_shown_again_so_that_it_can_be_answered_otherwise(string answer)
    {
        Fill();
        using var screen = new ScreenDriver(project);
        screen.Press("3", "Down");
        var (title, first) = (screen.Screen.Split('\n')[1], screen.Store.SuggestionAnswers().Count);
        screen.Press(answer);
        Assert.NotEqual(title, screen.Screen.Split('\n')[1]);
        screen.Press("Ctrl+Z");
        Assert.Equal(title, screen.Screen.Split('\n')[1]);
        Assert.Equal(first, screen.Store.SuggestionAnswers().Count);
    }

    [Fact]
    public void What_another_program_has_answered_is_told_and_asked_no_more()
    {
        Fill();
        using var screen = new ScreenDriver(project);
        screen.Press("3");
        var title = screen.Screen.Split('\n')[1];
        var set = Suggesting.Learn(project.Store);
        var model = new LinearCodeSuggester(project.Store.Analyser).Train(set);
        var open = model.Suggest(new SuggestionQuery { Minimum = 0, Explain = false });
        var segments = project.Store.Segments(SegmentScope.All).ToDictionary(s => s.Key);
        var done = Suggesting.Done(project.Store);
        project.Store.Apply(Suggesting.Answer(project.Store, model.Version, [.. open.Where(x => !done.Contains(x.Segment)).Select(x => new AnsweredSuggestion(x, segments[x.Segment]))], accept: false, null));
        screen.Press("j");
        Assert.Contains("redan besvarat", screen.Screen, StringComparison.Ordinal);
        Assert.NotEqual(title, screen.Screen.Split('\n')[1]);
        Assert.Contains("Alla förslag är besvarade", screen.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "en a och tvåa, A.", "3-4 15-16")]
    [InlineData("tid", "Tid, tiden och mer tid", "0-3 19-22")]
    [InlineData("😊", "bra 😊😊", "4-6 6-8")]
    [InlineData("", "bra", "")]
    public void A_reason_is_marked_where_it_is_a_word_of_its_own(string word, string text, string places) =>
        Assert.Equal(places, string.Join(' ', WordPlaces.Of(text, word).Select(p => $"{p.Start}-{p.End}")));

    [Fact]
    public void A_no_and_another_code_are_answers_too()
    {
        Fill();
        using var screen = new ScreenDriver(project);
        screen.Press("3", "v").Type("eko").Press("Enter");
        Assert.Equal(SuggestionVerdict.Other, Assert.Single(screen.Store.SuggestionAnswers()).Verdict);
        screen.Press("n");
        Assert.Equal(2, screen.Store.SuggestionAnswers().Count);
        Assert.Contains(screen.Store.SuggestionAnswers(), a => a.Verdict == SuggestionVerdict.Rejected);
        Assert.Contains("Rätt hittills", screen.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void How_often_suggestions_were_right_is_shown_beside_the_queue(int width, int height)
    {
        Fill();
        using var screen = new ScreenDriver(project, width, height);
        screen.Press("3", "j", "n");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"suggest-right-{width}");
    }

    [Fact]
    public void What_was_answered_while_reading_is_no_suggestion_here()
    {
        Fill();
        using var screen = new ScreenDriver(project);
        screen.Settle().Press("s", "a", "3");
        Assert.Contains("Koda som «ekonomi»", screen.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Intervju D08 · 2", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_sentence_is_coded_where_it_is_chosen()
    {
        Fill();
        using var screen = new ScreenDriver(project);
        screen.Press("3", "g").Type("stressade").Press("Enter", "j");
        var coding = screen.Store.Codings(CodingScope.All).Single(c => c.Coding.Origin == CodingOrigin.Suggestion).Coding;
        Assert.Equal("Ingen stressade mig.", coding.Quote);
    }

    [Fact]
    public void A_suggestion_opens_in_the_reader()
    {
        Fill();
        using var screen = new ScreenDriver(project);
        screen.Press("3", "o");
        Assert.Equal("code", screen.Main.Current.Id);
    }

    [Fact]
    public void All_above_a_limit_are_accepted_only_after_a_yes_that_says_how_many()
    {
        Fill();
        foreach (var (person, text) in new[] { ("D09", "De hade mer tid för mig här."), ("D10", "Det fanns mer tid för mig här än på andra ställen."), ("D11", "Mer tid hade de för mig.") })
        {
            project.Code(project.Import(Drafts.Interview($"Intervju {person}.txt", ("D", Drafts.Answers, text))), text, project.Store.Codes().Single(c => c.Name == "mer tid").Id);
        }

        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Press("3", "Ctrl+P").Type("alla över").Press("Enter");
        Assert.Contains("förslag", screen.Screen, StringComparison.Ordinal);
        screen.Press("Enter");
        Assert.Contains("utan att läsa vart och ett?", screen.Screen, StringComparison.Ordinal);
        Assert.Equal(before, project.Dump());
        screen.Press("Left", "Enter");
        var made = screen.Store.Codings(CodingScope.All).Where(c => c.Coding.AcceptedAbove is not null).ToList();
        Assert.NotEmpty(made);
        screen.Press("Ctrl+Z");
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void The_sentence_that_weighs_most_is_marked_and_a_key_codes_only_that()
    {
        Fill();
        project.Import(Drafts.Interview("Intervju D09.txt", ("D", Drafts.Answers, "Vi gick hem. 😀 Sedan sov vi. Pengarna räckte inte till hyran. Det regnade hela dagen.")));
        using var screen = new ScreenDriver(project);
        screen.Press("3");
        GoTo(screen, "meningen är märkt");

        screen.Press("m");
        Assert.Contains("kodar bara meningen", screen.Screen, StringComparison.Ordinal);
        screen.Press("j");
        Assert.Equal("Pengarna räckte inte till hyran.", screen.Store.Codings(CodingScope.All).Single(c => c.Coding.Origin == CodingOrigin.Suggestion).Coding.Quote);
    }

    [Fact]
    public void A_polarity_is_offered_apart_and_set_only_when_it_is_taken()
    {
        Fill();
        MarkedPassages.Add(project, project.Store.Codes().First(c => c.Name == "mer tid").Id);
        using var screen = new ScreenDriver(project);
        screen.Press("3");
        GoTo(screen, "(tas inte med)");

        screen.Press("p");
        Assert.Contains("tar med: fungerar", screen.Screen, StringComparison.Ordinal);
        screen.Press("p", "j");
        Assert.Null(screen.Store.Codings(CodingScope.All).Single(c => c.Coding.Origin == CodingOrigin.Suggestion).Coding.Polarity);
        screen.Press("Ctrl+Z");
        GoTo(screen, "(tas inte med)", "Up");
        screen.Press("p", "j");
        Assert.NotNull(screen.Store.Codings(CodingScope.All).Single(c => c.Coding.Origin == CodingOrigin.Suggestion).Coding.Polarity);
    }

    [Fact]
    public void How_good_suggestions_are_and_leads_are_read_over_the_screen()
    {
        Fill();
        MarkedPassages.Add(project, project.Store.Codes().First(c => c.Name == "mer tid").Id);
        using var screen = new ScreenDriver(project);
        screen.Press("3", "k");
        Assert.Contains("rätt av föreslagna", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("har ingen definition", screen.Screen, StringComparison.Ordinal);
        screen.Press("Escape", "l");
        Assert.Contains("Uppslag till nya koder", screen.Screen, StringComparison.Ordinal);
        screen.Press("Escape");
        Assert.Contains("Koda som", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_is_summarised_from_the_codebook()
    {
        Fill();
        using var screen = new ScreenDriver(project);
        screen.Press("5", "t");
        Assert.Contains("kodade avsnitt", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("valt för orden", screen.Screen, StringComparison.Ordinal);
    }

    /// <summary>The screen of suggestions as one who opens the project finds it, with its wrapped lines as one.</summary>
    private string Shown()
    {
        using var screen = new ScreenDriver(project, 160, 36);
        screen.Press("3");
        return screen.Screen;
    }

    private void Fill()
    {
        var source = project.Import(Drafts.Interview(
            "Intervju D07.txt",
            ("I", Drafts.Asks, "Vad var bra?"),
            ("D", Drafts.Answers, "De hade mer tid för mig än på andra ställen."),
            ("D", Drafts.Answers, "Att ingen stressar en, man får den tid man behöver."),
            ("D", Drafts.Answers, "Pengarna tog slut innan månaden gjorde det."),
            ("D", Drafts.Answers, "Hyran och pengarna var en ständig oro.")));
        project.Import(Drafts.Interview(
            "Intervju D08.txt",
            ("I", Drafts.Asks, "Berätta."),
            ("D", Drafts.Answers, "Jag fick mer tid. Ingen stressade mig."),
            ("D", Drafts.Answers, "Pengarna räckte inte till hyran."),
            ("D", Drafts.Answers, "Sedan flyttade jag.")));
        var (time, money) = (project.Code("mer tid", tag: "Mt"), project.Code("ekonomi", tag: "Ek"));
        project.Code(source, "De hade mer tid för mig än på andra ställen.", time.Id);
        project.Code(source, "Att ingen stressar en, man får den tid man behöver.", time.Id);
        project.Code(source, "Pengarna tog slut innan månaden gjorde det.", money.Id);
        project.Code(source, "Hyran och pengarna var en ständig oro.", money.Id);
    }

    /// <summary>Steps on until the screen shows something, or fails where the queue ends without it.</summary>
    private static void GoTo(ScreenDriver screen, string shown, string key = "Down")
    {
        for (var step = 0; step < 40 && !screen.Screen.Contains(shown, StringComparison.Ordinal); step++)
        {
            screen.Press(key);
        }

        Assert.Contains(shown, screen.Screen, StringComparison.Ordinal);
    }
}
