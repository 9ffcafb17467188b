using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;

namespace MiaVoices.Tests.Core.Figures.Surveys;

/// <summary>Small surveys made at random: two closed questions and one multiple, two attributes, missing answers, two themes in free texts.</summary>
internal sealed record RandomSurvey(WaveMaterial Wave, int Threshold, IReadOnlySet<string> Wrote, IReadOnlyList<(string Theme, IReadOnlySet<string> With)> Themes)
{
    public static readonly string[] Attributes = ["grupp", "kön"];

    public static RandomSurvey Of(Random random, int mostPersons = 20)
    {
        var persons = random.Next(3, mostPersons + 1);
        QuestionDraft[] questions = [Question(random, "F1"), Question(random, "F2"), Question(random, "F3") with { Kind = QuestionKind.Multiple, Positive = [] }];
        var (groups, silence, writing) = (random.Next(2, 4), random.NextDouble() * 0.4, random.NextDouble() < 0.3 ? 1 : random.NextDouble());
        double[] often = [random.NextDouble(), random.NextDouble()];
        var (wrote, with) = (new HashSet<string>(), new HashSet<string>[] { [], [] });
        List<SurveyPerson> rows = [];
        for (var i = 0; i < persons; i++)
        {
            var name = FormattableString.Invariant($"P{i}");
            if (random.NextDouble() < writing)
            {
                wrote.Add(name);
                for (var t = 0; t < with.Length; t++)
                {
                    _ = random.NextDouble() < often[t] && with[t].Add(name);
                }
            }

            rows.Add(new SurveyPerson
            {
                Name = name,
                Attributes = new Dictionary<string, string> { ["grupp"] = $"g{Skewed(random, groups)}", ["kön"] = $"k{Skewed(random, 2)}" },
                Answers = questions.ToDictionary(q => q.Id, q => (IReadOnlyList<string>)[.. Answer(random, q, silence)]),
            });
        }

        var wave = new WaveMaterial { Imported = new DateTimeOffset(2025, 10, 1, 0, 0, 0, TimeSpan.Zero), Questions = questions, Persons = rows };
        return new RandomSurvey(wave, random.Next(3, 7), wrote, [("tid", with[0]), ("stöd", with[1])]);
    }

    public SurveyResult Figures(string by) => SurveyFigures.Of(new SurveyMaterial("Enkät", [Wave]), new SurveyWish { By = by, Threshold = Threshold });

    private static QuestionDraft Question(Random random, string id)
    {
        string[] points = [.. Enumerable.Range(1, random.Next(2, 5)).Select(p => $"svar {p}")];
        return new QuestionDraft { Id = id, Text = $"Fråga {id}?", Kind = QuestionKind.Closed, Scale = points, Positive = [.. points.TakeLast(random.Next(0, points.Length + 1))], Missing = random.Next(3) == 0 ? [] : ["vet ej"] };
    }

    private static IEnumerable<string> Answer(Random random, QuestionDraft question, double silence)
    {
        if (random.NextDouble() < silence)
        {
            return random.Next(2) == 0 && question.Missing.Count > 0 ? question.Missing : [];
        }

        if (random.NextDouble() < 0.05)
        {
            return [$"annat {random.Next(2)}"];
        }

        var first = question.Scale[question.Scale.Count - 1 - Skewed(random, question.Scale.Count)];
        return question.Kind == QuestionKind.Closed ? [first] : question.Scale.Where(p => p == first || random.NextDouble() < 0.3);
    }

    private static int Skewed(Random random, int count) => Math.Min(count - 1, (int)(count * Math.Pow(random.NextDouble(), 2)));
}
