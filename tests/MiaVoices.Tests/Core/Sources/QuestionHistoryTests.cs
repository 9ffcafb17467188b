using MiaVoices.Core.Sources;
using Xunit;

namespace MiaVoices.Tests.Core.Sources;

public class QuestionHistoryTests
{
    [Fact]
    public void A_question_is_followed_through_the_waves()
    {
        var lines = QuestionHistory.Of(
        [
            new("2023", [Asked("F1", "Får du stöd?"), Asked("F2", "Litar du på oss?")]),
            new("2024", [Asked("F1", "Får du stöd?"), Asked("F3", "Sover du gott?")]),
            new("2025", [Asked("F1", "Får du hjälp?"), Asked("F3", "Sover du gott?"), Asked("Litar du på oss?")]),
        ]);
        Assert.Equal(["F1", "Litar du på oss?", "F3"], lines.Select(l => l.Id));
        Assert.Equal([("2023", false, false), ("2024", false, false), ("2025", false, true)], lines[0].Asked.Select(a => (a.Wave!, a.IsNew, a.IsReworded)));
        Assert.Equal([("2023", "F2"), ("2025", "Litar du på oss?")], lines[1].Asked.Select(a => (a.Wave!, a.Question.Id)));
        Assert.Equal([("2024", true), ("2025", false)], lines[2].Asked.Select(a => (a.Wave!, a.IsNew)));
    }

    [Fact]
    public void A_scale_that_differs_from_when_the_question_was_last_asked_is_told()
    {
        var lines = QuestionHistory.Of([new("2024", [Asked("F1", "Stöd?", "nej", "ja")]), new("2025", [Asked("F1", "Stöd?", "1", "2", "3")])]);
        Assert.Equal([ScaleDifference.None, ScaleDifference.Other], lines.Single().Asked.Select(a => a.Scale));
    }

    [Fact]
    public void No_waves_give_no_lines() => Assert.Empty(QuestionHistory.Of([]));

    private static QuestionDraft Asked(string id, string? text = null, params string[] scale) => new() { Id = id, Text = text ?? id, Kind = QuestionKind.Closed, Scale = scale };
}
