using MiaVoices.Core.Themes;
using MiaVoices.Tests.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Themes;

public class ThemeKeywordsTests
{
    [Fact]
    public void Words_of_the_theme_come_first_in_the_form_most_use()
    {
        ThemeText[] theme = [new(1, "coachen ringde hem till mig", "A"), new(2, "coachen kom hem", "B"), new(3, "en coach på telefon", "C"), new(4, "zebra zebra zebra zebra", "C")];
        ThemeText[] rest = [new(1, "hyran kom hem", "A"), new(2, "skulden ringde vi om", "B"), new(3, "jag sover hemma", "C"), new(4, "bussen kom hem", "D")];
        var words = ThemeKeywords.Of(theme, rest, new PlainAnalyser());
        Assert.Equal(("coachen", 3, 3), (words[0].Word, words[0].Count, words[0].Respondents));
        Assert.DoesNotContain(words, word => word.Word is "zebra" or "en" or "till");
        Assert.All(words, word => Assert.True(word.Strength > 0));
    }

    [Fact]
    public void A_bare_answer_sets_no_theme_apart()
    {
        ThemeText[] theme = [new(1, "nej coachen xx", "A"), new(2, "ja coachen xx", "B"), new(3, "nej, ja coachen", "C")];
        ThemeText[] rest = [new(4, "hyran steg hem", "A"), new(5, "bussen kom hem", "B"), new(6, "jag sover hemma", "C")];
        Assert.Equal(["coachen"], ThemeKeywords.Of(theme, rest, new PlainAnalyser()).Select(word => word.Word));
    }

    [Fact]
    public void Without_anything_to_compare_with_no_word_stands_out() =>
        Assert.Empty(ThemeKeywords.Of([new(1, "hyran steg", "A"), new(2, "hyran steg", "B")], [], new PlainAnalyser()));

    [Fact]
    public void Log_odds_are_those_of_the_formula()
    {
        // 4 of 6 words against 1 of 6, prior 1.25 of 3. By hand: ln(5.25/3.75) − ln(2.25/6.75) = 1.4351, σ² = 1/5.25 + 1/2.25.
        ThemeText[] theme = [new(1, "hus hus katt", "A"), new(2, "hus hus bil", "B")];
        ThemeText[] rest = [new(1, "hus katt katt", "A"), new(2, "bil bil bil", "B")];
        Assert.Equal(1.801, ThemeKeywords.Of(theme, rest, new PlainAnalyser())[0].Strength, 0.001);
    }
}
