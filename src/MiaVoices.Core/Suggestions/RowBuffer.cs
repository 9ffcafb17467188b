namespace MiaVoices.Core.Suggestions;

/// <summary>How often each feature stands in one text. Reused from text to text; not thread-safe.</summary>
internal sealed class FeatureTally
{
    private readonly List<TextUnit> _units = [];
    private readonly List<Occurrence> _occurrences = [];
    private readonly List<int> _features = [];
    private readonly int[] _unknown = new int[FeatureVocabulary.Blocks];
    private int[] _counts = new int[1024];

    /// <summary>The features of the text, in the order of their first place in it.</summary>
    public IReadOnlyList<int> Features => _features;

    /// <summary>How often a feature of the text stands in it.</summary>
    public int this[int feature] => _counts[feature];

    /// <summary>How many unknown features of a block the text has.</summary>
    public int UnknownOf(FeatureBlock block) => _unknown[(int)block];

    /// <summary>Counts the features of a text, and forgets the text before it.</summary>
    public void Take(FeatureExtractor extractor, string text)
    {
        foreach (var feature in _features)
        {
            _counts[feature] = 0;
        }

        _features.Clear();
        Array.Clear(_unknown);
        _units.Clear();
        _occurrences.Clear();
        extractor.Extract(text, _units, _occurrences);
        if (extractor.Count > _counts.Length)
        {
            Array.Resize(ref _counts, Math.Max(extractor.Count, 2 * _counts.Length));
        }

        foreach (var occurrence in _occurrences)
        {
            if (occurrence.Feature < 0)
            {
                _unknown[FeatureExtractor.BlockOf(occurrence.Feature)]++;
            }
            else if (_counts[occurrence.Feature]++ == 0)
            {
                _features.Add(occurrence.Feature);
            }
        }
    }
}

/// <summary>Rows while they are being gathered: counts first, weighed in place afterwards so that nothing is held twice.</summary>
/// <param name="rows">How many rows there will be.</param>
internal sealed class RowBuffer(int rows)
{
    // From this many entries on, cutting off the room that is left would hold them twice for a while.
    private const int Large = 1 << 20;

    private int[] _features = new int[4096];
    private float[] _values = new float[4096];
    private int _appended;

    /// <summary>Number of entries.</summary>
    public int Length { get; private set; }

    /// <summary>Appends the counts of a text.</summary>
    public void Append(FeatureTally tally)
    {
        var needed = Length + tally.Features.Count + FeatureVocabulary.Blocks;
        if (needed > _features.Length)
        {
            // Growing step by step would hold all entries twice. What has been read tells how much there will be; room that is
            // never written to costs nothing.
            var expected = _appended == 0 ? 0 : (long)(1.1 * Length / _appended * rows);
            var size = (int)Math.Clamp(expected, Math.Max(needed, _features.Length + (_features.Length / 2)), Array.MaxLength);
            Array.Resize(ref _features, size);
            Array.Resize(ref _values, size);
        }

        _appended++;
        foreach (var feature in tally.Features)
        {
            _features[Length] = feature;
            _values[Length++] = tally[feature];
        }

        for (var block = 0; block < FeatureVocabulary.Blocks; block++)
        {
            if (tally.UnknownOf((FeatureBlock)block) is var unknown and > 0)
            {
                _features[Length] = FeatureExtractor.Unknown((FeatureBlock)block);
                _values[Length++] = unknown;
            }
        }
    }

    /// <summary>How many rows hold each feature, before anything is unknown.</summary>
    public int[] CountFeatures(int features)
    {
        var rows = new int[features];
        for (var i = 0; i < Length; i++)
        {
            rows[_features[i]]++;
        }

        return rows;
    }

    /// <summary>Weighs the rows in place. The buffer is of no use afterwards.</summary>
    /// <param name="starts">Where each row begins, and the end.</param>
    /// <param name="vocabulary">The features that count.</param>
    /// <param name="learn">Whether what the rows' vectors have in common is learnt from them.</param>
    /// <param name="withUnknown">Whether what does not count has its share of a row's length.</param>
    public SparseRows ToRows(int[] starts, FeatureVocabulary vocabulary, bool learn, bool withUnknown)
    {
        var end = 0;
        var vectors = vocabulary.Vectors;
        var dimensions = vectors?.Dimensions ?? 0;
        var dense = new float[(long)(starts.Length - 1) * dimensions];
        for (var row = 0; row + 1 < starts.Length; row++)
        {
            var (from, count) = (starts[row], starts[row + 1] - starts[row]);
            var length = vocabulary.Weigh(_features.AsSpan(from, count), _values.AsSpan(from, count), withUnknown);
            vectors?.Sum(_features.AsSpan(from, length), _values.AsSpan(from, length), dense.AsSpan(row * dimensions, dimensions));
            Array.Copy(_features, from, _features, end, length);
            Array.Copy(_values, from, _values, end, length);
            starts[row] = end;
            end += length;
        }

        starts[^1] = end;
        if (learn)
        {
            vectors?.Fit(dense);
        }

        for (var row = 0; vectors is not null && row + 1 < starts.Length; row++)
        {
            vectors.Finish(dense.AsSpan(row * dimensions, dimensions));
        }

        if (end < Large)
        {
            Array.Resize(ref _features, end);
            Array.Resize(ref _values, end);
        }

        return new SparseRows(starts, _features, _values, vocabulary.Count, dense, dimensions);
    }
}
