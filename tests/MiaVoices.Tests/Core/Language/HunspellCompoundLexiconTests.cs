using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Core.Language;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public sealed class HunspellCompoundLexiconTests
{
    private const string Affixes = """
        SET UTF-8
        FORBIDDENWORD %
        COMPOUNDBEGIN X
        COMPOUNDMIDDLE U
        COMPOUNDEND Y
        ONLYINCOMPOUND Z
        SFX A Y 2
        SFX A 0 en [^aeiou]
        SFX A 0 n [aeiou]
        SFX x N 1
        SFX x a o/WXZ a
        """;

    private const string Words = """
        6
        zonk/AXY
        blarf/AY
        vecka/xY
        kverka/AxY
        glånks/XZ
        glånk/A
        fel/%XY
        """;

    [Theory]
    [InlineData("zonkblarfen", "zonk|blarf")]
    [InlineData("kverkoblarf", "kverk|blarf")]
    [InlineData("glånksblarf", "glånk|blarf")]
    [InlineData("zonkkverkan", "zonk|kverkan")]
    [InlineData("blarfzonk", "")]
    [InlineData("felblarf", "")]
    public void Parts_are_found_by_their_flags_and_inflections(string word, string stems)
    {
        var splitter = new CompoundSplitter(Lexicon(Affixes, Words));
        Assert.Equal(stems, string.Join('|', splitter.Split(word).Select(part => part.Stem)));
    }

    [Fact]
    public void Nothing_is_read_before_a_word_is_asked_for()
    {
        var opened = 0;
        var lexicon = new HunspellCompoundLexicon("ord.dic", () => Count(Affixes), () => Count(Words));
        var analyser = new SwedishAnalyser(lexicon);
        Assert.True(analyser.Word("och").IsFunctionWord);
        Assert.Equal("ord.dic", analyser.Dictionary);
        Assert.Equal(0, opened);
        Assert.NotEmpty(analyser.Word("zonkblarf").Parts);
        Assert.Equal(2, opened);

        Stream Count(string text)
        {
            opened++;
            return new MemoryStream(Encoding.UTF8.GetBytes(text));
        }
    }

    [Fact]
    public void The_version_follows_the_bytes_and_asks_no_sense_of_them()
    {
        Assert.Equal(Lexicon(Affixes, Words).Version, Lexicon(Affixes, Words).Version);
        Assert.NotEqual(Lexicon(Affixes, Words).Version, Lexicon(Affixes, Words + "\n").Version);
        Assert.NotEqual(Lexicon("a", "b").Version, Lexicon("b", "a").Version);
    }

    [Theory]
    [InlineData("", "1\nord/XY", "dictionary.malformed")]
    [InlineData("SET KOI8-R", "1\nord/XY", "dictionary.encoding")]
    [InlineData("SET UTF-8\nFLAG num", "1\nord/XY", "dictionary.flags")]
    [InlineData("SET UTF-8\nSFX A Y 1\nSFX A 0 en .", "1\nord/XY", "dictionary.nocompounds")]
    [InlineData("SET UTF-8\nCOMPOUNDBEGIN X\nCOMPOUNDEND Y\nSFX A 0 en [^a", "1\nord/XY", "dictionary.malformed")]
    [InlineData(Affixes, "", "dictionary.malformed")]
    [InlineData(Affixes, "ord/XY", "dictionary.malformed")]
    [InlineData(Affixes, "1\nord", "dictionary.malformed")]
    public void Other_files_are_refused_with_the_reason(string affixes, string words, string key) =>
        Assert.Equal(key, Assert.Throws<RefusedException>(() => Lexicon(affixes, words).Load()).Problem.Key);

    [Fact]
    public void Files_that_cannot_be_read_are_refused()
    {
        var lexicon = new HunspellCompoundLexicon("ord.dic", () => throw new FileNotFoundException(), () => throw new FileNotFoundException());
        Assert.Equal("dictionary.unreadable", Assert.Throws<RefusedException>(() => lexicon.Version).Problem.Key);
        var invalid = new HunspellCompoundLexicon("ord.dic", () => new MemoryStream(Encoding.UTF8.GetBytes(Affixes)), () => new MemoryStream([.. "1\nord"u8, 0xFF, 0xFE]));
        Assert.Equal("dictionary.encoding", Assert.Throws<RefusedException>(invalid.Load).Problem.Key);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Prop.ForAll<byte[], byte[]>((affixes, words) =>
        {
            var lexicon = new HunspellCompoundLexicon(
                "ord.dic", () => new MemoryStream([.. Encoding.UTF8.GetBytes(Affixes + "\n"), .. affixes]), () => new MemoryStream([.. "1\nzonk/XY\n"u8, .. words]));
            try
            {
                lexicon.Load();
            }
            catch (RefusedException)
            {
            }
        }).Holds();

    [SharedFact]
    public void With_a_dictionary_most_compounds_are_split_and_simple_words_seldom()
    {
        var data = Path.Combine(SharedFolder.Path!, "data");
        var name = Path.Combine(data, "hunspell_sv", "sv_SE.dic");
        var splitter = new CompoundSplitter(
            new SwedishCompoundLexicon(), new HunspellCompoundLexicon(name, () => File.OpenRead(Path.ChangeExtension(name, ".aff")), () => File.OpenRead(name)));
        var rows = File.ReadLines(Path.Combine(data, "compounds", "compounds_gold_dev.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        var found = rows.Where(row => splitter.Split(row[0]).Count > 0).ToList();
        var right = found.Count(row => splitter.Split(row[0]).Any(part => part.Start == row[1].Length));
        Assert.True(right >= 0.97 * found.Count && right >= 0.85 * rows.Count, string.Create(CultureInfo.InvariantCulture, $"{right} of {found.Count} of {rows.Count}"));

        var simple = File.ReadLines(Path.Combine(data, "compounds", "compounds_negatives_dev.tsv")).Skip(1).Select(line => line.Split('\t')[0]).ToList();
        var wrong = simple.Count(word => splitter.Split(word).Count > 0);
        Assert.True(wrong < 0.04 * simple.Count, string.Create(CultureInfo.InvariantCulture, $"{wrong} of {simple.Count}"));
        Assert.Equal(3, splitter.Split("arbetsträningsplatsen").Count);
    }

    private static HunspellCompoundLexicon Lexicon(string affixes, string words) =>
        new("ord.dic", () => new MemoryStream(Encoding.UTF8.GetBytes(affixes)), () => new MemoryStream(Encoding.UTF8.GetBytes(words)));
}
