using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core.Revisions;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Revisions;

public class SequenceDiffTests
{
    [Fact]
    public void Twins_are_equal_and_ascend_whatever_the_sequences() =>
        Prop.ForAll(Few.ToArbitrary(), Few.ToArbitrary(), (a, b) =>
        {
            var match = SequenceDiff.Match(a, b);
            var met = match.Index().Where(m => m.Item >= 0).ToList();
            return met.All(m => a[m.Index] == b[m.Item]) && met.Zip(met.Skip(1)).All(p => p.First.Item < p.Second.Item);
        }).Holds();

    [Fact]
    public void Where_nothing_stands_alone_the_pairs_are_a_longest_common_subsequence()
    {
        // Each element stands twice in both, so no anchor bends the way.
        var twice = from list in Gen.Choose(0, 2).ListOf(12) select list.Concat(list).Concat([0, 0, 1, 1, 2, 2]).ToArray();
        Prop.ForAll(twice.ToArbitrary(), twice.ToArbitrary(), (a, b) => SequenceDiff.Match(a, b).Count(m => m >= 0) >= Longest(a, b) - TrimmedLoss(a, b)).Holds();
    }

    [Fact]
    public void What_was_only_put_in_or_taken_out_leaves_all_else_paired() =>
        Prop.ForAll(Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(0, 10).ToArbitrary(), (at, from, count) =>
        {
            int[] old = [.. Enumerable.Range(0, 40)];
            int[] longer = [.. old[..at], .. Enumerable.Range(100, count), .. old[at..]];
            int[] shorter = [.. old[..from], .. old[Math.Min(40, from + count)..]];
            return SequenceDiff.Match(old, longer).All(m => m >= 0) && SequenceDiff.Match(old, shorter).Count(m => m >= 0) == shorter.Length;
        }).Holds();

    [Fact]
    public void Two_texts_with_nothing_in_common_are_done_with_soon()
    {
        int[] old = [.. Enumerable.Range(0, 60_000).Select(i => i % 7)];
        int[] other = [.. Enumerable.Range(0, 60_000).Select(i => 10 + (i % 11))];
        Assert.All(SequenceDiff.Match(old, other), m => Assert.Equal(-1, m));
    }

    private static Gen<int[]> Few => from list in Gen.Choose(0, 6).ListOf() select list.ToArray();

    private static int Longest(int[] a, int[] b)
    {
        var best = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                best[i, j] = a[i - 1] == b[j - 1] ? best[i - 1, j - 1] + 1 : Math.Max(best[i - 1, j], best[i, j - 1]);
            }
        }

        return best[a.Length, b.Length];
    }

    /// <summary>Equal ends are paired first, after which an element may stand alone: nothing is lost where it does not.</summary>
    private static int TrimmedLoss(int[] a, int[] b)
    {
        var (from, to) = (0, 0);
        while (from < a.Length && from < b.Length && a[from] == b[from])
        {
            from++;
        }

        while (to < a.Length - from && to < b.Length - from && a[^(to + 1)] == b[^(to + 1)])
        {
            to++;
        }

        var (x, y) = (a[from..^to], b[from..^to]);
        return x.Any(e => x.Count(f => f == e) == 1 && y.Count(f => f == e) == 1) ? a.Length : 0;
    }
}
