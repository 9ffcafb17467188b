using FsCheck.Fluent;
using MiaVoices.Terminal.Layout;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Layout;

public sealed class RectTests
{
    [Fact]
    public void Parts_fill_the_whole_and_none_is_negative()
    {
        var cases = from w in Gen.Choose(0, 300) from a in Gen.Choose(0, 9) from b in Gen.Choose(0, 9) from c in Gen.Choose(1, 9) select (w, a, b, c);
        Prop.ForAll(Arb.From(cases), t =>
        {
            var whole = Rect.Of(t.w, 7);
            var parts = whole.Columns(t.a, t.b, t.c);
            var (cut, left) = whole.CutRight(t.a * 40);
            return parts.Sum(p => p.Width) == t.w && parts.All(p => p.Width >= 0) && parts[1].X == parts[0].Right
                && cut.Width + left.Width == t.w && cut.X == left.Right && whole.Inset(t.a * 30, t.b).Width >= 0;
        }).Holds();
    }

    [Theory]
    [InlineData(80, 26, 30, false, 80, false)]
    [InlineData(100, 26, 30, false, 70, true)]
    [InlineData(110, 26, 0, true, 84, false)]
    [InlineData(120, 26, 30, true, 64, true)]
    [InlineData(200, 40, 50, true, 110, true)]
    [InlineData(120, 60, 60, false, 60, true)]
    public void Side_parts_come_as_there_is_room(int width, int left, int right, bool hasLeft, int main, bool hasRight)
    {
        var plan = PanePlan.Of(Rect.Of(width, 24), left, right);
        Assert.Equal((hasLeft, main, hasRight), (plan.Left is not null, plan.Main.Width, plan.Right is not null));
        Assert.Equal(width, (plan.Left?.Width ?? 0) + plan.Main.Width + (plan.Right?.Width ?? 0));
    }
}
