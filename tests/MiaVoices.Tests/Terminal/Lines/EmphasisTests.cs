using MiaVoices.Terminal;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;
using Xunit;

namespace MiaVoices.Tests.Terminal.Lines;

public sealed class EmphasisTests
{
    [Fact]
    public void A_match_is_bold_and_underlined_on_a_terminal_and_in_quotes_elsewhere()
    {
        Assert.Equal("bra \u001b[1;4mstöd\u001b[0m här", Emphasis.Styled.Mark("bra stöd här", [(4, 4)]));
        Assert.Equal("bra «stöd» här", Emphasis.Plain.Mark("bra stöd här", [(4, 4)]));
    }

    [Fact]
    public void Overlapping_and_touching_spans_become_one_mark_and_empty_ones_none() =>
        Assert.Equal("«abcd»e«f»", Emphasis.Plain.Mark("abcdef", [(5, 1), (1, 2), (0, 2), (3, 1), (4, 0)]));

    [Fact]
    public void Spans_are_counted_in_the_text_before_it_is_made_safe()
    {
        Assert.Equal("·[1m«stöd»", Emphasis.Plain.Mark("\uFEFF\u001b[1m\u202Estöd", [(6, 4)]));
        Assert.Equal("rad\n«två»", Emphasis.Plain.Mark("rad\r\ntvå", [(5, 3)]));
    }

    [Fact]
    public void A_span_that_cuts_a_cluster_marks_the_whole_of_it()
    {
        Assert.Equal("«👩\u200D💻»!", Emphasis.Plain.Mark("👩\u200D💻!", [(1, 1)]));
        Assert.Equal("«a\u030A»", Emphasis.Plain.Mark("a\u030A", [(1, 1)]));
    }

    [Fact]
    public void No_mark_and_no_style_reaches_over_a_line_feed()
    {
        Assert.Equal("«a»\n«b»", Emphasis.Plain.Mark("a\nb", [(0, 3)]));
        Assert.Equal("\u001b[2ma\u001b[0m\n\u001b[2mb\u001b[0m", Emphasis.Styled.Apply("a\nb", TextStyle.Dim));
    }

    [Fact]
    public void A_span_outside_the_text_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Emphasis.Plain.Mark("abc", [(2, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Emphasis.Plain.Mark("abc", [(-1, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Emphasis.Plain.Mark("abc", [(1, int.MaxValue)]));
    }

    [Fact]
    public void A_style_is_written_only_for_a_terminal_and_the_text_is_made_safe()
    {
        Assert.Equal("\u001b[1;31m·[0m\u001b[0m", Emphasis.Styled.Apply("\u001b[0m", new TextStyle(IsBold: true, Color: TextColor.Red)));
        Assert.Equal("·[0m", Emphasis.Plain.Apply("\u001b[0m", TextStyle.Bold));
        Assert.Equal("a", Emphasis.Styled.Apply("a", default));
    }

    [Fact]
    public void Wrapped_lines_carry_their_marks_with_them()
    {
        Assert.Equal(["ett «två", "tre» fyra"], Emphasis.Plain.WrapMarked("ett två tre fyra", [(4, 7)], 9));
        Assert.Equal(["ett \u001b[1;4mtvå\u001b[0m", "\u001b[1;4mtre\u001b[0m fyra"], Emphasis.Styled.WrapMarked("ett två tre fyra", [(4, 7)], 9));
    }

    [Fact]
    public void Without_its_sequences_a_marked_text_is_the_safe_text() => AnyText.Holds(0, 20, (text, at) =>
    {
        var start = Math.Min(at, text.Length);
        var spans = new[] { (start, Math.Min(3, text.Length - start)) };
        return Sequences.Strip(Emphasis.Styled.Mark(text, spans)) == Glyphs.Safe(text)
            && AnyText.IsHarmless(Emphasis.Plain.Mark(text, spans));
    });

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Only_a_terminal_that_wants_it_is_styled(bool isTerminal, bool wantsColor, bool isStyled)
    {
        var facts = TerminalFacts.None with { OutputIsTerminal = isTerminal, ErrorIsTerminal = isTerminal, SupportsColor = wantsColor };
        Assert.Equal(isStyled, Emphasis.ForOutput(facts).IsStyled);
        Assert.Equal(isStyled, Emphasis.ForError(facts).IsStyled);
    }
}
