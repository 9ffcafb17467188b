using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;

namespace MiaVoices.Benchmarks;

/// <summary>The figures of a survey of 10 questions and 10,000 rows in two waves.</summary>
internal static class SurveyBenchmark
{
    private const int Questions = 10;
    private const int Rows = 5_000;
    private static readonly string[] Scale = ["aldrig", "sällan", "ibland", "ofta", "för det mesta", "alltid"];

    public static void Run(Bench bench)
    {
        using var store = bench.Create(bench.Fresh("survey.mia"));
        foreach (var wave in (string[])["2024", "2025"])
        {
            store.Apply(new ImportSource(store.NewIds().Next(), wave + ".csv", "Enkät " + wave, SourceKind.Survey, "00", 0, 0) { Draft = Draft(wave) });
        }

        var table = new Table("ms", "p50", "p95", "least", "most");
        SurveyMaterial? material = null;
        table.Add("read from the project", Samples.Of(1, bench.Options.Runs, () => material = SurveyReading.Read(store, null, [])));
        foreach (var (name, by, threshold) in ((string, string?, int)[])[("count, all", null, 0), ("count and hide, all", null, 5), ("count and hide, by 4 groups", "grupp", 5), ("count and hide, by 40 places", "ort", 5)])
        {
            table.Add(name, Samples.Of(1, bench.Options.Runs, () => SurveyFigures.Of(material!, new SurveyWish { By = by, Threshold = threshold })));
        }

        table.Add("report of the last wave", Samples.Of(0, bench.Options.Runs, () => SurveyReporting.Blocks(store, new SurveyOrder())));
        foreach (var persons in (int[])[60, 300, 1_000])
        {
            var small = Small(persons);
            table.Add($"hide 60 questions by 8 groups of {persons} persons", Samples.Of(1, bench.Options.Runs, () => SurveyFigures.Of(small, new SurveyWish { By = "grupp" })));
        }

        table.Print();
    }

    /// <summary>A survey of 60 questions on a scale of six, two positive, answered by persons of eight groups; the larger the group the sooner it comes.</summary>
    private static SurveyMaterial Small(int persons)
    {
        var random = new Random(persons);
        int Skewed(int count) => (int)(count * Math.Pow(random.NextDouble(), 1.8));
        QuestionDraft[] questions = [.. Enumerable.Range(1, 60).Select(q => new QuestionDraft { Id = $"F{q}", Text = $"Fråga {q}?", Kind = QuestionKind.Closed, Scale = Scale, Positive = Scale[4..] })];
        return new SurveyMaterial("Enkät",
        [
            new WaveMaterial
            {
                Imported = DateTimeOffset.UnixEpoch,
                Questions = questions,
                Persons =
                [
                    .. Enumerable.Range(0, persons).Select(p => new SurveyPerson
                    {
                        Name = $"P{p}",
                        Attributes = new Dictionary<string, string> { ["grupp"] = $"g{Skewed(8)}" },
                        Answers = questions.ToDictionary(q => q.Id, _ => (IReadOnlyList<string>)(random.Next(20) == 0 ? [] : [Scale[5 - Skewed(6)]])),
                    }),
                ],
            },
        ]);
    }

    private static SourceDraft Draft(string wave)
    {
        var random = new Random(wave.Length + wave[^1]);
        string[] groups = ["deltagare", "medarbetare", "remittent", "styrgrupp"];
        return new SourceDraft
        {
            Name = wave + ".csv",
            Kind = SourceKind.Survey,
            Format = "csv",
            Encoding = "utf-8",
            Segments = [],
            Survey = new SurveyDraft
            {
                Name = "Enkät",
                Wave = wave,
                Questions = [.. Enumerable.Range(1, Questions).Select(q => new QuestionDraft { Id = $"F{q}", Text = $"Fråga nummer {q} om stödet", Kind = QuestionKind.Closed, Scale = Scale, Positive = Scale[3..], Missing = ["vet ej"] })],
                Respondents =
                [
                    .. Enumerable.Range(1, Rows).Select(row => new RespondentDraft
                    {
                        Row = $"{row}",
                        Attributes = new Dictionary<string, string> { ["grupp"] = groups[random.Next(4) * random.Next(4) / 3], ["ort"] = $"ort {random.Next(40) * random.Next(40) / 39}" },
                        Answers = [.. Enumerable.Range(1, Questions).Select(q => new AnswerDraft($"F{q}", random.Next(12) == 0 ? [] : [Scale[Math.Max(random.Next(6), random.Next(6))]]))],
                    }),
                ],
            },
        };
    }
}
