namespace MiaVoices.Core.Suggestions;

/// <summary>How a text scores for a code.</summary>
/// <param name="Score">The score; comparable between texts for one code.</param>
/// <param name="Confidence">What the score means, 0.001–0.999 in thousandths.</param>
public readonly record struct TextScore(double Score, double Confidence);

public sealed partial class SuggestionModel
{
    /// <summary>
    /// How a text that need not be in the set scores for a code; words that stand nowhere in the set tell nothing, and the others less. What
    /// the model has learnt from scores higher here than it would by a model that had not seen it.
    /// </summary>
    /// <exception cref="ArgumentException">No such code in the set.</exception>
    public TextScore Score(string text, Guid code)
    {
        var column = Column(code);
        var score = Scores(text)[column];
        return new TextScore(score, _trained.Calibration.Confidence(score, column));
    }

    /// <summary>Scores of a text for all codes, each at its <see cref="Column"/>.</summary>
    internal double[] Scores(string text)
    {
        var scores = new double[_trained.Weights.Lanes];
        _trained.Weights.Score(_space.RowOf(text), 0, scores);
        return scores;
    }
}
