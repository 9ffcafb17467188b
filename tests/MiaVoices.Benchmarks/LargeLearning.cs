using System.Diagnostics;
using System.Globalization;
using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;

namespace MiaVoices.Benchmarks;

/// <summary>
/// Learning 30 codes that each follow a word from very many segments, in a process of its own so that its peak is told: features and
/// one fit with every segment gone through; then all that the program does, folds, calibration and thresholds included.
/// </summary>
internal static class LargeLearning
{
    /// <summary>The first word of the arguments that make this program learn and tell what it took.</summary>
    public const string Verb = "learn-large";

    private const int Codes = 30;

    public static void Run(Bench bench)
    {
        var table = new Table("100,000 × 30", "segments", "features", "features s", "prior s", "one fit s", "peak MB");
        var whole = new Table("as the program learns", "segments", "codings", "train s", "suggest all s", "peak MB");
        var text = bench.Options.Text ?? "-";
        var rows = bench.Options.Rows.ToString(CultureInfo.InvariantCulture);
        table.Add([bench.Options.Text is null ? "invented answers" : "real segments", .. ChildProcess.Run(ChildProcess.Self, false, Verb, text, rows, "fit").Output.Split(' ')]);
        whole.Add([bench.Options.Text is null ? "invented answers" : "real segments", .. ChildProcess.Run(ChildProcess.Self, false, Verb, text, rows, "train").Output.Split(' ')]);
        table.Print();
        whole.Print();
    }

    /// <summary>Learns and writes the figures.</summary>
    public static int Tell(string text, int rows, bool fit)
    {
        var texts = text == "-" ? new AnswerWriter(1).Answers(rows) : RealText.Stream(text).Take(rows);
        List<LearningSegment> segments = [.. texts.Select((t, i) => new LearningSegment(i + 1, t, FormattableString.Invariant($"R{i / 20}")))];
        var heads = WordList.Heads.Distinct().Take(Codes).ToList();
        List<LearningCode> codes = [.. heads.Select((word, c) => new LearningCode(new Guid(c + 1, 0, 0, new byte[8]), word, $"Det som sägs om {word}", "", [word]))];
        var labels = segments.SelectMany(s => codes.Where(c => s.Text.Contains(c.Name, StringComparison.OrdinalIgnoreCase)).Select(c => new LearningLabel(s.Key, c.Id, LabelValue.Yes))).ToList();
        var set = new LearningSet(segments, codes, labels, segments.Select(s => new LearningReview(s.Key)));
        var clock = Stopwatch.StartNew();
        string Lap()
        {
            var seconds = clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            clock.Restart();
            return seconds;
        }

        if (fit)
        {
            var options = new LearnerOptions();
            var space = FeatureSpace.Build([.. segments.Select(s => s.Text)], [], new SwedishAnalyser(), options.Features with { MostFeatures = options.MostWeights / LinearModel.LanesOf(Codes) }, null, default);
            var features = Lap();
            var prior = DescriptionPrior.Of(set, space, options, default);
            var described = Lap();
            var fitted = LinearLearner.Fit(space.Rows, prior, TrainingTargets.Of(set, _ => true, options), options, null, default);
            Console.Write(string.Create(CultureInfo.InvariantCulture, $"{segments.Count} {space.Count} {features} {described} {Lap()} {Peak()}"));
            GC.KeepAlive(fitted);
            return 0;
        }

        var model = new LinearCodeSuggester(new SwedishAnalyser()).Train(set);
        var trained = Lap();
        model.Suggest(new SuggestionQuery { IncludeAnswered = true, Explain = false });
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{segments.Count} {labels.Count} {trained} {Lap()} {Peak()}"));
        return 0;
    }

    private static string Peak()
    {
        using var self = Process.GetCurrentProcess();
        return (self.PeakWorkingSet64 / 1048576.0).ToString("0", CultureInfo.InvariantCulture);
    }
}
