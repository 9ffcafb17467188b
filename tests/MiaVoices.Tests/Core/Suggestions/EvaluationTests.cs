using MiaVoices.Core;
using MiaVoices.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

public class EvaluationTests
{
    private readonly LinearCodeSuggester _suggester = new(new PlainAnalyser());

    [Fact]
    public void Themes_with_words_of_their_own_are_found_in_new_people()
    {
        var (segments, themes) = Talk.Project(15, 16);
        var quality = _suggester.Evaluate(Talk.Set(segments, themes, segments.Length));
        Assert.Equal(("respondent", 5, 15, 240, 0), (quality.GroupedBy, quality.Folds, quality.Respondents, quality.Segments, quality.AssumedNoes));
        Assert.True(quality.MacroF1 > 0.9 && quality.MicroF1 > 0.9 && quality.AveragePrecision > 0.9, quality.ToString());
        Assert.InRange(quality.CalibrationError, 0, 0.12);
        Assert.All(quality.Codes, code =>
        {
            Assert.InRange(code.Precision!.Value, code.PrecisionInterval!.Value.Lower, code.PrecisionInterval.Value.Upper);
            Assert.InRange(code.Recall!.Value, code.RecallInterval!.Value.Lower, code.RecallInterval.Value.Upper);
            Assert.InRange(code.Threshold, 0.001, 0.999);
        });
        Assert.Equal(240, quality.Codes.Sum(code => code.N));
    }

    /// <summary>Each person has a word of their own and always the same code by lot: whoever has read the person knows all, others nothing.</summary>
    [Fact]
    public void A_respondent_in_two_folds_would_show()
    {
        var random = new Random(4);
        var (plain, _) = Talk.Project(40, 8);
        var lots = Enumerable.Range(0, 40).Select(_ => random.Next(2)).ToArray();
        LearningCode[] codes = [Talk.Code(1, "", ""), Talk.Code(2, "", "")];
        var segments = plain.Select((segment, i) => segment with { Text = $"kännetecken{(char)('a' + (i / 8 % 20))}{(char)('a' + (i / 160))}xyz" });
        var labels = plain.Select((segment, i) => new LearningLabel(segment.Key, codes[lots[i / 8]].Id, LabelValue.Yes)).ToArray();
        var reviews = plain.Select(segment => new LearningReview(segment.Key)).ToArray();
        var grouped = _suggester.Evaluate(new LearningSet(segments, codes, labels, reviews));
        var leaked = _suggester.Evaluate(new LearningSet(segments.Select((segment, i) => segment with { Respondent = $"R{i}" }), codes, labels, reviews));
        Assert.True(leaked.AveragePrecision > 0.98, $"the control does not leak: {leaked.AveragePrecision}");
        Assert.InRange(grouped.AveragePrecision!.Value, 0.2, 0.7);
    }

    [Fact]
    public void Shuffled_answers_are_near_chance()
    {
        var (segments, themes) = Talk.Project(20, 20);
        new Random(3).Shuffle(themes);
        var quality = _suggester.Evaluate(Talk.Set(segments, themes, segments.Length));
        Assert.InRange(quality.AveragePrecision!.Value, 0.29, 0.38);
        Assert.InRange(quality.CalibrationError, 0, 0.05);
    }

    /// <summary>
    /// Learnt from shuffled answers without any description to lean on, what is suggested for the rest agrees with the truth no better, and no
    /// worse, than with the truth in random order: the interval holds 99 of 100 of those.
    /// </summary>
    [Fact]
    public void A_model_of_shuffled_answers_stays_within_the_permutation_interval_of_chance()
    {
        var random = new Random(8);
        var (segments, themes) = Talk.Project(20, 20);
        var truth = themes[200..];
        random.Shuffle(themes);
        LearningCode[] codes = [.. Talk.Codes.Select(code => code with { Name = "", Definition = "", Keywords = [] })];
        var labels = Enumerable.Range(0, 200).Select(i => new LearningLabel(i, codes[themes[i]].Id, LabelValue.Yes));
        var found = _suggester.Train(new LearningSet(segments, codes, labels, Enumerable.Range(0, 200).Select(i => new LearningReview(i))))
            .Suggest(new SuggestionQuery { Minimum = 0, Explain = false });
        int[][] orders = [.. codes.Select(code => found.Where(s => s.Code == code.Id).Select(s => (int)s.Segment - 200).ToArray())];
        var measured = Order();
        var byLot = Enumerable.Range(0, 999).Select(_ =>
        {
            random.Shuffle(truth);
            return Order();
        }).Order().ToArray();
        Assert.InRange(measured, byLot[4], byLot[994]);

        double Order() => orders.Select((order, theme) =>
        {
            var places = Enumerable.Range(0, order.Length).Where(place => truth[order[place]] == theme);
            return places.Select((place, before) => (before + 1.0) / (place + 1)).Average();
        }).Average();
    }

    [Fact]
    public void Below_three_examples_no_figure_is_shown()
    {
        var (segments, themes) = Talk.Project(6, 6);
        var rare = Talk.Code(4, "Resor", "Tåg och buss.");
        var labels = segments.Select((segment, i) => new LearningLabel(segment.Key, Talk.Codes[themes[i]].Id, LabelValue.Yes)).Append(new(3, rare.Id, LabelValue.Yes)).Append(new(9, rare.Id, LabelValue.Yes));
        var quality = _suggester.Evaluate(new LearningSet(segments, [.. Talk.Codes, rare], labels, []));
        var own = quality.Codes.Single(code => code.Code == rare.Id);
        Assert.Equal((2, null, null, null), (own.N, own.Precision, own.F1, own.RecallInterval));
        Assert.True(quality.AssumedNoes > 0);
    }

    [Fact]
    public void One_respondent_is_too_few()
    {
        var (segments, themes) = Talk.Project(1, 30);
        var refused = Assert.Throws<RefusedException>(() => _suggester.Evaluate(Talk.Set(segments, themes, 30)));
        Assert.Equal("evaluate.respondents", refused.Problem.Key);
    }

    [Fact]
    public void Wilsons_interval_is_that_of_the_tables()
    {
        // Computed by hand from the formula with z = 1.6449.
        var half = WilsonInterval.Of(5, 10);
        Assert.Equal((0.2693, 0.7307), (Math.Round(half.Lower, 4), Math.Round(half.Upper, 4)));
        var all = WilsonInterval.Of(10, 10);
        Assert.Equal((0.7871, 1.0), (Math.Round(all.Lower, 4), Math.Round(all.Upper, 4)));
        Assert.Equal(new WilsonInterval(0, 1), WilsonInterval.Of(0, 0));
    }
}
