using System.Globalization;
using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Suggestions.Vectors;

namespace MiaVoices.Benchmarks;

/// <summary>
/// Learning curves on coded texts that lie beside the project: macro-F1, mean average precision and calibration error by the number
/// of examples, with and without descriptions and word vectors. Folds are made once from a fixed seed; each figure is the mean of the
/// folds (and of three draws of the examples where there is one test part).
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
        foreach (var (name, described, vectors) in new[] { ("pipeline", true, true), ("no descriptions", false, true), ("no vectors", true, false), ("neither", false, false) })
        {
            if ((quick && name != "pipeline") || (texts.IsEnglish && vectors))
            {
                continue;
            }

            var judge = new LearningJudge(texts, described, vectors);
            var by = PerCode.Select(k => judge.PerCode(k)).Concat(InOrder.Select(n => judge.InOrder(n))).ToList();
            table.Add([$"{name}: macro-F1", .. by.Select(f => Cell(f?.MacroF1))]);
            table.Add(["  mean average precision", .. by.Select(f => Cell(f?.AveragePrecision))]);
            table.Add(["  calibration error", .. by.Select(f => Cell(f?.CalibrationError))]);
        }

        table.Print();
    }

    private static string Cell(double? value) => value?.ToString(".000", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>What came of judging texts that the model had not seen.</summary>
internal sealed record LearningFigures(double MacroF1, double AveragePrecision, double CalibrationError);

/// <summary>Learns from a part of a set and judges the rest.</summary>
internal sealed class LearningJudge
{
    private readonly CodedTexts _texts;
    private readonly List<CodedText> _all;
    private readonly LearningSegment[] _segments;
    private readonly LearningCode[] _codes;
    private readonly FeatureSpace _space;
    private readonly List<(int[] Train, int[] Test, ulong Seed)> _splits = [];
    private readonly LearnerOptions _options;

    public LearningJudge(CodedTexts texts, bool described, bool vectors)
    {
        _texts = texts;
        _options = new LearnerOptions { Features = new FeatureOptions { Vectors = vectors ? (Environment.GetEnvironmentVariable("VEC") is { } f ? WordVectors.Read(File.OpenRead(f)) : WordVectors.Default) : null } };
        foreach (var part in (Environment.GetEnvironmentVariable("TUNE") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var (k, v) = (part.Split('=')[0], double.Parse(part.Split('=')[1].Split(',')[0], CultureInfo.InvariantCulture));
            _options = k switch
            {
                "vw" => _options with { Features = _options.Features with { VectorWeight = v } },
                "w" => _options with { Features = _options.Features with { Weights = [.. part.Split('=')[1].Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture))] } },
                "c" => _options with { Cost = v },
                "pv" => _options with { PriorVectors = v },
                "pc" => _options with { PriorCharacters = v },
                "ps" => _options with { PriorStrength = v },
                "ph" => _options with { PriorHalf = v },
                "fb" => _options with { Feedback = (int)v },
                "fw" => _options with { FeedbackWeight = v },
                _ => throw new ArgumentException(k),
            };
        }

        _all = [.. texts.Train, .. texts.Test];
        _segments = [.. _all.Select((t, i) => new LearningSegment(i, t.Text, t.Person.Length > 0 ? t.Person : FormattableString.Invariant($"R{i}")))];
        _codes = [.. texts.Codes.Select((c, i) => new LearningCode(new Guid(i + 1, 0, 0, new byte[8]), described ? c.Name : "", described ? c.Description : "", "", []))];
        _space = FeatureSpace.Build([.. _all.Select(t => t.Text)], texts.IsEnglish ? new EnglishAnalyser() : new SwedishAnalyser(), _options.Features, null, default);
        var order = Enumerable.Range(0, texts.Train.Count).ToArray();
        new Chance(7).Shuffle(order);
        if (texts.Test.Count > 0)
        {
            _splits.AddRange(Enumerable.Range(1, 3).Select(seed => (order, Enumerable.Range(texts.Train.Count, texts.Test.Count).ToArray(), (ulong)seed)));
        }
        else if (texts.ByPerson)
        {
            _splits.AddRange(texts.Train.Select(t => t.Person).Distinct().Select((p, i) => (order.Where(r => texts.Train[r].Person != p).ToArray(), order.Where(r => texts.Train[r].Person == p).ToArray(), (ulong)i + 1)));
        }
        else
        {
            var folds = texts.Train.Count < 1_000 ? 10 : 5;
            _splits.AddRange(Enumerable.Range(0, folds).Select(f => (order.Where((_, i) => i % folds != f).ToArray(), order.Where((_, i) => i % folds == f).ToArray(), (ulong)f + 1)));
        }
    }

    /// <summary>So many examples a code, drawn by chance; a text that is drawn is known with all its codes.</summary>
    public LearningFigures? PerCode(int k) => Mean(split =>
    {
        var mixed = Shuffled(split.Train, split.Seed);
        return k == int.MaxValue ? mixed : [.. _codes.SelectMany((_, c) => mixed.Where(r => _all[r].Codes.Contains(c)).Take(k)).Distinct()];
    });

    /// <summary>The first so many texts in an order of chance, as coding goes; null where there are not so many.</summary>
    public LearningFigures? InOrder(int n) => _splits.Min(s => s.Train.Length) < n ? null : Mean(split => [.. Shuffled(split.Train, split.Seed).Take(n)]);

    private static int[] Shuffled(int[] rows, ulong seed)
    {
        var mixed = (int[])rows.Clone();
        new Chance(seed * 101).Shuffle(mixed);
        return mixed;
    }

    private LearningFigures Mean(Func<(int[] Train, int[] Test, ulong Seed), int[]> draw)
    {
        var figures = _splits.Select(s => Judge(draw(s), s.Test)).ToList();
        return new LearningFigures(figures.Average(f => f.MacroF1), figures.Average(f => f.AveragePrecision), figures.Average(f => f.CalibrationError));
    }

    private LearningFigures Judge(int[] known, int[] test)
    {
        var set = new LearningSet(
            _segments,
            _codes,
            known.SelectMany(r => _all[r].Codes.Select(c => new LearningLabel(r, _codes[c].Id, LabelValue.Yes))),
            known.Select(r => new LearningReview(r)));
        var trained = new CodeTrainer(set, _space, DescriptionPrior.Of(set, _space, _options, default), _options).Train(_ => true, null, default);
        var scores = new double[trained.Weights.Lanes];
        var pairs = new (double P, bool Suggested, bool Yes)[test.Length, _codes.Length];
        for (var t = 0; t < test.Length; t++)
        {
            trained.Weights.Score(_space.Rows, test[t], scores);
            var best = -1.0;
            for (var c = 0; c < _codes.Length; c++)
            {
                var p = trained.Calibration.Exact(scores[c], c);
                pairs[t, c] = (p, p >= trained.Thresholds[c], _all[test[t]].Codes.Contains(c));
                best = Math.Max(best, p);
            }

            for (var c = 0; _texts.IsSingle && c < _codes.Length; c++)
            {
                pairs[t, c].Suggested = pairs[t, c].P == best;
            }
        }

        return Figures(pairs);
    }

    private static LearningFigures Figures((double P, bool Suggested, bool Yes)[,] pairs)
    {
        var (f1, order) = (new List<double>(), new List<double>());
        for (var c = 0; c < pairs.GetLength(1); c++)
        {
            var own = Enumerable.Range(0, pairs.GetLength(0)).Select(t => pairs[t, c]).ToList();
            var yes = own.Count(p => p.Yes);
            if (yes == 0)
            {
                continue;
            }

            f1.Add(2.0 * own.Count(p => p.Yes && p.Suggested) / (yes + own.Count(p => p.Suggested)));
            var (found, sum) = (0, 0.0);
            foreach (var (i, pair) in own.OrderByDescending(p => p.P).Index())
            {
                found += pair.Yes ? 1 : 0;
                sum += pair.Yes ? (double)found / (i + 1) : 0;
            }

            order.Add(sum / yes);
        }

        var all = pairs.Cast<(double P, bool Suggested, bool Yes)>().ToList();
        var error = all.GroupBy(p => Math.Min(9, (int)(p.P * 10))).Sum(b => Math.Abs(b.Sum(p => p.P) - b.Count(p => p.Yes)) / all.Count);
        return new LearningFigures(f1.Average(), order.Average(), error);
    }
}
