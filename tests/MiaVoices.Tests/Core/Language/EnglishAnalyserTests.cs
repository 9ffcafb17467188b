using MiaVoices.Core.Sources;
using FsCheck.Fluent;
using MiaVoices.Core.Language;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public sealed class EnglishAnalyserTests
{
    private static readonly EnglishAnalyser Analyser = new();

    [Theory]
    [InlineData("consist consisted consistency consistent consistently consisting consists", "consist consist consist consist consist consist consist")]
    [InlineData("knack knackered knightly knights knitting knock knocked knots", "knack knacker knight knight knit knock knock knot")]
    [InlineData("caresses flies dies denied agreed owned humbled sized meeting", "caress fli die deni agre own humbl size meet")]
    [InlineData("hopping hoping skies sky dying news proceed exceed early only gently", "hop hope sky sky die news proceed exceed earli onli gentl")]
    [InlineData("itemization sensational traditional reference colonizer plotted", "item sensat tradit refer colon plot")]
    [InlineData("communities generously general generate arsenal happily", "communiti generous general generat arsenal happili")]
    [InlineData("relational conditional rational digitizer operator feudalism", "relat condit ration digit oper feudal")]
    [InlineData("triplicate formative electrical goodness revival replacement adoption", "triplic format electr good reviv replac adopt")]
    [InlineData("rate cease roll controlling boy's boys' says yes", "rate ceas roll control boy boy say yes")]
    public void Words_have_the_stems_of_the_published_algorithm(string words, string stems) =>
        Assert.Equal(stems, string.Join(' ', words.Split(' ').Select(word => Analyser.Word(word).Stem)));

    [Fact]
    public void Words_are_found_and_folded_as_in_swedish()
    {
        const string text = "The café's 3,5 Naïve re\u00ADplies 👍🏽";
        List<Token> swedish = [];
        List<Token> english = [];
        new SwedishAnalyser().Analyse(text, swedish);
        Analyser.Analyse(text, english);
        Assert.Equal(swedish.Select(token => (token.Start, token.Length, token.Word.Exact)), english.Select(token => (token.Start, token.Length, token.Word.Exact)));
        Assert.All(english, token => Assert.Equal((TextLanguage.English, false, 0), (token.Word.Language, token.Word.IsFunctionWord, token.Word.Parts.Count)));
        Assert.Equal("repli", english[4].Word.Stem);
    }

    [Fact]
    public void Any_text_gives_words_in_their_places_and_none_without_a_stem() =>
        Prop.ForAll(
            Gen.OneOf(Gen.Elements("ing", "sses", "eed", "ll", "y", "'", "’s", "é", "\u0301", " ", "a", "t", "\uD83D"), Gen.Choose(1, 0xFFFF).Select(unit => ((char)unit).ToString()))
                .ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(),
            text =>
            {
                List<Token> tokens = [];
                Analyser.Analyse(text, tokens);
                var end = 0;
                return tokens.TrueForAll(token =>
                {
                    var isSound = token.Start >= end && token.Length > 0 && token.End <= text.Length && token.Word.Stem.Length > 0
                        && token.Word == Analyser.Word(text.AsSpan(token.Start, token.Length));
                    end = token.End;
                    return isSound;
                });
            }).Holds(1_000);
}
