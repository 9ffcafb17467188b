using FsCheck.Fluent;
using MiaVoices.Core;
using MiaVoices.Core.Search;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Search;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("kontakt", "kontakt")]
    [InlineData("dålig kontakt", "(dålig & kontakt)")]
    [InlineData("a b c", "(a & b & c)")]
    [InlineData("a AND b", "(a & b)")]
    [InlineData("a OCH b ELLER c", "((a & b) | c)")]
    [InlineData("a OR b c", "(a | (b & c))")]
    [InlineData("(a OR b) c", "((a | b) & c)")]
    [InlineData("a NOT b", "(a & ~b)")]
    [InlineData("a INTE b", "(a & ~b)")]
    [InlineData("a AND NOT b OR c", "((a & ~b) | c)")]
    [InlineData("NOT a", "~a")]
    [InlineData("-a b", "(~a & b)")]
    [InlineData("a -(b OR c)", "(a & ~(b | c))")]
    [InlineData("a −b", "(a & ~b)")]
    [InlineData("-\"a b\" c", "(~\"a b\" & c)")]
    [InlineData("-=a b", "(~=a & b)")]
    [InlineData("NOT NOT a", "~~a")]
    public void Operators_bind_as_stated(string query, string tree) => Assert.Equal(tree, QueryText.Of(query));

    [Theory]
    [InlineData("och", "och")]
    [InlineData("inte and", "(inte & and)")]
    [InlineData("Och", "Och")]
    [InlineData("\"a OCH b\"", "\"a OCH b\"")]
    [InlineData("=OR", "=OR")]
    [InlineData("mer-tid", "mer-tid")]
    [InlineData("C#", "C#")]
    [InlineData("och/eller", "och/eller")]
    [InlineData("vad?", "vad?")]
    [InlineData("EU:s", "EU:s")]
    [InlineData("kl 10:30", "(kl & 10:30)")]
    [InlineData("obs: viktigt", "(obs: & viktigt)")]
    [InlineData("a - b", "(a & b)")]
    [InlineData("a = b !", "(a & b)")]
    [InlineData("a – b", "(a & – & b)")]
    [InlineData("kund(er)", "(kund & er)")]
    [InlineData("5,3", "5,3")]
    [InlineData("a\0b", "(a & b)")]
    [InlineData("a\u00A0b\tc\n", "(a & b & c)")]
    public void What_looks_like_a_mark_within_words_is_words(string query, string tree) => Assert.Equal(tree, QueryText.Of(query));

    [Theory]
    [InlineData("\"ta emot\"", "\"ta emot\"")]
    [InlineData("”ta emot”", "\"ta emot\"")]
    [InlineData("“ta emot”", "\"ta emot\"")]
    [InlineData("„ta emot“ x", "(\"ta emot\" & x)")]
    [InlineData("»ta emot«", "\"ta emot\"")]
    [InlineData("\"ta emot”", "\"ta emot\"")]
    [InlineData("\"kontakt\"", "kontakt")]
    [InlineData("\"ta =emot\"", "\"ta =emot\"")]
    [InlineData("=\"ta emot\"", "\"=ta =emot\"")]
    [InlineData("!\"ta emot\"", "\"!ta !emot\"")]
    [InlineData("\"ta em*\"", "\"ta em*\"")]
    [InlineData("\"ta em\"*", "\"ta em*\"")]
    [InlineData("\"ta / emot? (ja)\"", "\"ta / emot? (ja)\"")]
    [InlineData("\"\"", "\"\"")]
    public void Any_quotation_marks_make_a_phrase(string query, string tree) => Assert.Equal(tree, QueryText.Of(query));

    [Theory]
    [InlineData("myndig*", "myndig*")]
    [InlineData("=myndig*", "myndig*")]
    [InlineData("e-pos*", "e-pos*")]
    [InlineData("=kontakten", "=kontakten")]
    [InlineData("!kontakt", "!kontakt")]
    public void Marks_say_how_a_word_is_looked_for(string query, string tree) => Assert.Equal(tree, QueryText.Of(query));

    [Theory]
    [InlineData("a NEAR b", "(a ~10~ b)")]
    [InlineData("a NÄRA/5 b", "(a ~5~ b)")]
    [InlineData("a NA\u0308RA/0 b", "(a ~0~ b)")]
    [InlineData("a NÄRA/5 b NÄRA/5 c", "(a ~5~ b ~5~ c)")]
    [InlineData("a NÄRA b NÄRA/5 c", "(a ~5~ b ~5~ c)")]
    [InlineData("a NEAR/999 \"b c\"", "(a ~999~ \"b c\")")]
    [InlineData("(a ELLER b) NÄRA c", "((a | b) ~10~ c)")]
    [InlineData("x a NEAR b y", "(x & (a ~10~ b) & y)")]
    [InlineData("NOT a NEAR b", "~(a ~10~ b)")]
    [InlineData("-a NEAR/2 b OR c", "(~(a ~2~ b) | c)")]
    [InlineData("(a) NEAR ((b))", "(a ~10~ b)")]
    [InlineData("a nära b", "(a & nära & b)")]
    [InlineData("=NEAR \"NEAR\"", "(=NEAR & NEAR)")]
    public void Near_binds_closest(string query, string tree) => Assert.Equal(tree, QueryText.Of(query));

    [Theory]
    [InlineData("*tion", "<*tion>")]
    [InlineData("m*het", "<m*het>")]
    [InlineData("*kontakt*", "<*kontakt*>")]
    [InlineData("k?nd", "<k?nd>")]
    [InlineData("?nd", "<?nd>")]
    [InlineData("k??d", "<k??d>")]
    [InlineData("kon**", "kon*")]
    [InlineData("=k*t", "<k*t>")]
    [InlineData("\"a* b*\"", "\"<a*> b*\"")]
    [InlineData("\"*a b?c\"", "\"<*a> <b?c>\"")]
    [InlineData("vad? hur?!", "(vad? & hur?!)")]
    [InlineData("/kon.*/", "/kon.*/")]
    [InlineData("/(a|b) \\/ \"c/ d", "(/(a|b) \\/ \"c/ & d)")]
    [InlineData("\"a /b+/ c\"", "\"a /b+/ c\"")]
    [InlineData("a / b", "(a & / & b)")]
    [InlineData("-/a/", "~/a/")]
    [InlineData("konakt~", "konakt~")]
    [InlineData("konakt~2 =ord~1", "(konakt~2 & ord~1)")]
    [InlineData("ungefär:konakt", "konakt~")]
    [InlineData("UNGEFA\u0308R:ord~1", "ord~1")]
    [InlineData("fuzzy:\"mer tid\"", "\"mer~ tid~\"")]
    [InlineData("ungefär:en", "en~")]
    [InlineData("\"konakt~ med\"", "\"konakt~ med\"")]
    [InlineData("~50 a ~", "(~50 & a & ~)")]
    [InlineData("*a* NEAR /b/", "(<*a*> ~10~ /b/)")]
    public void Signs_ask_for_forms_that_fit(string query, string tree) => Assert.Equal(tree, QueryText.Of(query));

    [Theory]
    [InlineData("talare:I1", "[Speaker talare=I1]")]
    [InlineData("SPEAKER:I1", "[Speaker SPEAKER=I1]")]
    [InlineData("källa:\"Intervju D07\" ord", "([Source källa=Intervju D07] & ord)")]
    [InlineData("ka\u0308lla:D07", "[Source ka\u0308lla=D07]")]
    [InlineData("-kod:Mk", "~[Code kod=Mk]")]
    [InlineData("roll:respondent", "[Role roll=respondent]")]
    [InlineData("grupp:unga", "[Attribute grupp=unga]")]
    [InlineData("fråga:T1 våg:2022", "([Question fråga=T1] & [Wave våg=2022])")]
    [InlineData("delprojekt:Nord", "[Attribute delprojekt=Nord]")]
    [InlineData("(kod:Mk)", "[Code kod=Mk]")]
    [InlineData("kod:a:b", "[Code kod=a:b]")]
    public void Field_and_value_make_a_filter(string query, string tree) => Assert.Equal(tree, QueryText.Of(query));

    [Fact]
    public void With_attributes_known_only_they_are_filters()
    {
        Assert.Equal("[Attribute kön=n]", QueryText.Of("kön:n", "kön"));
        Assert.Equal("[Attribute Anställd som=x]", QueryText.Of("anställd_som:x", "Anställd som"));
        Assert.Equal("EU:s", QueryText.Of("EU:s", "kön"));
        Assert.Equal("search.filter.unknown @2", QueryText.Of("a köm:kvinna", "kön"));
    }

    [Theory]
    [InlineData("a \"b c", "search.quote.open @2")]
    [InlineData("a (b", "search.bracket.open @2")]
    [InlineData("a (", "search.bracket.open @2")]
    [InlineData("a) b", "search.bracket.close @1")]
    [InlineData(")", "search.bracket.close @0")]
    [InlineData("a ()", "search.bracket.empty @2")]
    [InlineData("AND a", "search.operator.alone @0")]
    [InlineData("a OR", "search.operator.alone @2")]
    [InlineData("a AND OR b", "search.operator.alone @2")]
    [InlineData("(a AND)", "search.operator.alone @3")]
    [InlineData("NOT", "search.operator.alone @0")]
    [InlineData("a NOT )", "search.operator.alone @2")]
    [InlineData("=(a b)", "search.mark.bracket @0")]
    [InlineData("*", "search.star.alone @0")]
    [InlineData("\"*", "search.quote.open @0")]
    [InlineData("talare: I1", "search.filter.empty @0")]
    [InlineData("kod:", "search.filter.empty @0")]
    [InlineData("kod:\"x", "search.quote.open @4")]
    [InlineData("a ** b", "search.star.alone @2")]
    [InlineData("*?*", "search.star.alone @0")]
    [InlineData("\"a * b\"", "search.star.alone @3")]
    [InlineData("a /b", "search.regex.open @2")]
    [InlineData("a /b\\/", "search.regex.open @2")]
    [InlineData("/home/user", "search.regex.tail @6")]
    [InlineData("a //", "search.regex.empty @3")]
    [InlineData("/a(b/", "search.regex.wrong @3")]
    [InlineData("/a)/", "search.regex.wrong @2")]
    [InlineData("/*/", "search.regex.wrong @1")]
    [InlineData("/(?x)a#/", "search.regex.wrong @6")]
    [InlineData("/(a)\\1/", "search.regex.unsupported @1")]
    [InlineData("/a(?=b)/", "search.regex.unsupported @1")]
    [InlineData("\"a /(/\"", "search.regex.wrong @4")]
    [InlineData("konakt~3", "search.fuzzy.edits @7")]
    [InlineData("konakt~x", "search.fuzzy.edits @7")]
    [InlineData("kon*kt~", "search.fuzzy.wildcard @3")]
    [InlineData("ungefär:k*t", "search.fuzzy.wildcard @9")]
    [InlineData("ungefär: ord", "search.filter.empty @0")]
    [InlineData("fuzzy:\"ord", "search.quote.open @6")]
    [InlineData("\"a b\"~3", "search.fuzzy.phrase @5")]
    [InlineData("NEAR(", "search.operator.alone @0")]
    [InlineData("a NEAR", "search.operator.alone @2")]
    [InlineData("NÄRA/5 b", "search.operator.alone @0")]
    [InlineData("a NEAR OR b", "search.operator.alone @2")]
    [InlineData("a NEAR/x b", "search.near.distance @6")]
    [InlineData("a NEAR/ b", "search.near.distance @6")]
    [InlineData("a NÄRA/1000 b", "search.near.distance @6")]
    [InlineData("a NEAR/-1 b", "search.near.distance @6")]
    [InlineData("a NEAR/2 b NEAR/3 c", "search.near.distances @11")]
    [InlineData("a NEAR -b", "search.near.operand @7")]
    [InlineData("a NEAR NOT b", "search.near.operand @7")]
    [InlineData("a NEAR kod:Mk", "search.near.operand @7")]
    [InlineData("kod:Mk NEAR a", "search.near.operand @0")]
    [InlineData("a NEAR (b c)", "search.near.operand @7")]
    [InlineData("(a NEAR b) NEAR c", "search.near.operand @0")]
    [InlineData("a NEAR (b OR -c)", "search.near.operand @7")]
    public void A_fault_points_at_its_character(string query, string fault) => Assert.Equal(fault, QueryText.Of(query));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(" - ! ")]
    public void A_blank_query_has_neither_tree_nor_fault(string query)
    {
        Assert.Equal("(blank)", QueryText.Of(query));
        Assert.Throws<UsageException>(() => QueryParser.Parse(query).Required());
    }

    [Fact]
    public void Length_depth_and_number_are_bounded()
    {
        Assert.Equal("search.tooLong @10000", QueryText.Of(new string('a', 10_001)));
        Assert.Equal("search.tooDeep @16", QueryText.Of(new string('(', 5000)));
        Assert.Equal("a", QueryText.Of(new string('(', 16) + "a" + new string(')', 16)));
        Assert.StartsWith("search.tooDeep", QueryText.Of(string.Concat(Enumerable.Repeat("NOT ", 2000))), StringComparison.Ordinal);
        Assert.StartsWith("search.tooMany", QueryText.Of(string.Concat(Enumerable.Repeat("a ", 501))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fault_tells_the_character_from_one()
    {
        var error = QueryParser.Parse("a \"b").Error;

        Assert.Equal([3], error!.Facts);
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        var pieces = Gen.Elements(
            "\"", "”", "(", ")", "-", "!", "=", "*", "~", "/", ":", "?", " ", "AND", "OR", "NOT", "INTE", "NEAR", "NÄRA/3", "ungefär:", "~2", "[", "\\", "+", "|", "kod:", "a", "ord", "\0", "\uD800", "å", "x:y", "#");
        var texts = pieces.ListOf().Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), Check).Holds();
        Prop.ForAll<string>(Check).Holds();

        static void Check(string text)
        {
            var parsed = QueryParser.Parse(text);
            Assert.InRange(parsed.ErrorPosition, 0, (text ?? "").Length);
            Assert.True(parsed.Error is null || parsed.Root is null);
        }
    }
}
