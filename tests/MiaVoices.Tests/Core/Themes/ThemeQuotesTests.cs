using MiaVoices.Core.Themes;
using MiaVoices.Tests.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Themes;

public class ThemeQuotesTests
{
    private static readonly ThemeText[] Texts =
    [
        new(1, "Bra.", "A", "Kust"),
        new(2, "Coachen följde med till banken och vi ringde tillsammans om skulderna.", "B", "Kust"),
        new(3, "Coachen var snäll och följde med till banken den gången också.", "C", "Kust"),
        new(4, "Jag sov bättre när schemat blev lugnare och resorna färre på kvällarna.", "B", "Kust"),
        new(5, "Schemat hemma blev lugnare för barnen när resorna med bussen blev färre.", "D", "Inland"),
        new(6, "Coachen följde med till banken och vi ringde tillsammans om skulderna.", "E", "Kust"),
    ];

    [Fact]
    public void Each_quote_adds_words_and_nobody_speaks_twice()
    {
        var chosen = ThemeQuotes.Choose(Texts, new PlainAnalyser(), 4);
        var respondents = chosen.Select(quote => Texts.Single(text => text.Key == quote.Key).Respondent).ToArray();
        Assert.Equal(respondents.Length, respondents.Distinct().Count());
        Assert.All(chosen, quote => Assert.NotEmpty(quote.Adds));
        Assert.All(chosen, quote => Assert.All(quote.Adds, word => Assert.Contains(word, Texts.Single(text => text.Key == quote.Key).Text, StringComparison.Ordinal)));
        Assert.DoesNotContain("och", chosen.SelectMany(quote => quote.Adds));
    }

    [Fact]
    public void A_repetition_adds_nothing_and_is_not_chosen()
    {
        var chosen = ThemeQuotes.Choose(Texts, new PlainAnalyser(), 6).Select(quote => quote.Key).ToArray();
        Assert.False(chosen.Contains(2) && chosen.Contains(6));
    }

    [Fact]
    public void Groups_share_the_quotes()
    {
        var chosen = ThemeQuotes.Choose(Texts, new PlainAnalyser(), 2);
        Assert.Equal(2, chosen.Select(quote => Texts.Single(text => text.Key == quote.Key).Group).Distinct().Count());
    }

    [Fact]
    public void A_single_word_is_chosen_last()
    {
        Assert.NotEqual(1, ThemeQuotes.Choose(Texts, new PlainAnalyser(), 1)[0].Key);
    }

    [Fact]
    public void The_order_of_the_texts_does_not_matter()
    {
        var one = ThemeQuotes.Choose(Texts, new PlainAnalyser(), 4).Select(quote => quote.Key);
        Assert.Equal(one, ThemeQuotes.Choose(Texts.Reverse(), new PlainAnalyser(), 4).Select(quote => quote.Key));
    }

    [Fact]
    public void Nothing_to_choose_from_gives_nothing() =>
        Assert.Empty(ThemeQuotes.Choose([new(1, "", "A"), new(2, "och att", "B")], new PlainAnalyser(), 3));
}
