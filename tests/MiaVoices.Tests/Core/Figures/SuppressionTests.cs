using MiaVoices.Core.Figures;
using Xunit;

namespace MiaVoices.Tests.Core.Figures;

public class SuppressionTests
{
    [Theory]
    [InlineData(0, 9, false)]
    [InlineData(1, 9, true)]
    [InlineData(4, 9, true)]
    [InlineData(5, 9, false)]
    [InlineData(9, 9, false)]
    [InlineData(0, 4, true)]
    [InlineData(4, 4, true)]
    [InlineData(0, 0, false)]
    public void A_number_alone_is_hidden_when_small_or_all_or_none_of_a_small_group(int persons, int of, bool hidden) =>
        Assert.Equal(hidden, Suppression.Mark(new Share(persons, of), 5).Suppressed);
}
