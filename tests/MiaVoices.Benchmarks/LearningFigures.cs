namespace MiaVoices.Benchmarks;

/// <summary>A text that was not learnt from, and a code.</summary>
/// <param name="Confidence">What the program would say, before rounding.</param>
/// <param name="IsHighest">Whether no code of the text has a higher confidence.</param>
/// <param name="IsAbove">Whether the confidence reaches the code's threshold.</param>
/// <param name="IsYes">What people said.</param>
internal readonly record struct JudgedPair(double Confidence, bool IsHighest, bool IsAbove, bool IsYes);

/// <summary>
/// What came of judging texts that the model had not seen. F1 is counted over all folds together, since the mean of folds with few
/// examples of a code is biased (Forman and Scholz, SIGKDD Explorations 12, 2010); so is the calibration error, in ten bins of equal
/// width over all pairs. Average precision, which compares scores of one model, is the mean of the folds.
/// </summary>
internal sealed class LearningFigures
{
    private readonly IReadOnlyList<JudgedPair[][]> _parts;

    /// <param name="parts">The folds: for each text of a fold its pairs by code.</param>
    public LearningFigures(IReadOnlyList<JudgedPair[][]> parts)
    {
        _parts = parts;
        HighestF1 = MacroF1(p => p.IsHighest);
        ThresholdF1 = MacroF1(p => p.IsAbove);
        AveragePrecision = parts.Average(MeanAveragePrecision);
        CalibrationError = Error([.. parts.SelectMany(p => p).SelectMany(p => p)]);
        FirstRight = parts.SelectMany(p => p).Average(t => t.Any(p => p.IsHighest && p.IsYes) ? 1.0 : 0);
        RecallAtThree = parts.SelectMany(p => p).Average(t => (double)t.OrderByDescending(p => p.Confidence).Take(3).Count(p => p.IsYes) / Math.Max(1, t.Count(p => p.IsYes)));
    }

    public double HighestF1 { get; }

    public double ThresholdF1 { get; }

    public double AveragePrecision { get; }

    public double CalibrationError { get; }

    /// <summary>Share of the texts whose first code is right.</summary>
    public double FirstRight { get; }

    /// <summary>Share of a text's codes that stand among its first three.</summary>
    public double RecallAtThree { get; }

    private double MacroF1(Func<JudgedPair, bool> isSuggested)
    {
        var all = _parts.SelectMany(p => p).ToList();
        return Enumerable.Range(0, all[0].Length)
            .Select(code => all.Select(t => t[code]))
            .Where(pairs => pairs.Any(p => p.IsYes))
            .Average(pairs => 2.0 * pairs.Count(p => p.IsYes && isSuggested(p)) / (pairs.Count(p => p.IsYes) + pairs.Count(isSuggested)));
    }

    private static double MeanAveragePrecision(JudgedPair[][] texts)
    {
        var each = new List<double>();
        for (var code = 0; code < texts[0].Length; code++)
        {
            var (found, sum) = (0, 0.0);
            foreach (var (place, pair) in texts.Select(t => t[code]).OrderByDescending(p => p.Confidence).Index())
            {
                found += pair.IsYes ? 1 : 0;
                sum += pair.IsYes ? (double)found / (place + 1) : 0;
            }

            if (found > 0)
            {
                each.Add(sum / found);
            }
        }

        return each.Average();
    }

    private static double Error(List<JudgedPair> all) =>
        all.GroupBy(p => Math.Min(9, (int)(p.Confidence * 10))).Sum(bin => Math.Abs(bin.Sum(p => p.Confidence) - bin.Count(p => p.IsYes)) / all.Count);
}
