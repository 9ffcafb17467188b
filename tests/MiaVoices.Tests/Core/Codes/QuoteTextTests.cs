using FsCheck.Fluent;
using MiaVoices.Core.Codes;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Codes;

public class QuoteTextTests
{
    private const string Words = "Jag bodde i Norrmo då, och coachen ringde mig varje vecka.";

    [Fact]
    public void A_quote_without_cuts_is_its_words() => Assert.Equal(Words, QuoteText.Of(Words, []));

    [Theory]
    [InlineData("Jag bodde i Norrmo då, och ", "", "[…] coachen ringde mig varje vecka.")]
    [InlineData(" i Norrmo", "", "Jag bodde […] då, och coachen ringde mig varje vecka.")]
    [InlineData("i Norrmo då", "", "Jag bodde […], och coachen ringde mig varje vecka.")]
    [InlineData("Norrmo", "orten", "Jag bodde i [orten] då, och coachen ringde mig varje vecka.")]
    [InlineData(" varje vecka.", "", "Jag bodde i Norrmo då, och coachen ringde mig […]")]
    public void What_is_left_out_is_marked_at_the_start_in_the_middle_and_at_the_end(string cut, string instead, string shown)
    {
        var start = Words.IndexOf(cut, StringComparison.Ordinal);
        QuoteCut[] cuts = [new(start, start + cut.Length, instead)];
        Assert.Null(QuoteText.Fault(Words, cuts));
        Assert.Equal(shown, QuoteText.Of(Words, cuts));
    }

    [Fact]
    public void Cuts_beside_each_other_are_one_mark()
    {
        Assert.Equal("Jag […] då, och coachen ringde mig varje vecka.", QuoteText.Of(Words, [new(4, 9), new(10, 18)]));
        Assert.Equal("Jag […] [orten] då, och coachen ringde mig varje vecka.", QuoteText.Of(Words, [new(4, 11), new(12, 18, "orten")]));
    }

    [Theory]
    [InlineData("mamma", 2, 5, "quote.cutInWord")]
    [InlineData("Anna-Karin sa", 5, 10, "quote.cutInWord")]
    [InlineData("e\u0301n gång", 0, 1, "quote.cutInWord")]
    [InlineData("så 😀 då", 3, 4, "quote.cutInWord")]
    [InlineData("allt", 0, 4, "quote.nothingLeft")]
    [InlineData("ett två", 3, 9, "quote.cutOutside")]
    [InlineData("ett två", 3, 3, "quote.cutOutside")]
    public void A_cut_that_may_not_be_made_is_told(string words, int start, int end, string fault) =>
        Assert.Equal(fault, QuoteText.Fault(words, [new(start, end)]));

    [Fact]
    public void Cuts_that_overlap_or_hold_brackets_are_told()
    {
        Assert.Equal("quote.cutOutside", QuoteText.Fault(Words, [new(0, 9), new(4, 11)]));
        Assert.Equal("quote.badInstead", QuoteText.Fault(Words, [new(4, 9, "a]b")]));
    }

    [Fact]
    public void Whatever_is_cut_what_is_shown_stands_in_the_words_in_order()
    {
        var words = Gen.Elements("ett", "två,", "Anna-Karin", "😀", "slut.", "\n", "å", "10:30").ListOf().Select(w => string.Join(' ', w));
        var cases = from text in words
                    from ends in Gen.Choose(0, Math.Max(1, text.Length)).ListOf()
                    select (Text: text, Cuts: Cuts(text, [.. ends.Distinct().Order().Where(e => QuoteText.IsBoundary(text, e))]));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            if (QuoteText.Fault(c.Text, c.Cuts) is { } fault)
            {
                return fault == "quote.nothingLeft";
            }

            var at = 0;
            foreach (var piece in QuoteText.Of(c.Text, c.Cuts).Split(QuoteText.Omission, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                at = c.Text.IndexOf(piece, at, StringComparison.Ordinal);
                if (at < 0)
                {
                    return false;
                }

                at += piece.Length;
            }

            var left = c.Cuts.Aggregate(c.Text, (text, cut) => text[..cut.Start] + new string(' ', cut.End - cut.Start) + text[cut.End..]);
            string Letters(string s) => string.Concat(s.Where(x => !char.IsWhiteSpace(x)));
            return Letters(left) == Letters(QuoteText.Of(c.Text, c.Cuts).Replace(QuoteText.Omission, "", StringComparison.Ordinal));
        }).Holds();
    }

    private static QuoteCut[] Cuts(string text, int[] ends) =>
        [.. Enumerable.Range(0, ends.Length / 2).Select(i => new QuoteCut(ends[2 * i], ends[(2 * i) + 1])).Where(c => c.End <= text.Length)];
}
