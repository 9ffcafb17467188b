namespace MiaVoices.Core.Suggestions;

/// <summary>
/// One linear support vector machine a code, all in one pass: L2-loss dual coordinate descent (Hsieh et al., ICML 2008,
/// algorithm 1) with the weights held near a prior instead of near zero, ½‖w − λ·w₀‖² + C·Σ cᵢ·max(0, 1 − yᵢ·w·xᵢ)²
/// with C·min(1, √(n₀/n)) for a code of n examples. The part of w − λ·w₀ that lies along word vectors costs less, by a
/// factor that is the greater, the fewer the examples and the less is said of the code.
/// </summary>
internal static class LinearLearner
{
    /// <summary>Learns the weights.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="prior">Weights of the descriptions, w₀.</param>
    /// <param name="targets">What is known.</param>
    /// <param name="options">Settings.</param>
    /// <param name="from">An earlier fit on the same rows to go on from; it is left as it is.</param>
    /// <param name="cancel">Looked at once a pass.</param>
    public static Fitted Fit(SparseRows rows, DescriptionPrior prior, TrainingTargets targets, LearnerOptions options, Fitted? from, CancellationToken cancel)
    {
        var (model, duals) = from is null
            ? (prior.Start(targets.Positives, options), new double[targets.Rows.Length * LinearModel.LanesOf(targets.Codes)])
            : GoOn(from, rows, prior, targets, options);
        var vectors = from?.Vectors ?? Vectors(prior, targets, options);
        var costs = Array.ConvertAll(targets.Positives, examples => options.Cost * Math.Min(1, Math.Sqrt(options.CostExamples / Math.Max(1, examples))));
        var lanes = model.Lanes;
        var lengths = Array.ConvertAll(targets.Rows, rows.SquaredNorms);
        var all = Enumerable.Range(0, targets.Rows.Length).ToArray();
        var pulls = new double[all.Length];
        var chance = new Chance(options.Seed);
        var scores = new double[lanes];
        var steps = new double[lanes];
        var vectorSteps = new double[lanes];

        // After a pass over all rows only those that pull are visited until they rest; learning ends when a pass over all finds none.
        var visited = all;
        for (var left = (long)(from is null ? options.MostPasses : options.MostRefitPasses) * all.Length; left > 0; left -= visited.Length)
        {
            cancel.ThrowIfCancellationRequested();
            chance.Shuffle(visited);
            foreach (var place in visited)
            {
                model.Score(rows, targets.Rows[place], scores);
                pulls[place] = Step(targets.Of(place), scores, duals.AsSpan(place * lanes, lanes), lengths[place], costs, vectors, steps);
                if (pulls[place] > Negligible)
                {
                    Scale(steps, vectors, vectorSteps);
                    model.Add(rows, targets.Rows[place], steps, vectorSteps);
                }
            }

            int[] pulling = [.. visited.Where(place => pulls[place] >= options.Tolerance)];
            if (pulling.Length == 0 && visited.Length == all.Length)
            {
                break;
            }

            visited = pulling.Length == 0 ? all : pulling;
        }

        return new Fitted(model, targets, duals, vectors);
    }

    /// <summary>The earlier model with the descriptions at their new strength, and without what came from answers that no longer stand.</summary>
    private static (LinearModel Model, double[] Duals) GoOn(Fitted from, SparseRows rows, DescriptionPrior prior, TrainingTargets targets, LearnerOptions options)
    {
        var model = from.Model.Copy();
        prior.Move(model, from.Targets.Positives, targets.Positives, options);
        var lanes = model.Lanes;
        var duals = new double[targets.Rows.Length * lanes];
        var back = new double[lanes];
        var vectorBack = new double[lanes];
        for (var before = 0; before < from.Targets.Rows.Length; before++)
        {
            var row = from.Targets.Rows[before];
            var now = Array.BinarySearch(targets.Rows, row);
            var was = from.Targets.Of(before);
            var gone = false;
            for (var code = 0; code < was.Length; code++)
            {
                var dual = from.Duals[(before * lanes) + code];
                var stands = now >= 0 && Math.Sign(targets.Of(now)[code]) == Math.Sign(was[code]);
                back[code] = stands ? 0 : -Math.Sign(was[code]) * dual;
                gone |= back[code] != 0;
                if (stands)
                {
                    duals[(now * lanes) + code] = dual;
                }
            }

            if (gone)
            {
                Scale(back, from.Vectors, vectorBack);
                model.Add(rows, row, back, vectorBack);
            }
        }

        return (model, duals);
    }

    private static double[] Vectors(DescriptionPrior prior, TrainingTargets targets, LearnerOptions options)
    {
        var vectors = new double[LinearModel.LanesOf(targets.Codes)];
        for (var code = 0; code < targets.Codes; code++)
        {
            var few = options.VectorsUndescribed + ((options.VectorsDescribed - options.VectorsUndescribed) * prior.Told(code));
            vectors[code] = 1 + ((few - 1) * options.VectorsHalf / (options.VectorsHalf + targets.Positives[code]));
        }

        return vectors;
    }

    private static void Scale(double[] steps, double[] by, double[] into)
    {
        for (var lane = 0; lane < steps.Length; lane++)
        {
            into[lane] = steps[lane] * by[lane];
        }
    }

    private const double Negligible = 1e-12;

    /// <summary>One coordinate of each code: the step of the weights along the row, and the strongest projected gradient.</summary>
    private static double Step(ReadOnlySpan<float> targets, double[] scores, Span<double> duals, (double Sparse, double Dense) length, double[] costs, double[] vectors, double[] steps)
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
            var slack = 1 / (2 * costs[code] * Math.Abs(target));
            var gradient = (sign * scores[code]) - 1 + (slack * duals[code]);
            if (duals[code] == 0 && gradient >= 0)
            {
                continue;
            }

            var dual = Math.Max(0, duals[code] - (gradient / (length.Sparse + (vectors[code] * length.Dense) + 1 + slack)));
            var step = dual - duals[code];
            strongest = Math.Max(strongest, Math.Abs(gradient));
            duals[code] = dual;
            steps[code] = sign * step;
        }

        return strongest;
    }
}

/// <summary>What came of a fit, and what is needed to go on from it when there are more answers. Immutable by habit: nothing changes it.</summary>
/// <param name="Model">The weights.</param>
/// <param name="Targets">What was learnt from.</param>
/// <param name="Duals">How hard each (row, code) pair pulls, rows as in the targets, lanes of the model beside each other.</param>
/// <param name="Vectors">How much more each code learns through word vectors than by their weight; kept where a fit goes on, since the duals stand for it.</param>
internal sealed record Fitted(LinearModel Model, TrainingTargets Targets, double[] Duals, double[] Vectors);
