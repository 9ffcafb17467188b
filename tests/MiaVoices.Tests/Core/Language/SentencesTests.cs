using FsCheck.Fluent;
using MiaVoices.Core.Language;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Det gick bra. Sen åkte jag hem.", "Det gick bra.|Sen åkte jag hem.")]
    [InlineData("Jag har t.ex. Anna och bl.a. Per med mig.", "Jag har t.ex. Anna och bl.a. Per med mig.")]
    [InlineData("Vi fick hjälp med hyran m.m. Det var bra.", "Vi fick hjälp med hyran m.m.|Det var bra.")]
    [InlineData("Mötet var kl. 10.30 i dag. Vi kom sent.", "Mötet var kl. 10.30 i dag.|Vi kom sent.")]
    [InlineData("Hon heter A. B. Svensson. Hon är snäll.", "Hon heter A. B. Svensson.|Hon är snäll.")]
    [InlineData("Va? Nej! Jaså?! Ja.", "Va?|Nej!|Jaså?!|Ja.")]
    [InlineData("Jag vet inte ... kanske det. Ja… Det kan vara så.", "Jag vet inte ... kanske det.|Ja…|Det kan vara så.")]
    [InlineData("”Vad gör du?” frågade hon. ”Inget.” Sen gick hon.", "”Vad gör du?” frågade hon.|”Inget.”|Sen gick hon.")]
    [InlineData("första raden\nandra raden", "första raden|andra raden")]
    [InlineData("1. Ring läkaren\n2. Vänta", "1. Ring läkaren|2. Vänta")]
    [InlineData("Det var bra.Sen slutade det.", "Det var bra.|Sen slutade det.")]
    [InlineData("jag ringde dem. sen hände inget", "jag ringde dem.|sen hände inget")]
    [InlineData("den 3. maj kom svaret", "den 3. maj kom svaret")]
    [InlineData("se www.exempel.se och läs", "se www.exempel.se och läs")]
    [InlineData("...", "...")]
    [InlineData("  \n ", "")]
    public void Text_is_split_into_sentences(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences.Split(text).Select(span => text[span.Start..span.End])));

    [Fact]
    public void Every_character_but_white_space_lies_in_one_sentence()
    {
        var pieces = Gen.Elements("ja", "Nej", "t.ex.", " ", ".", "...", "…", "?", "!", "”", "(", ")", "\n", "3", "10.30", "A.", "\uD83D", "å");
        Prop.ForAll(pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var span in Sentences.Split(text))
            {
                if (span.Start < end || span.End <= span.Start || !string.IsNullOrWhiteSpace(text[end..span.Start]))
                {
                    return false;
                }

                end = span.End;
            }

            return string.IsNullOrWhiteSpace(text[end..]);
        }).Holds(1_000);
    }
}
