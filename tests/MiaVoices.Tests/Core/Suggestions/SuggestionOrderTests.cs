using MiaVoices.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

public class SuggestionOrderTests
{
    private const string Seed = "0123456789abcdef";
    private static readonly long[] Keys = [.. Enumerable.Range(1, 1_000).Select(k => (long)k)];
    private readonly SuggestionOrder _order = new(Seed, Keys);

    [Fact]
    public void Interview_order_is_that_of_the_texts_with_a_random_sample_mixed_in()
    {
        var queue = _order.Of(Keys.Reverse().Select(k => Suggested(k, 0.5)), QueueOrder.Interview);
        var texts = queue.Where(s => !_order.IsSampled(s.Segment)).Select(s => s.Segment).ToList();
        Assert.Equal(texts.Order(), texts);
        var sampled = Keys.Count(_order.IsSampled);
        Assert.InRange(sampled, 160, 240);

        // The first tenth of the work already holds segments from all over the material.
        var early = queue.Take(100).Where(s => _order.IsSampled(s.Segment)).Select(s => s.Segment).ToList();
        Assert.InRange(early.Count, 10, 30);
        Assert.True(early.Count(k => k > 500) >= 3);
    }

    [Fact]
    public void Answering_some_does_not_move_the_others()
    {
        var all = _order.Of(Keys.Select(k => Suggested(k, 0.5)), QueueOrder.Interview).Select(s => s.Segment).ToList();
        var left = _order.Of(Keys.Where(k => k % 3 != 0).Select(k => Suggested(k, 0.5)), QueueOrder.Interview).Select(s => s.Segment).ToList();
        Assert.Equal(all.Where(k => k % 3 != 0), left);
    }

    [Fact]
    public void Another_project_draws_another_sample_and_the_same_one_the_same()
    {
        var (same, other) = (new SuggestionOrder(Seed, Keys), new SuggestionOrder("fedcba9876543210", Keys));
        Assert.Equal(Keys.Where(_order.IsSampled), Keys.Where(same.IsSampled));
        Assert.NotEqual(Keys.Where(_order.IsSampled), Keys.Where(other.IsSampled));
    }

    [Fact]
    public void Uncertain_and_sure_ones_come_first_where_that_is_chosen()
    {
        CodeSuggestion[] some = [Suggested(1, 0.9), Suggested(2, 0.52), Suggested(3, 0.2), Suggested(4, 0.97)];
        Assert.Equal([2, 3, 1, 4], _order.Of(some, QueueOrder.Uncertain).Select(s => s.Segment));
        Assert.Equal([4, 1, 2, 3], _order.Of(some, QueueOrder.Confidence).Select(s => s.Segment));
        Assert.Equal(4, _order.Of(some, QueueOrder.Sample).Count);
    }

    [Fact]
    public void An_empty_project_has_an_empty_queue() => Assert.Empty(new SuggestionOrder(Seed, []).Of([], QueueOrder.Interview));

    [Fact]
    public void Quality_is_not_measured_on_segments_that_the_queue_picked()
    {
        var (segments, themes) = Talk.Project(6, 20);
        var picked = segments.Select((s, i) => s with { IsJudged = i % 2 == 0 }).ToArray();
        var all = new LinearCodeSuggester(Support.ProjectBuilder.Analyser).Evaluate(Talk.Set(segments, themes, 80));
        var judged = new LinearCodeSuggester(Support.ProjectBuilder.Analyser).Evaluate(Talk.Set(picked, themes, 80));
        Assert.Equal((80, 40), (all.Segments, judged.Segments));
    }

    private static CodeSuggestion Suggested(long segment, double confidence) => new(Talk.Id((int)segment), segment, Talk.Money.Id, confidence, [], []);
}
