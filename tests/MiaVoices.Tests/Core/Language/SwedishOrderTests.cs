using FsCheck.Fluent;
using MiaVoices.Core.Language;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public sealed class SwedishOrderTests
{
    [Fact]
    public void Lists_stand_as_people_read_them()
    {
        string?[] expected =
            [null, "", "1 a", "2", "10", "10 b", "Adam", "anna", "bil", "D2", "D10", "ide", "idé", "Idén", "Zorn", "åka", "Ål", "äta", "öl", "Öster"];
        var shuffled = expected.Reverse().OrderBy(text => text, SwedishOrder.Instance);
        Assert.Equal(expected, shuffled);
    }

    [Fact]
    public void The_order_is_total() =>
        Prop.ForAll<string?, string?, string?>((x, y, z) =>
        {
            var order = SwedishOrder.Instance;
            return Math.Sign(order.Compare(x, y)) == -Math.Sign(order.Compare(y, x))
                && (order.Compare(x, y) == 0) == string.Equals(x, y, StringComparison.Ordinal)
                && (order.Compare(x, y) > 0 || order.Compare(y, z) > 0 || order.Compare(x, z) <= 0);
        }).Holds();
}
