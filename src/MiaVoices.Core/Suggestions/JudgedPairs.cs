namespace MiaVoices.Core.Suggestions;

/// <summary>Gathers confidences of held-out segments beside what people answered, and sums them up. Not thread-safe.</summary>
internal sealed class JudgedPairs(LearningSet set)
{
    private const int LeastExamples = 3;
    private const int Bins = 10;
    private readonly List<Pair>[] _pairs = [.. set.Codes.Select(_ => new List<Pair>())];
    private int _segments;
    private int _assumed;

    /// <summary>Adds the pairs of a segment that the model has not seen.</summary>
    public void Add(int row, double[] scores, TrainedCodes trained)
    {
        _segments++;
        for (var code = 0; code < _pairs.Length; code++)
        {
            var label = set.Label(row, code);
            if (label == LabelValue.Unknown)
            {
                if (!set.IsCoded(row))
                {
                    continue;
                }

                _assumed++;
            }

            var confidence = trained.Calibration.Confidence(scores[code], code);
            _pairs[code].Add(new Pair(confidence, trained.Thresholds[code], label == LabelValue.Yes));
        }
    }

    /// <summary>The figures.</summary>
    public SuggestionQuality Sum(int folds, int respondents)
    {
        var counts = _pairs.Select(Count).ToArray();
        var codes = counts.Select((count, code) => QualityOf(set.Codes[code].Id, count, _pairs[code])).ToArray();
        var shown = counts.Where(count => count.Examples >= LeastExamples).ToArray();
        return new SuggestionQuality(
            folds,
            respondents,
            _segments,
            _assumed,
            codes,
            shown.Length == 0 ? null : F1(shown.Sum(count => count.Right), shown.Sum(count => count.Suggested), shown.Sum(count => count.Examples)),
            codes.Average(code => code.F1),
            codes.Average(code => code.AveragePrecision),
            CalibrationError());
    }

    private static Counts Count(List<Pair> pairs) => new(
        pairs.Count(pair => pair.IsYes),
        pairs.Count(pair => pair.IsSuggested),
        pairs.Count(pair => pair.IsYes && pair.IsSuggested));

    private static CodeQuality QualityOf(Guid code, Counts count, List<Pair> pairs)
    {
        var threshold = pairs.Count == 0 ? 0.5 : Math.Round(pairs.Average(pair => pair.Threshold), 3);
        return count.Examples < LeastExamples
            ? new CodeQuality(code, count.Examples, null, null, null, threshold, null, null, null)
            : new CodeQuality(
                code,
                count.Examples,
                count.Suggested == 0 ? 0 : (double)count.Right / count.Suggested,
                (double)count.Right / count.Examples,
                F1(count.Right, count.Suggested, count.Examples),
                threshold,
                WilsonInterval.Of(count.Right, count.Suggested, IntervalLevel.Ninety),
                WilsonInterval.Of(count.Right, count.Examples, IntervalLevel.Ninety),
                Order(pairs));
    }

    private static double F1(int right, int suggested, int examples) => 2.0 * right / (suggested + examples);

    /// <summary>Average precision; pairs of equal confidence are taken together, so the order they came in means nothing.</summary>
    private static double Order(List<Pair> pairs)
    {
        var (seen, found, sum) = (0, 0, 0.0);
        foreach (var group in pairs.GroupBy(pair => pair.Confidence).OrderByDescending(group => group.Key))
        {
            var yes = group.Count(pair => pair.IsYes);
            seen += group.Count();
            found += yes;
            sum += yes * ((double)found / seen);
        }

        return sum / found;
    }

    private double CalibrationError()
    {
        var all = _pairs.SelectMany(pairs => pairs).ToArray();
        return all
            .GroupBy(pair => Math.Min(Bins - 1, (int)(pair.Confidence * Bins)))
            .OrderBy(bin => bin.Key)
            .Sum(bin => Math.Abs(bin.Sum(pair => pair.Confidence) - bin.Count(pair => pair.IsYes)) / all.Length);
    }

    private readonly record struct Pair(double Confidence, double Threshold, bool IsYes)
    {
        public bool IsSuggested => Confidence >= Threshold;
    }

    private readonly record struct Counts(int Examples, int Suggested, int Right);
}
