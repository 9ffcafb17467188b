using System.Security.Cryptography;
using System.Text;
using MiaVoices.Core.Language;

namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Suggests codes with one linear machine a code over words, pairs and characters, started from the codes' descriptions.
/// The same input gives the same model. Thread-safe.
/// </summary>
/// <param name="analyser">Finds words, stems and parts.</param>
public sealed class LinearCodeSuggester(ITextAnalyser analyser) : ICodeSuggester
{
    private const double FeatureShare = 0.5;
    private readonly LearnerOptions _options = new();

    /// <inheritdoc/>
    public SuggestionModel Train(LearningSet set, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var space = SpaceOf(set, progress, cancel);
        var trainer = new CodeTrainer(set, space, DescriptionPrior.Of(set, space, _options, cancel), _options);
        var trained = trainer.Train(_ => true, Rest(progress), cancel);
        progress?.Report(1);
        return new SuggestionModel(VersionOf(set), set, space, trained);
    }

    /// <inheritdoc/>
    public SuggestionQuality Evaluate(LearningSet set, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var folds = new RespondentFolds(set, set.IsCoded, _options.Folds);
        if (folds.Count < 2)
        {
            throw new RefusedException(Problem.Of("evaluate.respondents", folds.Respondents));
        }

        var space = SpaceOf(set, progress, cancel);
        var trainer = new CodeTrainer(set, space, DescriptionPrior.Of(set, space, _options, cancel), _options);
        var report = Rest(progress);
        folds = new RespondentFolds(set, _ => true, _options.Folds);
        var judged = new JudgedPairs(set);
        var scores = new double[(set.Codes.Count + 3) / 4 * 4];
        for (var fold = 0; fold < folds.Count; fold++)
        {
            // Calibration and thresholds are learnt inside, from the other respondents alone.
            var trained = trainer.Train(row => folds[row] != fold, null, cancel);
            for (var row = 0; row < set.Segments.Count; row++)
            {
                if (folds[row] == fold && set.Segments[row].IsJudged && (set.IsReviewed(row) || set.IsCoded(row)))
                {
                    trained.Weights.Score(space.Rows, row, scores);
                    judged.Add(row, scores, trained);
                }
            }

            report?.Invoke((fold + 1.0) / folds.Count);
        }

        return judged.Sum(folds.Count, folds.Respondents);
    }

    private static Action<double>? Rest(IProgress<double>? progress) =>
        progress is null ? null : share => progress.Report(FeatureShare + ((1 - FeatureShare) * share));

    private FeatureSpace SpaceOf(LearningSet set, IProgress<double>? progress, CancellationToken cancel)
    {
        var texts = set.Segments.Select(segment => segment.Text).ToArray();
        var features = progress is null ? null : new Scaled(progress, FeatureShare);
        return FeatureSpace.Build(texts, analyser, _options.Features, features, cancel);
    }

    private string VersionOf(LearningSet set)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(LearnerOptions.Version + "\n" + analyser.Version + "\n"));
        set.AddTo(hash);
        return LearnerOptions.Version + "-" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private sealed class Scaled(IProgress<double> progress, double share) : IProgress<double>
    {
        public void Report(double value) => progress.Report(share * value);
    }
}
