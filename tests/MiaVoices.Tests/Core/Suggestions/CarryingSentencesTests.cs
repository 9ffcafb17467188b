using MiaVoices.Core.Suggestions;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

public class CarryingSentencesTests
{
    private static readonly SuggestionModel Model = Learn();

    [Theory]
    [InlineData("Vi åt. 😀😀 Sedan sov alla. Pengarna tog slut och hyran var hög. Det regnade. Vi gick.", "Pengarna tog slut och hyran var hög.")]
    [InlineData("Vi åt.\nSedan sov alla.\nPengarna tog slut och hyran var hög.\nDet regnade.", "Pengarna tog slut och hyran var hög.")]
    [InlineData("På ön bodde några. Vi åt. Där är skulder, räkningar och en stor hyra. Nu går vi. Hej.", "Där är skulder, räkningar och en stor hyra.")]
    public void It_is_the_sentence_that_speaks_most_of_the_code(string text, string sentence)
    {
        var span = new CarryingSentences(Model).Of(text, Talk.Money.Id)!.Value;
        Assert.Equal(sentence, text[span.Start..span.End]);
    }

    [Fact]
    public void A_short_segment_is_coded_whole_and_a_long_one_of_two_sentences_is_not()
    {
        Assert.Null(new CarryingSentences(Model).Of("", Talk.Money.Id));
        Assert.Null(new CarryingSentences(Model).Of("Hyran var hög. Det regnade. Vi gick.", Talk.Money.Id));
        Assert.Null(new CarryingSentences(Model).Of(string.Join(' ', Enumerable.Repeat("hyran", 200)), Talk.Money.Id));
        var filler = string.Join(' ', Enumerable.Repeat("vi gick och gick", 30));
        var span = new CarryingSentences(Model).Of($"{filler}. Hyran var hög.", Talk.Money.Id);
        Assert.Equal(filler.Length + 2, span!.Value.Start);
    }

    [Fact]
    public void What_the_transcriber_put_in_carries_nothing()
    {
        const string Text = "Vi gick. [hyran, hyran och hyran 😀] Det regnade. Hyran var hög. Vi gick hem.";
        var span = new CarryingSentences(Model).Of(Text, Talk.Money.Id);
        Assert.Equal("Hyran var hög.", Text[span!.Value.Start..span.Value.End]);
    }

    [Fact]
    public void Of_sentences_that_say_nothing_of_it_the_first_is_taken()
    {
        var span = new CarryingSentences(Model).Of("Xyz. Xyz. Xyz. Xyz.", Talk.Money.Id);
        Assert.Equal((0, 4), (span!.Value.Start, span.Value.End));
    }

    [Fact]
    public void A_text_scores_as_its_twin_in_the_set_does()
    {
        var (segments, themes) = Talk.Project(6, 10);
        var model = new LinearCodeSuggester(ProjectBuilder.Analyser).Train(Talk.Set(segments, themes, 30));
        var open = model.Suggest(new SuggestionQuery { Minimum = 0, Explain = false }).First(s => s.Segment > 30);
        Assert.Equal(open.Confidence, model.Score(segments[open.Segment].Text, open.Code).Confidence);
        Assert.Throws<ArgumentException>(() => model.Score("hyran", Guid.Empty));
    }

    private static SuggestionModel Learn()
    {
        var (segments, themes) = Talk.Project(6, 20);
        return new LinearCodeSuggester(ProjectBuilder.Analyser).Train(Talk.Set(segments, themes, 80));
    }
}
