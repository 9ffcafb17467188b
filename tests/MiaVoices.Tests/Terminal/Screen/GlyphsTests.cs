using MiaVoices.Terminal.Screen;
using Xunit;

namespace MiaVoices.Tests.Terminal.Screen;

public sealed class GlyphsTests
{
    [Theory]
    [InlineData("\u001b[31mrött\u001b[0m", "·[31mrött·[0m")]
    [InlineData("\u001b]8;;http://x\u001b\\länk\u001b]8;;\u0007", "·]8;;http://x·\\länk·]8;;·")]
    [InlineData("a\u009b31mb", "a·31mb")]
    [InlineData("\u009d0;title\u009c\u0090q", "·0;title··q")]
    [InlineData("x\0\b\a\v\f\u007f\u0085y", "x·······y")]
    [InlineData("a\rb", "a·b")]
    public void What_could_command_the_terminal_is_shown_as_a_mark(string text, string safe) => Assert.Equal(safe, Glyphs.Safe(text));

    [Theory]
    [InlineData("\u202Eabc\u202C \u2066d\u2069\u200E\u200F\u061C", "abc d")]
    [InlineData("\uFEFFa\u200Bb\u2060c\u00ADd", "abcd")]
    [InlineData("a\U000E0041\U000E0042b", "ab")]
    [InlineData("rad\r\nrad\ttab", "rad\nrad\ttab")]
    [InlineData("a\u2028b\u2029c", "a b c")]
    public void What_is_invisible_is_dropped_and_lines_and_tabs_stay(string text, string safe) => Assert.Equal(safe, Glyphs.Safe(text));

    [Fact]
    public void What_is_no_character_is_shown_as_a_mark()
    {
        Assert.Equal("a·b", Glyphs.Safe("a\uD83Db"));
        Assert.Equal("··", Glyphs.Safe("\uDC69\uD83D"));
        Assert.Equal("···", Glyphs.Safe("\uFFFF\uFDD0\U0001FFFE"));
    }

    [Fact]
    public void A_safe_text_is_returned_as_it_is()
    {
        const string text = "”Va’ bra!” – sa hon… Åsa, ärlig öring\u00A0é";
        Assert.Same(text, Glyphs.Safe(text));
        Assert.Equal("👩\u200D💻 شک 🏴\U000E0067\U000E007F", Glyphs.Safe("👩\u200D💻 شک 🏴\U000E0067\U000E007F"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("räksmörgås", 10)]
    [InlineData("bra\u030Ak", 4)]
    [InlineData("\u0301", 0)]
    [InlineData("漢字", 4)]
    [InlineData("ａ", 2)]
    [InlineData("각", 2)]
    [InlineData("\u1100\u1161\u11A8", 2)]
    [InlineData("👍", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("☝🏽", 2)]
    [InlineData("👩\u200D👩\u200D👧\u200D👦", 2)]
    [InlineData("🇸🇪", 2)]
    [InlineData("🇸🇪🇳🇴", 4)]
    [InlineData("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", 2)]
    [InlineData("❤", 1)]
    [InlineData("❤\uFE0F", 2)]
    [InlineData("☎\uFE0E", 1)]
    [InlineData("a\uFE0F", 1)]
    [InlineData("1\uFE0F\u20E3", 2)]
    [InlineData("1\u20E3", 1)]
    [InlineData("שלום", 4)]
    [InlineData("\u202Eab\u202C", 2)]
    [InlineData("\u001b[1m", 4)]
    [InlineData("…·─█«»", 6)]
    [InlineData("a\tb", 3)]
    [InlineData("kort\nlängre\nx", 6)]
    public void Width_counts_columns(string text, int columns) => Assert.Equal(columns, Glyphs.Width(text));

    [Theory]
    [InlineData("kort", 4, "kort")]
    [InlineData("för lång", 6, "för l…")]
    [InlineData("för lång", 5, "för…")]
    [InlineData("漢字漢字", 6, "漢字…")]
    [InlineData("漢字漢字", 5, "漢字…")]
    [InlineData("漢字漢字", 4, "漢…")]
    [InlineData("👩\u200D💻👩\u200D💻", 3, "👩\u200D💻…")]
    [InlineData("å\u0301å\u0301å\u0301", 2, "å\u0301…")]
    [InlineData("rad\nrad", 20, "rad rad")]
    [InlineData("abc", 1, "…")]
    [InlineData("abc", 0, "")]
    public void A_wide_text_is_cut_between_clusters(string text, int width, string cut) => Assert.Equal(cut, Glyphs.Truncate(text, width));

    [Fact]
    public void An_ellipsis_that_does_not_fit_is_left_out()
    {
        Assert.Equal("ab", Glyphs.Truncate("abcdef", 2, "..."));
        Assert.Equal("a...", Glyphs.Truncate("abcdef", 4, "..."));
    }

    [Fact]
    public void Padding_fills_by_columns_and_never_cuts()
    {
        Assert.Equal("漢字 ", Glyphs.PadRight("漢字", 5));
        Assert.Equal("  a\u030A", Glyphs.PadLeft("a\u030A", 3));
        Assert.Equal("lång", Glyphs.PadRight("lång", 2));
    }

    [Theory]
    [InlineData("en två tre", 6, "en två|tre")]
    [InlineData("en  två", 3, "en|två")]
    [InlineData("arbetsförmedlingen", 7, "arbetsf|örmedli|ngen")]
    [InlineData("vi på arbetsförmedlingen", 8, "vi på|arbetsfö|rmedling|en")]
    [InlineData("a\n\nb\n", 5, "a||b|")]
    [InlineData("", 5, "")]
    [InlineData("    ", 2, "")]
    [InlineData("  indraget stycke", 10, "  indraget|stycke")]
    [InlineData("        ord", 4, "ord")]
    [InlineData("1\u00A0000 kronor", 6, "1\u00A0000|kronor")]
    [InlineData("漢字漢", 3, "漢|字|漢")]
    [InlineData("en\ttvå", 20, "en två")]
    public void Wrapping_breaks_at_spaces_and_cuts_only_words_that_are_too_wide(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), Glyphs.Wrap(text, width));

    [Fact]
    public void A_line_of_one_column_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Glyphs.Wrap("a", 1));

    [Fact]
    public void Clusters_know_where_they_stood_before_the_text_was_made_safe()
    {
        var safe = SafeText.Of("\uFEFFa\u0301\r\n👍🏽\u001bb");
        Assert.Equal("a\u0301\n👍🏽·b", safe.Text);
        Assert.Equal([(1, 3), (4, 5), (5, 9), (9, 10), (10, 11)], safe.Clusters.Select(cluster => (cluster.SourceStart, cluster.SourceEnd)));
    }
}
