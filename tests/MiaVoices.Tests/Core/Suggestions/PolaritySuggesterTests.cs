using MiaVoices.Core.Codes;
using MiaVoices.Core.Suggestions;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

public class PolaritySuggesterTests
{
    private static readonly string[] Good = ["Det var jättebra och jag är nöjd", "Jag är så nöjd, allt fungerade bra", "Fantastiskt bra, de hjälpte mig mycket"];
    private static readonly string[] Bad = ["Det var dåligt och jag blev besviken", "Inget fungerade, det var uselt och dåligt", "Jag är besviken, det tog för lång tid"];
    private static readonly string[] Themes = ["tiden", "bussen", "chefen", "kontoret", "mötet", "boendet"];

    [Fact]
    public void Below_the_least_number_of_examples_nothing_is_suggested()
    {
        Assert.Null(PolaritySuggester.Train([], ProjectBuilder.Analyser));
        Assert.Null(PolaritySuggester.Train(Marked(14), ProjectBuilder.Analyser));
        Assert.NotNull(PolaritySuggester.Train(Marked(15), ProjectBuilder.Analyser));
    }

    [Fact]
    public void One_respondent_or_one_kind_is_not_enough()
    {
        Assert.Null(PolaritySuggester.Train(Marked(30).Select(e => e with { Respondent = "P1" }), ProjectBuilder.Analyser));
        Assert.Null(PolaritySuggester.Train(Marked(40).Where(e => e.Polarity == Polarity.WorksWell), ProjectBuilder.Analyser));
    }

    [Fact]
    public void The_same_theme_is_told_apart_by_what_is_said_of_it()
    {
        var model = PolaritySuggester.Train(Marked(24), ProjectBuilder.Analyser)!;
        Assert.Equal([Polarity.WorksWell, Polarity.WorksLessWell], model.Known);
        Assert.Equal(Polarity.WorksWell, model.Suggest("Tiden var jättebra, jag är nöjd.")?.Polarity);
        Assert.Equal(Polarity.WorksLessWell, model.Suggest("Tiden var dålig, jag blev besviken.")?.Polarity);
        Assert.True(model.Quality.Right > model.Quality.Commonest);
        Assert.Equal(48, model.Quality.Judged);
    }

    [Fact]
    public void A_polarity_with_few_examples_is_not_suggested_but_the_others_are()
    {
        var few = Enumerable.Range(0, 7).Select(i => new PolarityExample(1000 + i, $"Jag föreslår att ni ändrar {Themes[i % 6]}", $"P{i}", Polarity.Proposal));
        var model = PolaritySuggester.Train([.. Marked(24), .. few], ProjectBuilder.Analyser)!;
        Assert.DoesNotContain(Polarity.Proposal, model.Known);
        Assert.Equal(48, model.Quality.Judged);
    }

    [Fact]
    public void Marks_without_rhyme_or_reason_suggest_nothing()
    {
        var random = new Random(7);
        var model = PolaritySuggester.Train(
            Enumerable.Range(0, 60).Select(i => new PolarityExample(i, string.Join(' ', Enumerable.Range(0, 6).Select(_ => Themes[random.Next(6)])), $"P{i % 6}", (Polarity)(i % 2))),
            ProjectBuilder.Analyser);
        Assert.True(model!.Quality.Right < 45);
        Assert.True(model.Quality.Interval.Lower < 0.6);
        if (model.Quality.Right <= model.Quality.Commonest)
        {
            Assert.Null(model.Suggest("tiden bussen chefen"));
        }
    }

    /// <summary>Here a laugh goes with what works well everywhere, yet it is nothing that anybody said.</summary>
    [Fact]
    public void What_a_transcriber_has_put_in_says_nothing()
    {
        var model = PolaritySuggester.Train(Marked(24), ProjectBuilder.Analyser)!;
        var marked = PolaritySuggester.Train(Marked(24).Select(e => e with { Text = $"{e.Text} {(e.Polarity == Polarity.WorksWell ? "[skrattar gott]" : "(lång paus)")}" }), ProjectBuilder.Analyser)!;
        Assert.Equal(model.Quality, marked.Quality);
        foreach (var text in new[] { "Tiden var jättebra, jag är nöjd.", "Tiden var dålig, jag blev besviken.", "Vi var på kontoret." })
        {
            Assert.Equal(model.Suggest(text), marked.Suggest(text));
            Assert.Equal(model.Suggest(text), marked.Suggest(text + " [skrattar gott]"));
            Assert.Equal(model.Suggest(text), marked.Suggest($"(lång paus) {text}"));
        }
    }

    [Fact]
    public void The_same_marks_give_the_same_model_in_any_order()
    {
        var (one, other) = (PolaritySuggester.Train(Marked(20), ProjectBuilder.Analyser)!, PolaritySuggester.Train(Marked(20).Reverse(), ProjectBuilder.Analyser)!);
        Assert.Equal(one.Quality, other.Quality);
        Assert.Equal(one.Suggest("Bussen var bra"), other.Suggest("Bussen var bra"));
    }

    private static IEnumerable<PolarityExample> Marked(int each)
    {
        for (var i = 0; i < each; i++)
        {
            yield return new PolarityExample(2 * i, $"{Good[i % 3]}, säger jag om {Themes[i % 6]}.", $"P{i % 5}", Polarity.WorksWell);
            yield return new PolarityExample((2 * i) + 1, $"{Bad[i % 3]}, säger jag om {Themes[i % 6]}.", $"P{i % 5}", Polarity.WorksLessWell);
        }
    }
}
