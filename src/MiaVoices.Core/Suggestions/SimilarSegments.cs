namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Finds the coded segments nearest to a segment by the cosine of their words. Pairs, characters and marks are left out:
/// a person should see what is alike. Not thread-safe.
/// </summary>
internal sealed class SimilarSegments
{
    private readonly LearningSet _set;
    private readonly FeatureSpace _space;
    private readonly List<(int Row, Guid? Coding)>[] _coded;
    private readonly Dictionary<int, double> _cosines = [];
    private readonly double[] _own;
    private int _row = -1;

    public SimilarSegments(LearningSet set, FeatureSpace space)
    {
        _set = set;
        _space = space;
        _own = new double[space.Words];
        _coded = [.. set.Codes.Select(_ => new List<(int, Guid?)>())];
        for (var row = 0; row < set.Segments.Count; row++)
        {
            foreach (var (code, coding) in set.CodesOf(row))
            {
                _coded[code].Add((row, coding));
            }
        }
    }

    /// <summary>The nearest segments with a code. Cheapest when the codes of one row are asked for after each other.</summary>
    public IReadOnlyList<SimilarSegment> Nearest(int row, int code, int most)
    {
        Take(row);
        return
        [
            .. _coded[code]
                .Where(other => other.Row != row)
                .Select(other => (other.Row, other.Coding, Cosine: Math.Round(Cosine(other.Row), 3)))
                .Where(other => other.Cosine > 0)
                .OrderByDescending(other => other.Cosine)
                .ThenBy(other => other.Row)
                .Take(most)
                .Select(other => new SimilarSegment(_set.Segments[other.Row].Key, other.Coding, other.Cosine)),
        ];
    }

    private void Take(int row)
    {
        if (row == _row)
        {
            return;
        }

        _cosines.Clear();
        Array.Clear(_own);
        _row = row;
        var features = _space.Rows.Features(row);
        var values = _space.Rows.Values(row);
        for (var i = 0; i < features.Length && features[i] < _own.Length; i++)
        {
            _own[features[i]] = values[i];
        }
    }

    private double Cosine(int other)
    {
        if (_cosines.TryGetValue(other, out var known))
        {
            return known;
        }

        // The words' block of each row has length 1, so the inner product is the cosine.
        var features = _space.Rows.Features(other);
        var values = _space.Rows.Values(other);
        var sum = 0.0;
        for (var i = 0; i < features.Length && features[i] < _own.Length; i++)
        {
            sum += _own[features[i]] * values[i];
        }

        _cosines.Add(other, sum);
        return sum;
    }
}
