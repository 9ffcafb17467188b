using FsCheck.Fluent;
using Xunit;

namespace MiaVoices.Tests.Support;

public class RandomCasesTests
{
    [Fact]
    public void As_many_different_cases_as_asked_for_are_tried_and_a_failure_is_told()
    {
        var seen = new List<int>();
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), n => seen.Add(n)).Holds(60);
        Assert.Equal(RandomCases.Count(60), seen.Count);
        Assert.True(seen.Distinct().Count() > 50);
        Assert.Contains("Falsifiable", Assert.ThrowsAny<Exception>(() => Prop.ForAll(Gen.Choose(0, 9).ToArbitrary(), n => n < 7).Holds()).Message, StringComparison.Ordinal);
    }
}
