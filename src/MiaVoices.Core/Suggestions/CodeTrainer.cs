namespace MiaVoices.Core.Suggestions;

/// <summary>What has been learnt of all codes. Immutable.</summary>
/// <param name="Fit">The scores, and what is needed to go on from them.</param>
/// <param name="Calibration">Confidence from score.</param>
/// <param name="Thresholds">From which confidence each code is suggested.</param>
/// <param name="HeldOut">Scores of the rows that were learnt from, each by a model that had not seen its respondent; empty without cross-validation.</param>
internal sealed record TrainedCodes(
    Fitted Fit,
    Calibration Calibration,
    double[] Thresholds,
    IReadOnlyDictionary<int, double[]> HeldOut)
{
    /// <summary>The scores.</summary>
    public LinearModel Weights => Fit.Model;

    /// <summary>Scores of a row, held out where it was learnt from: a model is too sure of what it has been told.</summary>
    public void Score(SparseRows rows, int row, double[] scores)
    {
        if (HeldOut.TryGetValue(row, out var held))
        {
            held.CopyTo(scores, 0);
        }
        else
        {
            Weights.Score(rows, row, scores);
        }
    }
}

/// <summary>Learns weights, calibration and thresholds from the rows whose answers may be used.</summary>
internal sealed class CodeTrainer(LearningSet set, FeatureSpace space, DescriptionPrior prior, LearnerOptions options)
{
    /// <summary>Trains once for each fold and once on everything open.</summary>
    /// <param name="isOpen">False for rows whose answers must not be seen.</param>
    /// <param name="progress">Share done, 0–1.</param>
    /// <param name="cancel">Stops the work.</param>
    public TrainedCodes Train(Func<int, bool> isOpen, Action<double>? progress, CancellationToken cancel)
    {
        var targets = TrainingTargets.Of(set, isOpen, options);
        var fit = LinearLearner.Fit(space.Rows, prior, targets, options, null, cancel);
        var folds = new RespondentFolds(set, isOpen, targets.Rows.Length < options.ManyAnswered ? options.Folds : Math.Min(2, options.Folds));
        var heldOut = new Dictionary<int, double[]>();
        for (var fold = 0; folds.Count > 1 && fold < folds.Count; fold++)
        {
            progress?.Invoke((fold + 1.0) / (folds.Count + 1));
            var own = TrainingTargets.Of(set, row => isOpen(row) && folds[row] != fold, options);
            var model = LinearLearner.Fit(space.Rows, prior, own, options, null, cancel).Model;
            foreach (var row in targets.Rows.Where(row => folds[row] == fold))
            {
                var scores = new double[model.Lanes];
                model.Score(space.Rows, row, scores);
                heldOut.Add(row, scores);
            }
        }

        var calibration = heldOut.Count == 0
            ? Calibration.Prior(set.Codes.Count)
            : Calibration.Fit(set.Codes.Count, Answers(targets, heldOut));
        return new TrainedCodes(fit, calibration, ThresholdsOf(fit, calibration, heldOut), heldOut);
    }

    /// <summary>
    /// Learns the weights anew from an earlier training on fewer answers, to the same tolerance. Calibration and thresholds stay;
    /// rows answered since keep the score that they had before their answer was seen.
    /// </summary>
    /// <param name="before">The earlier training, on the same rows and codes.</param>
    /// <param name="cancel">Stops the work.</param>
    public TrainedCodes Refit(TrainedCodes before, CancellationToken cancel)
    {
        var targets = TrainingTargets.Of(set, _ => true, options);
        var fit = LinearLearner.Fit(space.Rows, prior, targets, options, before.Fit, cancel);
        var heldOut = new Dictionary<int, double[]>(before.HeldOut);
        foreach (var row in targets.Rows.Where(row => !heldOut.ContainsKey(row)))
        {
            var scores = new double[before.Weights.Lanes];
            before.Weights.Score(space.Rows, row, scores);
            heldOut.Add(row, scores);
        }

        return before with { Fit = fit, HeldOut = heldOut };
    }

    private List<ScoredAnswer> Answers(TrainingTargets targets, Dictionary<int, double[]> heldOut)
    {
        var answers = new List<ScoredAnswer>();
        var step = 1 + (targets.Rows.Length / options.MostCalibrated);
        for (var place = 0; place < targets.Rows.Length; place += step)
        {
            var own = targets.Of(place);
            var scores = heldOut[targets.Rows[place]];
            for (var code = 0; code < own.Length; code++)
            {
                if (own[code] != 0)
                {
                    answers.Add(new ScoredAnswer(code, scores[code], own[code] > 0));
                }
            }
        }

        return answers;
    }

    private double[] ThresholdsOf(Fitted fit, Calibration calibration, Dictionary<int, double[]> heldOut)
    {
        var rows = Enumerable.Range(0, set.Segments.Count).Where(row => set.Segments[row].IsCandidate).ToArray();
        var confidences = set.Codes.Select(_ => new double[rows.Length]).ToArray();
        var own = new double[fit.Model.Lanes];
        for (var place = 0; place < rows.Length; place++)
        {
            if (!heldOut.TryGetValue(rows[place], out var scores))
            {
                fit.Model.Score(space.Rows, rows[place], own);
                scores = own;
            }

            for (var code = 0; code < confidences.Length; code++)
            {
                confidences[code][place] = calibration.Confidence(scores[code], code);
            }
        }

        return [.. confidences.Select((all, code) => fit.Targets.Positives[code] < options.FewExamples ? Thresholds.ForFewExamples(all) : Thresholds.ByExpectedF1(all))];
    }
}
