using System.Globalization;
using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;

namespace MiaVoices.Benchmarks;

/// <summary>
/// Learning curves on coded texts that lie beside the project: macro-F1, mean average precision and calibration error by the number
/// of examples, with and without descriptions and word vectors. See <see cref="LearningJudge"/> for how each figure comes about.
/// </summary>
internal static class LearningBenchmark
{
    private static readonly int[] PerCode = [1, 5, 20, 50, int.MaxValue];
    private static readonly int[] InOrder = [20, 200, 500];

    public static void Run(Bench bench)
    {
        if (LanguageBenchmark.DataFolder() is not { } data)
        {
            Console.WriteLine("The folder of reference data is absent.\n");
            return;
        }

        (string Key, Func<CodedTexts> Read)[] sets =
        [
            ("sib", () => CodedTexts.Sib(data)),
            ("argumentation", () => CodedTexts.Argumentation(data)),
            ("decisions", () => CodedTexts.Committees(data, headings: false)),
            ("headings", () => CodedTexts.Committees(data, headings: true)),
            ("titles", () => CodedTexts.Titles(data)),
            ("xed", () => CodedTexts.Emotions(data)),
            ("serdif", () => CodedTexts.Serdif(data)),
        ];
        foreach (var (_, read) in sets.Where(s => bench.Options.Sets.Count == 0 || bench.Options.Sets.Contains(s.Key)))
        {
            Measure(read(), bench.Options.Quick);
        }
    }

    private static void Measure(CodedTexts texts, bool quick)
    {
        var table = new Table($"{texts.Name}: {texts.Train.Count:N0} texts, {texts.Codes.Count} codes", "1", "5", "20", "50", "all", "order 20", "order 200", "order 500");
        foreach (var (name, told, vectors) in Variants(texts).Take(quick ? 1 : int.MaxValue))
        {
            var judge = new LearningJudge(texts, told, vectors);
            var by = PerCode.Select(judge.PerCode).Concat(InOrder.Select(judge.InOrder)).ToList();
            void Add(string what, Func<LearningFigures, double> figure) => table.Add([what, .. by.Select(f => f is null ? "" : Cell(figure(f)))]);
            if (texts.IsSingle)
            {
                Add($"{name}: macro-F1, highest code", f => f.HighestF1);
            }

            Add($"{(texts.IsSingle ? "  " : name + ": ")}macro-F1, thresholds", f => f.ThresholdF1);
            Add("  mean average precision", f => f.AveragePrecision);
            Add("  calibration error", f => f.CalibrationError);
            if (texts.ByPerson)
            {
                Add("  hit@1", f => f.FirstRight);
                Add("  recall@3", f => f.RecallAtThree);
            }
        }

        table.Print();
    }

    private static (string Name, LearningJudge.Told Told, bool Vectors)[] Variants(CodedTexts texts) => texts.IsEnglish
        ? [("names of codes alone", LearningJudge.Told.Names, false), ("no names", LearningJudge.Told.Nothing, false)]
        :
        [
            ("pipeline", LearningJudge.Told.All, true), ("names of codes alone", LearningJudge.Told.Names, true), ("no descriptions", LearningJudge.Told.Nothing, true),
            ("no vectors", LearningJudge.Told.All, false), ("neither", LearningJudge.Told.Nothing, false),
        ];

    private static string Cell(double value) => value.ToString(".000", CultureInfo.InvariantCulture);
}
