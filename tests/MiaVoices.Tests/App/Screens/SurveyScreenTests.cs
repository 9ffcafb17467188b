using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

public sealed class SurveyScreenTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void The_survey_looks_like_this(int width, int height)
    {
        Bring();
        using var screen = new ScreenDriver(project, width, height);
        screen.Open("survey");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"survey-{width}");
        screen.Press("Down", "Down");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"survey-question-{width}");
        screen.Press("g").Type("grupp").Press("Enter", "h", "Tab", "Down", "Down");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"survey-groups-{width}");
    }

    [Fact]
    public void Waves_are_compared_and_a_theme_is_set_beside_the_question()
    {
        var last = Bring();
        project.Code(last, "mer tid, tack 3", project.Code("mer tid").Id);
        using var screen = new ScreenDriver(project);
        screen.Open("survey").Press("Down", "Down");
        Assert.Contains("2024: 20 av 30 (67 %), förändring +13,3 procentenheter", screen.Screen.Replace('\u00A0', ' '), StringComparison.Ordinal);
        screen.Press("m").Type("2024").Press("Enter");
        Assert.DoesNotContain("förändring", screen.Screen, StringComparison.Ordinal);
        screen.Press("m").Type("alla").Press("Enter", "h", "t").Type("mer tid").Press("Enter");
        Assert.Contains("Temat mer tid bredvid F1 2025", screen.Screen, StringComparison.Ordinal);
        Assert.Contains("1 av 6", screen.Screen.Replace('\u00A0', ' '), StringComparison.Ordinal);
        screen.Press("i");
        Assert.Contains("95 % intervall", screen.Screen.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_a_survey_says_what_to_do()
    {
        using var screen = new ScreenDriver(project, 80, 24);
        screen.Open("survey");
        Assert.Contains("Ctrl+O", screen.Screen, StringComparison.Ordinal);
        screen.Press("g", "m", "t", "h", "i", "e", "Enter", "Tab", "Down");
        Assert.Contains("Enkät", screen.Screen, StringComparison.Ordinal);
    }

    private Guid Bring()
    {
        project.Import(Wave("2024", 20, 6, 4));
        return project.Import(Wave("2025", 24, 4, 2));
    }

    private static SourceDraft Wave(string wave, int always, int sometimes, int never)
    {
        string?[] points = [.. Enumerable.Repeat("alltid", always), .. Enumerable.Repeat("ibland", sometimes), .. Enumerable.Repeat("aldrig", never), null];
        var draft = Drafts.Survey($"enkät {wave}.csv", "Enkät", wave, [.. points.Select((p, i) => new SurveyRow(
            FormattableString.Invariant($"{i + 1}"), i % 5 == 3 ? FormattableString.Invariant($"mer tid, tack {i}") : null, p, i % 3 == 0 ? "medarbetare" : "deltagare"))]);
        return draft with { Survey = draft.Survey! with { Population = 80, Reached = 62 } };
    }
}
