namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Splits the scores of segments over their words. What is the same for all codes of a segment is found once, so the codes of one
/// segment are best asked for after each other. Not thread-safe.
/// </summary>
internal sealed class RowExplainer(LearningSet set, FeatureSpace space, LinearModel weights)
{
    private readonly List<TextUnit> _units = [];
    private readonly List<Occurrence> _occurrences = [];
    private readonly Dictionary<int, int> _times = [];
    private readonly double[] _scores = new double[weights.Lanes];
    private float[] _values = [];
    private int _row = -1;

    /// <summary>The score of a row for a code, and what each word of the row's text adds to it.</summary>
    public ScoreExplanation Of(int row, int code)
    {
        Take(row);
        var shares = new double[_units.Count];
        var vectors = space.VectorShares(row, feature => weights[feature, code]);
        for (var i = 0; i < _values.Length; i++)
        {
            var occurrence = _occurrences[i];
            var share = (weights[occurrence.Feature, code] + vectors(occurrence.Feature)) * _values[i] / _times[occurrence.Feature];
            shares[occurrence.First] += share / 2;
            shares[occurrence.Second] += share / 2;
        }

        // Rows are kept in single precision: what rounding took or gave, far below what is shown, is spread over the words.
        var rest = _scores[code] - weights.Bias[code] - shares.Sum();
        for (var unit = 0; unit < shares.Length; unit++)
        {
            shares[unit] += rest / shares.Length;
        }

        return new ScoreExplanation(
            _scores[code],
            weights.Bias[code],
            [.. _units.Select((unit, place) => new WordContribution(unit.Start, unit.Length, shares[place], unit.Carries))]);
    }

    private void Take(int row)
    {
        if (row == _row)
        {
            return;
        }

        _units.Clear();
        _occurrences.Clear();
        _times.Clear();
        space.Trace(set.Segments[row].Text, _units, _occurrences);
        var features = space.Rows.Features(row);
        var values = space.Rows.Values(row);
        _values = new float[_occurrences.Count];
        for (var i = 0; i < _values.Length; i++)
        {
            var feature = _occurrences[i].Feature;
            _times[feature] = _times.GetValueOrDefault(feature) + 1;
            _values[i] = values[features.BinarySearch(feature)];
        }

        weights.Score(space.Rows, row, _scores);
        _row = row;
    }
}
