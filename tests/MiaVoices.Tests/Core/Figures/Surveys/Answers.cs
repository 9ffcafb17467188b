using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;

namespace MiaVoices.Tests.Core.Figures.Surveys;

/// <summary>Surveys in few words.</summary>
internal static class Answers
{
    public static readonly QuestionDraft Closed = new()
    {
        Id = "F1",
        Text = "Får du hjälp?",
        Kind = QuestionKind.Closed,
        Scale = ["nej", "delvis", "ja"],
        Positive = ["ja"],
        Missing = ["vet ej"],
    };

    /// <summary>A wave of one question in which groups of persons give answers; null is no answer.</summary>
    public static WaveMaterial Wave(string? wave, QuestionDraft question, params (string Group, string? Point, int Persons)[] answers) => new()
    {
        Wave = wave,
        Imported = new DateTimeOffset(2025, 10, 1, 0, 0, 0, TimeSpan.Zero),
        Questions = [question],
        Persons =
        [
            .. answers.SelectMany((a, i) => Enumerable.Range(0, a.Persons).Select(n => new SurveyPerson
            {
                Name = FormattableString.Invariant($"{i}-{n}"),
                Attributes = a.Group.Length == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["grupp"] = a.Group },
                Answers = new Dictionary<string, IReadOnlyList<string>> { [question.Id] = a.Point is null ? [] : a.Point.Split('|') },
            })),
        ],
    };

    public static SurveyResult Figures(SurveyWish wish, params WaveMaterial[] waves) => SurveyFigures.Of(new SurveyMaterial("Enkät", waves), wish);
}
