using MiaVoices.Core.Figures.Disclosure;
using Xunit;

namespace MiaVoices.Tests.Core.Figures.Disclosure;

public class PrintedDifferencesTests
{
    [Theory]
    [InlineData(10, 40, 12, 60, DifferenceKind.SmallNumber)] // two of the twenty others
    [InlineData(10, 40, 10, 43, DifferenceKind.SmallGroup)] // none of the three others
    [InlineData(-1, 40, 10, 40, DifferenceKind.Uncovered)]
    [InlineData(-1, 40, 10, 43, DifferenceKind.Uncovered)]
    public void A_few_persons_show_by_subtraction(int a, int aOf, int b, int bOf, DifferenceKind kind)
    {
        Assert.Equal([new PrintedDifference("x", kind)], PrintedDifferences.Between([Count(a, aOf)], [Count(b, bOf)], 5));
        Assert.Equal([new PrintedDifference("x", kind)], PrintedDifferences.Between([Count(b, bOf)], [Count(a, aOf)], 5));
    }

    [Theory]
    [InlineData(10, 40, 10, 40)] // the same
    [InlineData(10, 40, 10, 60)] // none of many others
    [InlineData(10, 40, 20, 60)]
    [InlineData(-1, 40, 20, 60)]
    [InlineData(-1, 40, -1, 43)]
    [InlineData(10, 40, 8, 60)] // not one within the other
    public void Many_persons_or_nobody_do_not(int a, int aOf, int b, int bOf) =>
        Assert.Empty(PrintedDifferences.Between([Count(a, aOf)], [Count(b, bOf)], 5));

    [Fact]
    public void With_threshold_nought_nothing_is_compared() => Assert.Empty(PrintedDifferences.Between([Count(1, 4)], [Count(2, 5)], 0));

    private static PrintedCount Count(int count, int of) => new("x", count < 0 ? null : count, of);
}
