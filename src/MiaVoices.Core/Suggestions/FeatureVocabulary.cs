using MiaVoices.Core.Suggestions.Vectors;

namespace MiaVoices.Core.Suggestions;

/// <summary>
/// The features that count: their numbers (block by block, within a block in the order first met), rarity and weight. Immutable.
/// </summary>
internal sealed class FeatureVocabulary
{
    private const int Blocks = 4;
    private readonly FeatureOptions _options;
    private readonly int[] _numberOf;
    private readonly double[] _rarity;
    private readonly byte[] _blockOf;
    private readonly int[] _vectorOf;
    private readonly WordVectors? _vectors;

    /// <summary>Chooses among the features met.</summary>
    /// <param name="met">Knows the block of each feature met.</param>
    /// <param name="segmentsOf">How many segments hold each.</param>
    /// <param name="segments">Number of segments, coded or not.</param>
    /// <param name="options">How texts become rows.</param>
    public FeatureVocabulary(FeatureExtractor met, int[] segmentsOf, int segments, FeatureOptions options)
    {
        _options = options;
        _numberOf = new int[met.Count];
        var rarity = new List<double>();
        var blockOf = new List<byte>();
        var vectorOf = new List<int>();
        for (var block = 0; block < Blocks; block++)
        {
            for (var feature = 0; feature < _numberOf.Length; feature++)
            {
                if ((int)met.Block(feature) != block)
                {
                    continue;
                }

                var counts = segmentsOf[feature] >= ((FeatureBlock)block is FeatureBlock.Pairs or FeatureBlock.Characters ? options.LeastSegments : 1);
                _numberOf[feature] = counts ? rarity.Count : -1;
                if (counts)
                {
                    rarity.Add(Math.Log((1.0 + segments) / (1.0 + segmentsOf[feature])) + 1);
                    blockOf.Add((byte)block);
                    if (block == (int)FeatureBlock.Words)
                    {
                        vectorOf.Add(met.VectorOf(feature));
                    }
                }
            }

            if (block == (int)FeatureBlock.Words)
            {
                Words = rarity.Count;
            }
        }

        _rarity = [.. rarity];
        _blockOf = [.. blockOf];
        _vectorOf = [.. vectorOf];
        _vectors = met.Vectors;
    }

    /// <summary>Number of features that count, without the dimensions of the vectors.</summary>
    public int Count => _rarity.Length;

    /// <summary>Dimensions of the word vectors; 0 without them.</summary>
    public int Dimensions => _vectors?.Dimensions ?? 0;

    /// <summary>Features below this number are words.</summary>
    public int Words { get; }

    /// <summary>The number of a feature met, or -1 if it does not count.</summary>
    public int Number(int met) => _numberOf[met];

    /// <summary>
    /// Turns features met and how often into a row, in place: numbers ascending, values (1 + ln count) · idf with each
    /// block brought to its length. The vectors of the words, each times its value, are summed and brought to theirs.
    /// </summary>
    /// <returns>Length of the row; the rest of the spans is of no use.</returns>
    public int Weigh(Span<int> features, Span<float> values, Span<float> dense)
    {
        var length = 0;
        for (var i = 0; i < features.Length; i++)
        {
            var number = _numberOf[features[i]];
            if (number >= 0)
            {
                features[length] = number;
                values[length++] = (float)((1 + Math.Log(values[i])) * _rarity[number]);
            }
        }

        features = features[..length];
        values = values[..length];
        features.Sort(values);
        Span<double> squares = stackalloc double[Blocks];
        for (var i = 0; i < length; i++)
        {
            squares[_blockOf[features[i]]] += (double)values[i] * values[i];
        }

        for (var i = 0; i < length; i++)
        {
            var block = _blockOf[features[i]];
            values[i] = (float)(values[i] * _options.Weights[block] / Math.Sqrt(squares[block]));
        }

        var factor = VectorFactor(features, values);
        for (var i = 0; factor > 0 && i < length && features[i] < Words; i++)
        {
            if (_vectorOf[features[i]] is var vector and >= 0)
            {
                AddVector(vector, factor * values[i], dense);
            }
        }

        return length;
    }

    private float[]? _mean;

    /// <summary>x</summary>
    public void Centre(Span<float> dense)
    {
        var n = Dimensions;
        if (n == 0) { return; }
        if (_mean is null)
        {
            var mean = new double[n];
            var rows = dense.Length / n;
            for (var i = 0; i < dense.Length; i++) { mean[i % n] += dense[i]; }
            _mean = [.. mean.Select(m => (float)(m / rows))];
        }
        for (var row = 0; row < dense.Length; row += n)
        {
            var own = dense.Slice(row, n);
            var squares = 0.0;
            for (var i = 0; i < n; i++) { own[i] -= _mean[i]; squares += (double)own[i] * own[i]; }
            var f = squares > 1e-12 ? (float)(_options.VectorWeight / Math.Sqrt(squares)) : 0;
            for (var i = 0; i < n; i++) { own[i] *= f; }
        }
    }

    /// <summary>What the sum of the words' vectors, each times the word's value in a row, is multiplied with; 0 for nothing.</summary>
    public double VectorFactor(ReadOnlySpan<int> features, ReadOnlySpan<float> values)
    {
        if (_vectors is null)
        {
            return 0;
        }

        Span<float> sum = stackalloc float[Dimensions];
        sum.Clear();
        for (var i = 0; i < features.Length && features[i] < Words; i++)
        {
            if (_vectorOf[features[i]] is var vector and >= 0)
            {
                AddVector(vector, values[i], sum);
            }
        }

        var squares = 0.0;
        foreach (var value in sum)
        {
            squares += (double)value * value;
        }

        return squares > 1e-12 ? _options.VectorWeight / Math.Sqrt(squares) : 0;
    }

    /// <summary>Inner product of a word's vector and the weights of the dimensions; 0 for a feature without a vector.</summary>
    public double Along(int feature, Func<int, double> weightOfFeature)
    {
        if (feature >= Words || _vectorOf[feature] is not (var vector and >= 0))
        {
            return 0;
        }

        var own = _vectors![vector];
        var sum = 0.0;
        for (var i = 0; i < own.Length; i++)
        {
            sum += own[i] * weightOfFeature(Count + i);
        }

        return sum * _vectors.Scale(vector);
    }

    private void AddVector(int vector, double factor, Span<float> to)
    {
        var own = _vectors![vector];
        var times = (float)(factor * _vectors.Scale(vector));
        for (var i = 0; i < own.Length; i++)
        {
            to[i] += own[i] * times;
        }
    }
}
