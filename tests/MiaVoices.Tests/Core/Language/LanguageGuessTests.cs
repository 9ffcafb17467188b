using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public sealed class LanguageGuessTests
{
    private const string English = "It was hard to get hold of them, and that is what I have told you: they were not there for me, but my coach was with me all the time.";
    private const string Swedish = "Det var svårt att få tag på dem, och det är det som jag har sagt: de fanns inte där för mig, men min coach var med hela tiden.";

    [Fact]
    public void English_is_known_by_its_small_words() => Assert.Equal(TextLanguage.English, LanguageGuess.Of([English, English, "THE END"]));

    [Theory]
    [InlineData(Swedish)]
    [InlineData("The end.")]
    [InlineData("")]
    [InlineData("😀 \uD800 1234")]
    public void All_else_is_taken_for_Swedish(string text) => Assert.Equal(TextLanguage.Swedish, LanguageGuess.Of([text, text, text]));

    [Fact]
    public void Swedish_with_English_quotes_stays_Swedish() => Assert.Equal(TextLanguage.Swedish, LanguageGuess.Of([Swedish, English, Swedish, Swedish]));
}
