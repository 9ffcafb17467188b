using MiaVoices.Core.Language;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public sealed class ProjectCompoundLexiconTests
{
    private static readonly (string, int)[] Vocabulary =
        [("zonkare", 9), ("blarfning", 5), ("sällsynt", 4), ("kort", 90), ("därifrån", 90), ("mp3spelare", 90)];

    [Theory]
    [InlineData("zonkareblarfning", "zonkar|blarfning")]
    [InlineData("blarfningszonkare", "blarfning|zonkar")]
    [InlineData("zonkaresällsynt", "")]
    [InlineData("zonkarekort", "")]
    [InlineData("därifrånzonkare", "")]
    public void Only_long_words_that_are_used_by_themselves_are_parts(string word, string stems)
    {
        var splitter = new CompoundSplitter(new ProjectCompoundLexicon(Vocabulary));
        var expected = stems.Length == 0 ? [] : stems.Split('|').Select(SwedishStemmer.Stem);
        Assert.Equal(expected, splitter.Split(word).Select(part => part.Stem));
    }

    [Fact]
    public void The_version_follows_what_is_kept_and_nothing_else()
    {
        var one = new ProjectCompoundLexicon(Vocabulary);
        Assert.Equal(2, one.Forms.Count);
        Assert.Equal(one.Version, new ProjectCompoundLexicon(Vocabulary.Reverse().Append(("nytt", 1))).Version);
        Assert.NotEqual(one.Version, new ProjectCompoundLexicon(Vocabulary.Append(("flurpen", 5))).Version);
    }
}
