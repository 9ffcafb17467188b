using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core;

public class WilsonIntervalTests
{
    [Fact]
    public void The_interval_is_that_of_the_tables()
    {
        // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, and 0 of 20.
        var (some, none) = (WilsonInterval.Of(81, 263, IntervalLevel.NinetyFive), WilsonInterval.Of(0, 20, IntervalLevel.NinetyFive));
        Assert.Equal((0.2553, 0.3662), (Math.Round(some.Lower, 4), Math.Round(some.Upper, 4)));
        Assert.Equal((0.0, 0.1611), (none.Lower, Math.Round(none.Upper, 4)));

        // Computed by hand from the formula with z = 1.6449.
        var (half, all) = (WilsonInterval.Of(5, 10, IntervalLevel.Ninety), WilsonInterval.Of(10, 10, IntervalLevel.Ninety));
        Assert.Equal((0.2693, 0.7307), (Math.Round(half.Lower, 4), Math.Round(half.Upper, 4)));
        Assert.Equal((0.7871, 1.0), (Math.Round(all.Lower, 4), Math.Round(all.Upper, 4)));
        Assert.Equal(new WilsonInterval(0, 1), WilsonInterval.Of(0, 0, IntervalLevel.Ninety));
    }

    [Theory]
    [InlineData(IntervalLevel.Ninety, 1.6448536269514722)]
    [InlineData(IntervalLevel.NinetyFive, 1.959963984540054)]
    public void The_interval_ends_where_the_score_test_does(IntervalLevel level, double quantile)
    {
        var shares = from n in Gen.Choose(1, 2_000) from k in Gen.Choose(0, n) select (Some: k, All: n);
        Prop.ForAll(shares.ToArbitrary(), share =>
        {
            var (value, bounds) = ((double)share.Some / share.All, WilsonInterval.Of(share.Some, share.All, level));
            bool Ends(double p) => Math.Abs(Math.Pow(value - p, 2) - (quantile * quantile * p * (1 - p) / share.All)) < 1e-9;
            return bounds.Lower <= value && value <= bounds.Upper && Ends(bounds.Lower) && Ends(bounds.Upper);
        }).Holds();
    }
}
