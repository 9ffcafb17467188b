namespace MiaVoices.Core.Suggestions;

/// <summary>
/// One linear support vector machine a code, all in one pass: L2-loss dual coordinate descent (Hsieh et al., ICML 2008,
/// algorithm 1) with the weights held near a prior instead of near zero, ½‖w − λ·w₀‖² + C·Σ cᵢ·max(0, 1 − yᵢ·w·xᵢ)².
/// </summary>
internal static class LinearLearner
{
    /// <summary>Learns the weights.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="prior">Weights of the descriptions, w₀.</param>
    /// <param name="targets">What is known.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancel">Looked at once a pass.</param>
    public static LinearModel Fit(SparseRows rows, DescriptionPrior prior, TrainingTargets targets, LearnerOptions options, CancellationToken cancel)
    {
        var model = prior.Start(targets.Positives, options);
        var lanes = model.Lanes;
        var duals = new double[targets.Rows.Length * lanes];
        var lengths = Array.ConvertAll(targets.Rows, row => rows.SquaredNorm(row) + 1);
        var order = Enumerable.Range(0, targets.Rows.Length).ToArray();
        var chance = new Chance(options.Seed);
        var scores = new double[lanes];
        var steps = new double[lanes];
        for (var pass = 0; pass < options.MostPasses; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            chance.Shuffle(order);
            var pull = 0.0;
            foreach (var place in order)
            {
                model.Score(rows, targets.Rows[place], scores);
                var strongest = Step(targets.Of(place), scores, duals.AsSpan(place * lanes, lanes), lengths[place], options.Cost, steps);
                pull = Math.Max(pull, strongest);
                if (strongest > Negligible)
                {
                    model.Add(rows, targets.Rows[place], steps);
                }
            }

            if (pull < options.Tolerance)
            {
                break;
            }
        }

        return model;
    }

    private const double Negligible = 1e-12;

    /// <summary>One coordinate of each code: the step of the weights along the row, and the strongest projected gradient.</summary>
    private static double Step(ReadOnlySpan<float> targets, double[] scores, Span<double> duals, double length, double cost, double[] steps)
    {
        var strongest = 0.0;
        for (var code = 0; code < targets.Length; code++)
        {
            steps[code] = 0;
            var target = targets[code];
            if (target == 0)
            {
                continue;
            }

            var sign = target > 0 ? 1.0 : -1.0;
            var slack = 1 / (2 * cost * Math.Abs(target));
            var gradient = (sign * scores[code]) - 1 + (slack * duals[code]);
            if (duals[code] == 0 && gradient >= 0)
            {
                continue;
            }

            var dual = Math.Max(0, duals[code] - (gradient / (length + slack)));
            var step = dual - duals[code];
            strongest = Math.Max(strongest, Math.Abs(gradient));
            duals[code] = dual;
            steps[code] = sign * step;
        }

        return strongest;
    }
}
