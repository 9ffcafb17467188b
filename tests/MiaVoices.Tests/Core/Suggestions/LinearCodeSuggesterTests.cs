using System.Text.Json;
using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

public class LinearCodeSuggesterTests
{
    private static readonly SuggestionQuery Everything = new() { Minimum = 0, Explain = false };
    private readonly LinearCodeSuggester _suggester = new(new PlainAnalyser());

    [Fact]
    public void Without_any_answer_the_description_ranks_and_promises_little()
    {
        var (segments, themes) = Talk.Project(10, 12);
        var model = _suggester.Train(Talk.Set(segments, themes, 0));
        var found = model.Suggest(Everything);
        Assert.Equal(3 * segments.Length, found.Count);
        var first = found.Where(suggestion => suggestion.Code == Talk.Money.Id).Take(10).ToArray();
        Assert.True(first.Count(suggestion => themes[suggestion.Segment] == 0) >= 8);
        Assert.InRange(found[0].Confidence, 0.001, 0.8);
        Assert.True(found.Average(suggestion => suggestion.Confidence) < 0.3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void With_few_examples_a_code_is_suggested_only_where_it_is_clearly_more_likely_than_on_average(int coded)
    {
        var (segments, themes) = Talk.Project(10, 20);
        var model = _suggester.Train(Talk.Set(segments, themes, coded));
        Assert.All(Talk.Codes, code =>
        {
            var all = model.Suggest(new SuggestionQuery { Code = code.Id, Minimum = 0, Explain = false });
            var given = model.Suggest(new SuggestionQuery { Code = code.Id });
            var clear = all.Count(s => s.Confidence >= Math.Min(0.5, 1.5 * all.Average(s => s.Confidence)) - 0.01);
            Assert.InRange(given.Count, 1, Math.Min(all.Count / 2, Math.Max(20, clear)));
        });
    }

    [Fact]
    public void Examples_make_it_surer_and_better()
    {
        var (segments, themes) = Talk.Project(12, 20);
        var model = _suggester.Train(Talk.Set(segments, themes, 160));
        var open = model.Suggest(Everything);
        Assert.All(open, suggestion => Assert.True(suggestion.Segment >= 160));
        var best = open.GroupBy(suggestion => suggestion.Segment).Select(group => group.First()).ToArray();
        Assert.True(best.Count(suggestion => Talk.Codes[themes[suggestion.Segment]].Id == suggestion.Code) > 0.9 * best.Length);
        Assert.True(open[0].Confidence > 0.8);
        Assert.All(open, suggestion => Assert.InRange(suggestion.Confidence, 0.001, 0.999));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void Passages_that_were_picked_and_coded_do_not_make_their_codes_look_common(int gone)
    {
        var (spoken, themes) = Talk.Project(6, 20);
        LearningSegment[] segments = [.. spoken, .. Talk.Small(spoken.Length, 480)];
        var set = new LearningSet(
            segments,
            Talk.Codes,
            Enumerable.Range(0, 30).Select(i => new LearningLabel(i, Talk.Codes[themes[i]].Id, LabelValue.Yes)),
            Enumerable.Range(0, gone).Select(i => new LearningReview(spoken.Length + i)));
        var open = new LinearCodeSuggester(new PlainAnalyser()).Train(set).Suggest(new SuggestionQuery { Minimum = 0, Explain = false });
        var expected = (spoken.Length - 30.0) / open.Select(s => s.Segment).Distinct().Count();
        Assert.InRange(open.Sum(s => s.Confidence) / open.Select(s => s.Segment).Distinct().Count(), expected / 3, expected * 1.5);
    }

    [Fact]
    public void The_same_input_gives_the_same_model_in_whatever_order_it_comes()
    {
        var (segments, themes) = Talk.Project(8, 10);
        var labels = Enumerable.Range(0, 40).Select(i => new LearningLabel(i, Talk.Codes[themes[i]].Id, LabelValue.Yes)).ToArray();
        var one = _suggester.Train(new LearningSet(segments, Talk.Codes, labels, []));
        var other = _suggester.Train(new LearningSet(segments.Reverse(), Talk.Codes.Reverse(), labels.Reverse(), []));
        Assert.Equal(one.Version, other.Version);
        Assert.Equal(one.Suggest(Everything).Select(Told), other.Suggest(Everything).Select(Told));

        static (Guid, double) Told(CodeSuggestion suggestion) => (suggestion.Id, suggestion.Confidence);
    }

    [Fact]
    public void Two_runs_on_Swedish_text_give_the_same_bytes()
    {
        var (segments, themes) = Talk.Project(8, 10);
        Assert.Equal(Run(), Run());

        byte[] Run() => JsonSerializer.SerializeToUtf8Bytes(
            new LinearCodeSuggester(new SwedishAnalyser()).Train(Talk.Set(segments, themes, 40)).Suggest(new SuggestionQuery { Minimum = 0 }));
    }

    [Fact]
    public void The_version_changes_with_an_answer_a_text_and_a_definition()
    {
        var (segments, themes) = Talk.Project(3, 4);
        var versions = new[]
        {
            Talk.Set(segments, themes, 4),
            Talk.Set(segments, themes, 5),
            Talk.Set([.. segments.Select(segment => segment with { Text = segment.Text + "!" })], themes, 4),
            new LearningSet(segments, [Talk.Money with { Definition = "Annat." }], [], []),
            new LearningSet(segments, [Talk.Money], [], []),
        }.Select(set => _suggester.Train(set).Version).ToArray();
        Assert.Equal(versions.Length, versions.Distinct().Count());
    }

    [Fact]
    public void Only_candidates_get_suggestions()
    {
        var (segments, themes) = Talk.Project(4, 6);
        segments[2] = segments[2] with { IsCandidate = false };
        var found = _suggester.Train(Talk.Set(segments, themes, 0)).Suggest(Everything);
        Assert.DoesNotContain(found, suggestion => suggestion.Segment == 2);
    }

    [Fact]
    public void Answered_pairs_come_only_when_asked_for()
    {
        var (segments, themes) = Talk.Project(4, 6);
        var set = new LearningSet(segments, Talk.Codes, [new(0, Talk.Money.Id, LabelValue.Yes), new(0, Talk.Work.Id, LabelValue.No)], []);
        var model = _suggester.Train(set);
        Assert.Equal([Talk.Health.Id], model.Suggest(Everything).Where(suggestion => suggestion.Segment == 0).Select(suggestion => suggestion.Code));
        Assert.Equal(3, model.Suggest(Everything with { IncludeAnswered = true }).Count(suggestion => suggestion.Segment == 0));
    }

    [Fact]
    public void Code_limit_and_minimum_are_kept()
    {
        var (segments, themes) = Talk.Project(6, 10);
        var model = _suggester.Train(Talk.Set(segments, themes, 30));
        var few = model.Suggest(new SuggestionQuery { Code = Talk.Work.Id, Minimum = 0.2, Limit = 4 });
        Assert.InRange(few.Count, 1, 4);
        Assert.All(few, suggestion => Assert.True(suggestion.Code == Talk.Work.Id && suggestion.Confidence >= 0.2));
        Assert.All(model.Suggest(new SuggestionQuery()), suggestion => Assert.True(suggestion.Confidence >= model.Threshold(suggestion.Code)));
    }

    [Fact]
    public void Empty_projects_and_empty_texts_are_no_trouble()
    {
        Assert.Empty(_suggester.Train(new LearningSet([], [], [], [])).Suggest(Everything));
        Assert.Empty(_suggester.Train(new LearningSet([new(1, "", "A"), new(2, "Hyran.", "B")], [], [], [])).Suggest(Everything));
        var found = _suggester.Train(new LearningSet([new(1, "", "A"), new(2, "\uD800 ...", "")], Talk.Codes, [], [])).Suggest(new SuggestionQuery { Minimum = 0 });
        Assert.Equal(6, found.Count);
        Assert.All(found, suggestion => Assert.Empty(suggestion.Reasons));
    }

    [Fact]
    public void Only_ever_set_and_never_refused_still_tells_a_code_apart()
    {
        var (segments, themes) = Talk.Project(10, 20);
        var labels = Enumerable.Range(0, 100).Where(i => themes[i] == 0).Select(i => new LearningLabel(i, Talk.Money.Id, LabelValue.Yes));
        var found = _suggester.Train(new LearningSet(segments, [Talk.Money], labels, [])).Suggest(Everything).Where(suggestion => suggestion.Segment >= 100).ToArray();
        var right = found.Where(suggestion => themes[suggestion.Segment] == 0).Average(suggestion => suggestion.Confidence);
        var wrong = found.Where(suggestion => themes[suggestion.Segment] != 0).Average(suggestion => suggestion.Confidence);
        Assert.True(right > 2 * wrong, $"{right} {wrong}");
    }

    [Fact]
    public void Similar_segments_hold_the_code_and_name_the_coding()
    {
        var (segments, themes) = Talk.Project(8, 10);
        var found = _suggester.Train(Talk.Set(segments, themes, 50)).Suggest(new SuggestionQuery { Minimum = 0 });
        Assert.All(found.SelectMany(suggestion => suggestion.Similar.Select(similar => (suggestion.Code, similar))), pair =>
        {
            Assert.Equal(pair.Code, Talk.Codes[themes[pair.similar.Segment]].Id);
            Assert.Equal(Talk.Id(5000 + (int)pair.similar.Segment), pair.similar.Coding);
            Assert.InRange(pair.similar.Cosine, 0.001, 1);
        });
        Assert.All(found, suggestion => Assert.Equal(suggestion.Similar.OrderByDescending(similar => similar.Cosine), suggestion.Similar));
    }

    [Fact]
    public void Cancelling_stops_the_work()
    {
        var (segments, themes) = Talk.Project(4, 40);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => _suggester.Train(Talk.Set(segments, themes, 20), null, cancelled.Token));
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var (segments, themes) = Talk.Project(6, 40);
        var seen = new Shares();
        _suggester.Train(Talk.Set(segments, themes, 60), seen);
        Assert.Equal(seen.Values.Order(), seen.Values);
        Assert.Equal(1, seen.Values[^1]);
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
