using FsCheck.Fluent;
using MiaVoices.Terminal.Flow;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Flow;

public sealed class SpanMapTests
{
    [Fact]
    public void It_finds_what_a_search_through_all_finds_and_no_two_that_overlap_share_a_lane()
    {
        var span = from start in Gen.Choose(0, 100) from length in Gen.Choose(1, 30) select new LanedSpan<int>(start, start + length, length);
        Prop.ForAll(Arb.From(span.ListOf()), Arb.From(Gen.Choose(0, 110)), Arb.From(Gen.Choose(1, 40)), (spans, from, length) =>
        {
            var map = new SpanMap<int>(spans);
            var wanted = map.Spans.Where(s => s.Start < from + length && s.End > from);
            var clash = map.Spans.SelectMany((a, i) => map.Spans.Skip(i + 1).Where(b => a.Lane == b.Lane && a.Start < b.End && b.Start < a.End));
            return map.Touching(from, from + length).SequenceEqual(wanted) && !clash.Any() && map.Spans.All(s => s.Lane < map.Lanes)
                // No more lanes than overlap at one place.
                && map.Lanes == Enumerable.Range(0, 140).Max(at => map.Spans.Count(s => s.Start <= at && at < s.End));
        }).Holds(500);
    }
}
