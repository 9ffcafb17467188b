namespace MiaVoices.Core.Suggestions;

/// <summary>Learns codes from what has been coded. Thread-safe; another learner fits behind it.</summary>
public interface ICodeSuggester
{
    /// <summary>Learns a model. With no answers at all it stands on the codes' names and definitions.</summary>
    /// <param name="set">Segments, codes and answers.</param>
    /// <param name="progress">Share done, 0–1.</param>
    /// <param name="cancel">Stops the work; nothing is lost.</param>
    SuggestionModel Train(LearningSet set, IProgress<double>? progress = null, CancellationToken cancel = default);

    /// <summary>
    /// Learns further answers from where a model stands, so fast that nobody waits: words, descriptions, calibration and thresholds
    /// stay those of the last <see cref="Train"/>. Not the same, to the last digit, as learning everything anew, so the version differs.
    /// </summary>
    /// <param name="model">The model to go on from; it is left as it is.</param>
    /// <param name="set">The same segments and codes with other answers: read anew, or made with <see cref="LearningSet.With"/>.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ArgumentException">The set has other segments or codes than the model's (ask <see cref="SuggestionModel.CanGoOnTo"/> first).</exception>
    SuggestionModel Refit(SuggestionModel model, LearningSet set, CancellationToken cancel = default);

    /// <summary>How good suggestions are for people whom the model has not read: cross-validation grouped by respondent.</summary>
    /// <param name="set">Segments, codes and answers.</param>
    /// <param name="progress">Share done, 0–1.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Fewer than two respondents have answered segments with a code (<c>evaluate.respondents</c>).</exception>
    SuggestionQuality Evaluate(LearningSet set, IProgress<double>? progress = null, CancellationToken cancel = default);
}
