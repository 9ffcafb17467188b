using MiaVoices.Core.Language;

namespace MiaVoices.Core.Suggestions;

/// <summary>Finds the sentence of a long segment that a suggestion stands on. Pure; thread-safe.</summary>
public static class CarryingSentence
{
    /// <summary>A segment with more sentences is long.</summary>
    public const int MostSentences = 3;

    /// <summary>A segment with more UTF-16 code units is long too, if it has two sentences.</summary>
    public const int MostLength = 400;

    /// <summary>
    /// The sentence whose own score for the code is the highest, of equal ones the first; null where the segment is short
    /// enough to be coded as it is. In UTF-16 code units from the beginning of the text.
    /// </summary>
    /// <param name="model">The model that suggested the code.</param>
    /// <param name="text">The segment's text.</param>
    /// <param name="code">The code.</param>
    /// <exception cref="ArgumentException">The model does not know the code.</exception>
    public static SentenceSpan? Of(SuggestionModel model, string text, Guid code)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(text);
        var sentences = Sentences.Split(text);
        return sentences.Count < 2 || (sentences.Count <= MostSentences && text.Length <= MostLength)
            ? null
            : sentences.MaxBy(sentence => model.Score(text[sentence.Start..sentence.End], code).Score);
    }
}
