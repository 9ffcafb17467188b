using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public sealed class SwedishAnalyserTests
{
    private static readonly SwedishAnalyser Analyser = new();

    private static readonly Gen<string> Pieces = Gen.Elements(
        "myndighetskontakterna", "bemötande", "E", "EU:s", "t.ex", "3,5", "å", "ä", "Ö", "é", "\u0301", "\u030A", "\u0308", "\u00AD", "'", "’",
        ".", ":", "-", " ", "\n", "👍🏽", "👨‍👩‍👧", "🇸🇪", "\uD83D", "\uDE00", "\u200D", "\uFE0F", "漢字", "か", "カタ", "각", "и\u0306", "_", "7", "İ", "ǆ");

    [Theory]
    [InlineData("Det kostar 3,5 kronor", "det kostar 3,5 kronor")]
    [InlineData("kl. 10.30", "kl 10.30")]
    [InlineData("EU:s regler och tv:n, 3:e gången", "eu:s regler och tv:n 3:e gången")]
    [InlineData("Anna:ja visst", "anna ja visst")]
    [InlineData("e-post", "e post")]
    [InlineData("t.ex. fr.o.m. i dag", "t.ex fr.o.m i dag")]
    [InlineData("bra.Sen gick jag", "bra sen gick jag")]
    [InlineData("bra.sen", "bra sen")]
    [InlineData("re\u00ADhab", "rehab")]
    [InlineData("va' sa’n hon’s", "va sa'n hon's")]
    [InlineData("café Zürich naïv Øre Ærlig STRAẞE", "cafe zurich naiv öre ärlig strasse")]
    [InlineData("👍🏽👨‍👩‍👧 🇸🇪❤️", "👍 👨 🇸🇪 ❤")]
    [InlineData("a\uD83D b\uDE00c", "a b c")]
    [InlineData("snake_case ___ 100%", "snake_case 100")]
    [InlineData("漢字", "漢 字")]
    [InlineData("", "")]
    public void Words_are_found_and_folded(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokens(text).Select(token => token.Word.Exact)));

    [Fact]
    public void Places_are_counted_in_the_text_with_what_is_dropped()
    {
        const string text = "A\u030Atta re\u00ADhab, 👍🏽";
        var surfaces = Tokens(text).Select(token => text.Substring(token.Start, token.Length));
        Assert.Equal(["A\u030Atta", "re\u00ADhab", "👍🏽"], surfaces);
    }

    [Theory]
    [InlineData("kunde", true)]
    [InlineData("Inte", true)]
    [InlineData("även", true)]
    [InlineData("mer", false)]
    [InlineData("tid", false)]
    [InlineData("stöd", false)]
    public void Words_of_grammar_keep_their_form(string form, bool isFunctionWord)
    {
        var word = Analyser.Word(form);
        Assert.Equal(isFunctionWord, word.IsFunctionWord);
        Assert.Empty(word.Parts);
        Assert.True(!isFunctionWord || word.Stem == word.Exact);
    }

    [Theory]
    [InlineData("arbete", "arbetet")]
    [InlineData("EU", "EU:s")]
    [InlineData("tv", "tv:n")]
    [InlineData("idé", "idéer")]
    public void Forms_of_a_word_share_their_stem(string one, string other) =>
        Assert.Equal(Analyser.Word(one).Stem, Analyser.Word(other).Stem);

    [Theory]
    [InlineData("bemötande", "möte")]
    [InlineData("beslut", "slut")]
    [InlineData("kök", "kö")]
    public void Words_that_only_look_alike_do_not_meet(string one, string other)
    {
        Assert.NotEqual(Analyser.Word(one).Stem, Analyser.Word(other).Stem);
        Assert.Empty(Analyser.Word(one).Parts);
    }

    [Fact]
    public void Parts_of_a_compound_meet_their_words_and_lie_in_the_surface()
    {
        const string form = "Mo\u0308tes\u00ADdeltagarna:s";
        var parts = Analyser.Word(form).Parts;
        Assert.Equal([Analyser.Word("möte").Stem, Analyser.Word("deltagarna").Stem], parts.Select(part => part.Stem));
        Assert.Equal(["Mo\u0308tes\u00AD", "deltagarna:s"], parts.Select(part => form.Substring(part.Start, part.Length)));
    }

    [Fact]
    public void Composed_and_decomposed_text_give_the_same_words() =>
        Prop.ForAll(Texts(), text =>
        {
            var composed = CanonicalComposition.Compose(text);
            var decomposed = new StringBuilder();
            foreach (var letter in composed)
            {
                decomposed.Append(letter switch
                {
                    'å' => "a\u030A",
                    'ä' => "a\u0308",
                    'Ö' => "O\u0308",
                    'é' => "e\u0301",
                    '각' => "\u1100\u1161\u11A8",
                    _ => letter.ToString(),
                });
            }

            var one = Tokens(composed);
            var other = Tokens(decomposed.ToString());
            return one.Select(Content).SequenceEqual(other.Select(Content));
        }).Holds(1_000);

    [Fact]
    public void Tokens_come_in_order_within_the_text_and_do_not_overlap() =>
        Prop.ForAll(Texts(), text =>
        {
            var end = 0;
            foreach (var token in Tokens(text))
            {
                var partEnd = 0;
                var isSound = token.Start >= end && token.Length > 0 && token.End <= text.Length && token.Word.Exact.Length > 0;
                foreach (var part in token.Word.Parts)
                {
                    isSound &= part.Start == partEnd && part.Length > 0 && part.Stem.Length > 0;
                    partEnd = part.Start + part.Length;
                }

                isSound &= token.Word.Parts.Count == 0 || (token.Word.Parts.Count > 1 && partEnd == token.Length);
                if (!isSound)
                {
                    return false;
                }

                end = token.End;
            }

            return true;
        }).Holds(1_000);

    [Fact]
    public void Any_string_is_a_form() =>
        Prop.ForAll(Texts(), text => Analyser.Word(text).Exact is not null).Holds();

    [Fact]
    public void A_known_word_costs_no_allocation()
    {
        var tokens = new List<Token>(64);
        const string text = "Vi väntade länge på besked från handläggaren på arbetsförmedlingen.";
        Analyser.Analyse(text, tokens);
        tokens.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Analyser.Analyse(text, tokens);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void The_cache_stays_right_when_it_turns_over()
    {
        var words = Enumerable.Range(0, 250_000).Select(i => "ord" + i.ToString(CultureInfo.InvariantCulture));
        Assert.All(words.Concat(["ord1", "ord2"]).Where(word => Analyser.Word(word).Exact != word), Assert.Fail);
    }

    [Fact]
    public void The_version_names_rules_and_lists_and_further_lexicons()
    {
        Assert.StartsWith("sv-", Analyser.Version, StringComparison.Ordinal);
        Assert.Equal(Analyser.Version, new SwedishAnalyser().Version);
        Assert.NotEqual(Analyser.Version, new SwedishAnalyser(new SwedishCompoundLexicon()).Version);
    }

    private static (string Exact, string Stem, bool IsFunctionWord, string Parts) Content(Token token) =>
        (token.Word.Exact, token.Word.Stem, token.Word.IsFunctionWord, string.Join('|', token.Word.Parts.Select(part => part.Stem)));

    private static Arbitrary<string> Texts() =>
        Gen.OneOf(Pieces, Gen.Choose(1, 0xFFFF).Select(unit => ((char)unit).ToString()))
            .ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        Analyser.Analyse(text, tokens);
        return tokens;
    }
}
