using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Sources;

public class QuestionLikenessTests
{
    [Theory]
    [InlineData("Får du det stöd du behöver?", "får du  det\u00A0stöd\ndu behöver ")]
    [InlineData("Stöd – ”rätt” tid.", "Stöd - \"rätt\" tid:")]
    [InlineData("Vad har varit bra? *", "Vad har varit bra")]
    public void Wordings_that_differ_in_space_case_and_closing_marks_fold_alike(string a, string b) =>
        Assert.Equal(QuestionLikeness.Fold(a), QuestionLikeness.Fold(b));

    [Theory]
    [InlineData("?", "?")]
    [InlineData("", "")]
    public void A_wording_of_marks_alone_stays(string a, string folded) => Assert.Equal(folded, QuestionLikeness.Fold(a));

    [Theory]
    [InlineData("Har du varit med och bestämt om ditt stöd?", "Har du varit med och bestämt över ditt stöd?")]
    [InlineData("7. Får du det stöd du behöver?", "8. Får du det stöd du behöver?")]
    [InlineData("Fråga 7 Får du det stöd du behöver?", "Får du det stöd du behöver?")]
    [InlineData("Hur har hösten 2024 varit för dig i insatsen?", "Hur har hösten 2025 varit för dig i insatsen?")]
    [InlineData("Hur väl stämmer följande? [Personalen lyssnade på mig]", "Hur väl stämmer följande [Personalen lyssnar på mig]")]
    public void The_same_question_in_nearly_the_same_words_is_alike(string a, string b) =>
        Assert.InRange(QuestionLikeness.Of(a, b), QuestionLikeness.Alike, 1);

    [Theory]
    [InlineData("Hur nöjd är du på det hela taget med kurs 1?", "Hur nöjd är du på det hela taget med kurs 2?")]
    [InlineData("Jag har blivit lyssnad på av alla som arbetar i insatsen", "Jag har inte blivit lyssnad på av alla som arbetar i insatsen")]
    [InlineData("Hur mådde du under den första tiden före insatsen i projektet?", "Hur mådde du under den första tiden efter insatsen i projektet?")]
    [InlineData("Hur väl stämmer följande påståenden in på dig och din vardag? [Jag sover bra]", "Hur väl stämmer följande påståenden in på dig och din vardag? [Jag mår bra]")]
    [InlineData("Vad tycker du allmänt om stödet från handläggarna – Tempo", "Vad tycker du allmänt om stödet från handläggarna – Betyg")]
    [InlineData("Fråga 1", "Fråga 2")]
    [InlineData("?", "…")]
    public void Questions_that_ask_for_something_else_are_not_alike(string a, string b) =>
        Assert.InRange(QuestionLikeness.Of(a, b), 0, QuestionLikeness.Alike - 0.001);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abc", "", 3)]
    public void The_distance_is_that_of_Levenshtein(string a, string b, int distance) => Assert.Equal(distance, QuestionLikeness.Distance(a, b));

    [Fact]
    public void Likeness_is_symmetric_and_between_none_and_all()
    {
        var wordings = ArbMap.Default.ArbFor<NonNull<string>>();
        Prop.ForAll(wordings, wordings, (a, b) =>
        {
            var likeness = QuestionLikeness.Of(a.Get, b.Get);
            return likeness is >= 0 and <= 1 && likeness == QuestionLikeness.Of(b.Get, a.Get) && QuestionLikeness.Of(a.Get, a.Get) == 1;
        }).Holds();
    }
}
