using MiaVoices.Core.Language;

namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Finds the sentences of long segments that suggestions stand on. The sentences of a segment are scored once for all codes.
/// Not thread-safe.
/// </summary>
/// <param name="model">The model that suggests.</param>
public sealed class CarryingSentences(SuggestionModel model)
{
    /// <summary>A segment with more sentences is long.</summary>
    public const int MostSentences = 3;

    /// <summary>A segment with more UTF-16 code units is long too, if it has two sentences.</summary>
    public const int MostLength = 400;

    private readonly Dictionary<string, (SentenceSpan Span, double[] Scores)[]> _scored = new(StringComparer.Ordinal);

    /// <summary>
    /// The sentence whose own score for the code is the highest, of equal ones the first; null where the segment is short
    /// enough to be coded as it is. In UTF-16 code units from the beginning of the text.
    /// </summary>
    /// <param name="text">The segment's text.</param>
    /// <param name="code">The code.</param>
    /// <exception cref="ArgumentException">The model does not know the code.</exception>
    public SentenceSpan? Of(string text, Guid code)
    {
        ArgumentNullException.ThrowIfNull(text);
        var column = model.Column(code);
        if (!_scored.TryGetValue(text, out var sentences))
        {
            var spans = Sentences.Split(text);
            var isShort = spans.Count < 2 || (spans.Count <= MostSentences && text.Length <= MostLength);

            // As where it was learnt, marks of the transcriber are no words.
            var said = TranscriptionMarks.Spoken(text);
            _scored[text] = sentences = isShort ? [] : [.. spans.Select(span => (span, model.Scores(said[span.Start..span.End])))];
        }

        return sentences.Length == 0 ? null : sentences.MaxBy(sentence => sentence.Scores[column]).Span;
    }
}
