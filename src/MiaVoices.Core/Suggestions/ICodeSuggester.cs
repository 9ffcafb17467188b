namespace MiaVoices.Core.Suggestions;

/// <summary>Learns codes from what has been coded. Thread-safe; another learner fits behind it.</summary>
public interface ICodeSuggester
{
    /// <summary>Learns a model. With no answers at all it stands on the codes' names and definitions.</summary>
    /// <param name="set">Segments, codes and answers.</param>
    /// <param name="progress">Share done, 0–1.</param>
    /// <param name="cancel">Stops the work; nothing is lost.</param>
    SuggestionModel Train(LearningSet set, IProgress<double>? progress = null, CancellationToken cancel = default);

    /// <summary>How good suggestions are for people whom the model has not read: cross-validation grouped by respondent.</summary>
    /// <param name="set">Segments, codes and answers.</param>
    /// <param name="progress">Share done, 0–1.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Fewer than two respondents have answered segments with a code (<c>evaluate.respondents</c>).</exception>
    SuggestionQuality Evaluate(LearningSet set, IProgress<double>? progress = null, CancellationToken cancel = default);
}
