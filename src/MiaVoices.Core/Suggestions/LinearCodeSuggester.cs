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
        var prior = DescriptionPrior.Of(set, space, _options, cancel);
        var trained = new CodeTrainer(set, space, prior, _options).Train(_ => true, Rest(progress), cancel);
        progress?.Report(1);
        return new SuggestionModel(VersionOf(set, ""), set, space, prior, trained);
    }

    /// <inheritdoc/>
    public SuggestionModel Refit(SuggestionModel model, LearningSet set, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(set);
        if (!model.CanGoOnTo(set))
        {
            throw new ArgumentException("Other segments or codes than the model's.", nameof(set));
        }

        var trained = new CodeTrainer(set, model.Space, model.Prior, _options).Refit(model.Trained, cancel);
        return new SuggestionModel(VersionOf(set, model.Version), set, model.Space, model.Prior, trained);
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
        var most = _options.MostWeights / Math.Max(4, LinearModel.LanesOf(set.Codes.Count));
        return FeatureSpace.Build(texts, set.Codes.Select(DescriptionPrior.QueryOf), analyser, _options.Features with { MostFeatures = most }, features, cancel);
    }

    /// <param name="set">What was learnt from.</param>
    /// <param name="before">The model gone on from; a refitted model depends on the steps that led to it.</param>
    private string VersionOf(LearningSet set, string before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(LearnerOptions.Version + "\n" + analyser.Version + "\n" + before + "\n"));
        var sink = new HashSink(hash);
        set.AddTo(sink);
        sink.Flush();
        return LearnerOptions.Version + "-" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private sealed class Scaled(IProgress<double> progress, double share) : IProgress<double>
    {
        public void Report(double value) => progress.Report(share * value);
    }
}
