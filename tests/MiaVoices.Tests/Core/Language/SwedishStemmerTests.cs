using MiaVoices.Core.Language;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public sealed class SwedishStemmerTests
{
    [Theory]
    [InlineData("kontakterna", "kontak")]
    [InlineData("kontakt", "kontak")]
    [InlineData("arbete", "arbet")]
    [InlineData("arbetet", "arbet")]
    [InlineData("arbetets", "arbet")]
    [InlineData("myndigheten", "mynd")]
    [InlineData("lösningen", "lösning")]
    [InlineData("raket", "raket")]
    [InlineData("frihet", "frihet")]
    [InlineData("societet", "societet")]
    [InlineData("arbetslöst", "arbetslös")]
    [InlineData("meningsfullt", "meningsfull")]
    [InlineData("bo", "bo")]
    [InlineData("ö", "ö")]
    [InlineData("", "")]
    public void Endings_are_taken_away(string word, string stem) => Assert.Equal(stem, SwedishStemmer.Stem(word));

    [Fact]
    public void A_word_without_ending_is_returned_as_it_is()
    {
        const string word = "samtal";
        Assert.Same(word, SwedishStemmer.Stem(word));
    }

    [SharedFact]
    public void Every_word_of_the_reference_vocabulary_has_its_stem()
    {
        var lines = File.ReadAllLines(Path.Combine(SharedFolder.Path!, "data", "snowball_sv", "voc_output_dev.tsv"));
        var wrong = lines.Select(line => line.Split('\t')).Where(pair => SwedishStemmer.Stem(pair[0]) != pair[1]).ToList();
        Assert.True(lines.Length > 15_000);
        Assert.Empty(wrong);
    }
}
