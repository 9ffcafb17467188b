using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;
using Xunit;

namespace MiaVoices.Tests.Terminal.Screen;

public sealed class CanvasTests
{
    [Theory]
    [InlineData(0, "abcdefgh", "abcdef")]
    [InlineData(-2, "abcdefghij", "cdefgh")]
    [InlineData(3, "abcdef", "   abc")]
    [InlineData(5, "字", "")]
    [InlineData(-1, "字ab", " ab")]
    [InlineData(0, "å\u0001b", "å·b")]
    [InlineData(0, "🇸🇪!", "SE!")]
    [InlineData(0, "1️⃣x", "1x")]
    public void Text_is_cut_at_the_edges_and_never_within_a_character(int x, string text, string shown)
    {
        var buffer = new CellBuffer(6, 1);
        Canvas.Over(buffer).Write(x, 0, text);
        Assert.Equal(shown, buffer.RowText(0));
    }

    [Fact]
    public void What_covers_half_of_a_wide_character_leaves_a_space_in_the_other_half()
    {
        var buffer = new CellBuffer(6, 1);
        var canvas = Canvas.Over(buffer);
        canvas.Write(0, 0, "字字字");
        canvas.Write(1, 0, "ab");
        Assert.Equal(" ab 字", buffer.RowText(0));
    }

    [Fact]
    public void A_part_has_its_own_origin_and_keeps_within_the_whole()
    {
        var buffer = new CellBuffer(8, 3);
        var part = Canvas.Over(buffer).Part(new Rect(2, 1, 4, 1)).Part(new Rect(1, 0, 9, 9));
        part.Write(0, 0, "abcdef");
        part.Write(0, 1, "no");
        Assert.Equal(["", "   abc", ""], Enumerable.Range(0, 3).Select(buffer.RowText));
    }

    [Theory]
    [InlineData("möte", 10, "      möte")]
    [InlineData("myndighet", 5, "     mynd…")]
    public void Text_can_be_set_to_the_right(string text, int width, string shown)
    {
        var buffer = new CellBuffer(10, 1);
        Canvas.Over(buffer).WriteRight(10 - width, 0, width, text);
        Assert.Equal(shown, buffer.RowText(0));
    }
}
