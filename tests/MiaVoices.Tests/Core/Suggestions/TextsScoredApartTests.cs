using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

public class TextsScoredApartTests
{
    [Theory]
    [InlineData("Hyran åt upp lönen, varje månad 😀!")]
    [InlineData("Chefen ringde aldrig\r\ntillbaka om praktiken…")]
    [InlineData("Sa\u0308ngen kallade; läkaren med.")]
    [InlineData("…")]
    public void A_text_scores_alone_as_it_does_as_a_segment(string text)
    {
        var (segments, themes) = Talk.Project(6, 10);
        var set = Talk.Set([.. segments, new LearningSegment(1_000, text, "Ny")], themes, 30);
        var model = new LinearCodeSuggester(new SwedishAnalyser()).Train(set);
        Assert.All(Talk.Codes, code =>
        {
            Assert.Equal(model.Explain(1_000, code.Id).Score, model.Score(text, code.Id).Score, 1e-6);
            Assert.All(segments[40..], segment => Assert.Equal(model.Explain(segment.Key, code.Id).Score, model.Score(segment.Text, code.Id).Score, 1e-6));
        });
    }

    [Fact]
    public void What_is_unknown_in_a_text_makes_the_rest_tell_less()
    {
        var (segments, themes) = Talk.Project(6, 10);
        var model = new LinearCodeSuggester(new SwedishAnalyser()).Train(Talk.Set(segments, themes, 30));
        var clear = model.Score("Pengarna och hyran.", Talk.Money.Id).Score;
        var blurred = model.Score("Pengarna och hyran kvastskaftade blirrande snorkfröken.", Talk.Money.Id).Score;
        var nothing = model.Score("Kvastskaftade blirrande snorkfröken.", Talk.Money.Id).Score;
        Assert.True(clear > blurred && blurred > nothing, $"{clear} {blurred} {nothing}");
    }
}
