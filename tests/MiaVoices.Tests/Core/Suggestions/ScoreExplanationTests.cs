using FsCheck.Fluent;
using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

public class ScoreExplanationTests
{
    private readonly LinearCodeSuggester _suggester = new(new PlainAnalyser());

    [Fact]
    public void Contributions_and_bias_sum_to_the_score_whatever_the_text()
    {
        var (segments, themes) = Talk.Project(5, 8);
        Prop.ForAll<string?[]>(texts =>
        {
            var own = texts.Select((text, i) => new LearningSegment(100 + i, text ?? "", "Q"));
            var labels = Enumerable.Range(0, 30).Select(i => new LearningLabel(i, Talk.Codes[themes[i]].Id, LabelValue.Yes));
            var set = new LearningSet(segments.Concat(own), Talk.Codes, labels, []);
            var model = _suggester.Train(set);
            return set.Segments.All(segment => Talk.Codes.All(code => Holds(model.Explain(segment.Key, code.Id), segment.Text)));
        }).Holds();
    }

    /// <summary>With word vectors, whose sum is centred and brought to a length; compounds, rare words and marks among them.</summary>
    [Fact]
    public void They_do_so_with_word_vectors_too()
    {
        string[] words = ["skolan", "eleverna", "hyresrätt", "sjukhus", "och", "inte", "tåget", "boendestödjare", "xyzzy", "!", "\uD83D\uDE00", "pengar", "A\u030A", "läkarna", ""];
        var suggester = new LinearCodeSuggester(new SwedishAnalyser());
        var random = new Random(5);
        string Text() => string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
        for (var run = 0; run < 10; run++)
        {
            LearningSegment[] segments = [.. Enumerable.Range(0, 40).Select(i => new LearningSegment(i, Text(), $"R{i % 5}"))];
            var labels = Enumerable.Range(0, 20).Select(i => new LearningLabel(i, Talk.Codes[random.Next(3)].Id, LabelValue.Yes));
            var model = suggester.Train(new LearningSet(segments, Talk.Codes, labels, []));
            Assert.All(segments, segment => Assert.All(Talk.Codes, code => Assert.True(Holds(model.Explain(segment.Key, code.Id), segment.Text), segment.Text)));
        }
    }

    private static bool Holds(ScoreExplanation told, string text) =>
        Math.Abs(told.Bias + told.Contributions.Sum(part => part.Weight) - told.Score) < 1e-9
        && told.Contributions.All(part => part.Start >= 0 && part.Length > 0 && part.Start + part.Length <= text.Length)
        && told.Contributions.Zip(told.Contributions.Skip(1)).All(pair => pair.First.Start + pair.First.Length <= pair.Second.Start);

    [Fact]
    public void Reasons_are_the_words_of_the_segment_as_they_are_written()
    {
        var (segments, themes) = Talk.Project(8, 10);
        segments[79] = segments[79] with { Text = "Och HYRAN, den är för hög; skulderna med." };
        var model = _suggester.Train(Talk.Set(segments, themes, 60));
        var found = model.Suggest(new SuggestionQuery { Code = Talk.Money.Id, Minimum = 0 }).Single(suggestion => suggestion.Segment == 79);
        Assert.Contains("HYRAN", found.Reasons.Take(2).Select(reason => reason.Word));
        Assert.Contains("skulderna", found.Reasons.Select(reason => reason.Word));
        Assert.DoesNotContain(found.Reasons, reason => reason.Word is "är" or "Och" or ",");
        Assert.Equal(found.Reasons.OrderByDescending(reason => reason.Weight), found.Reasons);
    }

    [Fact]
    public void Marks_are_no_reasons_and_function_words_only_where_nothing_else_is()
    {
        LearningSegment[] segments = [new(1, "Så var det. Ja!", "A"), new(2, "Bussen gick.", "B"), new(3, "Så var det. Ja!", "C"), new(4, "Tåget gick", "D")];
        var labels = new LearningLabel[] { new(1, Talk.Money.Id, LabelValue.Yes), new(2, Talk.Money.Id, LabelValue.No) };
        var found = new LinearCodeSuggester(new SwedishAnalyser()).Train(new LearningSet(segments, [Talk.Money], labels, [])).Suggest(new SuggestionQuery { Minimum = 0 });
        var reasons = found.Single(suggestion => suggestion.Segment == 3).Reasons;
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.True(reason.Word.All(char.IsLetter), reason.Word));
    }

    [Fact]
    public void Reasons_asked_for_afterwards_are_those_that_come_with_the_suggestion()
    {
        var (segments, themes) = Talk.Project(6, 8);
        var model = _suggester.Train(Talk.Set(segments, themes, 24));
        var with = model.Suggest(new SuggestionQuery { Minimum = 0 });
        var bare = model.Suggest(new SuggestionQuery { Minimum = 0, Explain = false });
        Assert.All(bare, suggestion => Assert.Empty(suggestion.Reasons));
        Assert.Equal(with.Reverse().Select(Told), model.WithReasons([.. bare.Reverse()]).Select(Told));
        Assert.Throws<ArgumentException>(() => model.WithReasons([bare[0] with { Segment = -1 }]));

        static string Told(CodeSuggestion suggestion) =>
            $"{suggestion.Id} {suggestion.Confidence} {string.Join(' ', suggestion.Reasons.Select(r => $"{r.Word}:{r.Weight}"))} {string.Join(' ', suggestion.Similar.Select(x => $"{x.Segment}:{x.Cosine}"))}";
    }

    [Fact]
    public void A_compound_is_found_by_its_parts()
    {
        LearningSegment[] segments = [new(1, "Vi fick boendestöd i våras.", "A"), new(2, "Vi fick besked i våras.", "B"), new(3, "Ett bra stöd.", "C")];
        var code = Talk.Code(9, "Stöd", "");
        var found = _suggester.Train(new LearningSet(segments, [code], [], [])).Suggest(new SuggestionQuery { Minimum = 0 });
        Assert.Equal([3L, 1L, 2L], found.Select(suggestion => suggestion.Segment));
        Assert.Equal("boendestöd", found[1].Reasons[0].Word);
    }
}
