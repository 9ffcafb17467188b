using System.Globalization;
using MiaVoices.Core.Language;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public sealed class CompoundSplitterTests
{
    private static readonly CompoundSplitter Splitter = new(new SwedishCompoundLexicon());

    [Theory]
    [InlineData("myndighetskontakterna", "myndighets|kontakterna")]
    [InlineData("arbetsträning", "arbets|träning")]
    [InlineData("samverkansteamet", "samverkans|teamet")]
    [InlineData("stegförflyttning", "steg|förflyttning")]
    [InlineData("fritextsvaren", "fri|text|svaren")]
    [InlineData("tidsbrist", "tids|brist")]
    [InlineData("läkarbesök", "läkar|besök")]
    [InlineData("mötesdeltagare", "mötes|deltagare")]
    [InlineData("busstation", "bus|station")]
    [InlineData("kvinnojour", "kvinno|jour")]
    [InlineData("gatubelysning", "gatu|belysning")]
    [InlineData("programkvällarna", "program|kvällarna")]
    [InlineData("delaktighetsfrågor", "delaktighets|frågor")]
    public void Compounds_are_split(string word, string expected) => Assert.Equal(expected, Joined(word));

    [Theory]
    [InlineData("arbete")]
    [InlineData("semester")]
    [InlineData("kontakt")]
    [InlineData("intresse")]
    [InlineData("problem")]
    [InlineData("bemötandet")]
    [InlineData("beslutet")]
    [InlineData("förändringarna")]
    [InlineData("upplevelser")]
    [InlineData("rehabilitering")]
    [InlineData("1990talet")]
    [InlineData("hus")]
    public void Simple_words_are_not(string word) => Assert.Empty(Splitter.Split(word));

    [Fact]
    public void The_first_part_lends_its_stem_even_when_the_next_takes_its_last_letter() =>
        Assert.Equal("buss", Splitter.Split("busstation")[0].Stem);

    [Fact]
    public void A_further_lexicon_adds_words()
    {
        Assert.Empty(Splitter.Split("zonkblarf"));
        var splitter = new CompoundSplitter(new SwedishCompoundLexicon(), new OneCompound());
        Assert.Equal(["zonk", "blarf"], splitter.Split("zonkblarf").Select(part => part.Stem));
    }

    [SharedFact]
    public void Compounds_of_a_dictionary_are_split_rightly_and_simple_words_seldom()
    {
        var folder = Path.Combine(SharedFolder.Path!, "data", "compounds");
        var compounds = File.ReadLines(Path.Combine(folder, "compounds_gold_dev.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        var found = compounds.Where(row => Splitter.Split(row[0]).Count > 0).ToList();
        var right = found.Count(row => Splitter.Split(row[0]).Any(part => part.Start == row[1].Length));
        Assert.True(right >= 0.95 * found.Count, Share(right, found.Count));
        Assert.True(right >= 0.60 * compounds.Count, Share(right, compounds.Count));

        var simple = File.ReadLines(Path.Combine(folder, "compounds_negatives_dev.tsv")).Skip(1).Select(line => line.Split('\t')[0]).ToList();
        var wrong = simple.Count(word => Splitter.Split(word).Count > 0);
        Assert.True(wrong < 0.04 * simple.Count, Share(wrong, simple.Count));
    }

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{part} of {whole}");

    private static string Joined(string word) =>
        string.Join('|', Splitter.Split(word).Select(part => word.Substring(part.Start, part.Length)));

    private sealed class OneCompound : ICompoundLexicon
    {
        public string Version => "1";

        public bool IsWhole(ReadOnlySpan<char> form) => false;

        public bool IsHead(ReadOnlySpan<char> form) => form is "blarf";

        public bool TryFirst(ReadOnlySpan<char> form, out string stem)
        {
            stem = "zonk";
            return form is "zonk";
        }
    }
}
