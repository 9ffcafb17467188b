namespace MiaVoices.Core.Suggestions;

/// <summary>
/// The features that count: their numbers (block by block, within a block in the order first met), rarity and weight. Immutable.
/// </summary>
internal sealed class FeatureVocabulary
{
    /// <summary>Number of blocks.</summary>
    public const int Blocks = 4;

    private const int MostLeast = 1_000;
    private readonly FeatureOptions _options;
    private readonly int[] _numberOf;
    private readonly double[] _rarity;
    private readonly double _rarest;
    private readonly byte[] _blockOf;

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
        var least = Least(met, segmentsOf, options);
        for (var block = 0; block < Blocks; block++)
        {
            for (var feature = 0; feature < _numberOf.Length; feature++)
            {
                if ((int)met.Block(feature) != block)
                {
                    continue;
                }

                var counts = segmentsOf[feature] >= least[block] && (segmentsOf[feature] > 0 || met.VectorOf(feature) >= 0);
                _numberOf[feature] = counts ? rarity.Count : FeatureExtractor.Unknown((FeatureBlock)block);
                if (counts)
                {
                    rarity.Add(Rarity(Math.Max(1, segmentsOf[feature]), segments));
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
        _rarest = Rarity(1, segments);
        _blockOf = [.. blockOf];
        Vectors = met.Vectors is { } vectors ? new VectorBlock(vectors, [.. vectorOf], options.VectorWeight) : null;
    }

    /// <summary>Number of features that count, without the dimensions of the vectors.</summary>
    public int Count => _rarity.Length;

    /// <summary>The part of each row that word vectors give; null without them.</summary>
    public VectorBlock? Vectors { get; }

    /// <summary>Features below this number are words.</summary>
    public int Words { get; }

    /// <summary>The number of a feature met, or -1 if it does not count.</summary>
    public int Number(int met) => met < 0 ? -1 : Math.Max(-1, _numberOf[met]);

    /// <summary>
    /// Turns features met and how often into a row, in place: numbers ascending, values (1 + ln count) · idf with each
    /// block brought to its length. What is unknown or does not count has no number; it may have its share of the length, as if each time
    /// it were another feature of one segment: else the one common pair of a text would count for as much as all its rare ones.
    /// </summary>
    /// <returns>Length of the row; the rest of the spans is of no use.</returns>
    public int Weigh(Span<int> features, Span<float> values, bool withUnknown)
    {
        var length = 0;
        Span<double> squares = stackalloc double[Blocks];
        for (var i = 0; i < features.Length; i++)
        {
            var number = features[i] < 0 ? features[i] : _numberOf[features[i]];
            if (number < 0)
            {
                squares[FeatureExtractor.BlockOf(number)] += withUnknown ? values[i] * _rarest * _rarest : 0;
            }
            else
            {
                features[length] = number;
                values[length++] = (float)((1 + Math.Log(values[i])) * _rarity[number]);
            }
        }

        features = features[..length];
        values = values[..length];
        features.Sort(values);
        for (var i = 0; i < length; i++)
        {
            squares[_blockOf[features[i]]] += (double)values[i] * values[i];
        }

        for (var i = 0; i < length; i++)
        {
            var block = _blockOf[features[i]];
            values[i] = (float)(values[i] * _options.Weights[block] / Math.Sqrt(squares[block]));
        }

        return length;
    }

    private static double Rarity(int segmentsOf, int segments) => Math.Log((1.0 + segments) / (1.0 + segmentsOf)) + 1;

    /// <summary>How many segments must hold a feature of each block for it to count.</summary>
    private static int[] Least(FeatureExtractor met, int[] segmentsOf, FeatureOptions options)
    {
        // How many features, words apart, stand in 1, 2, … segments; what stands in many is never left out.
        var (words, others) = (new int[MostLeast + 1], new int[MostLeast + 1]);
        for (var feature = 0; feature < met.Count; feature++)
        {
            var isOther = met.Block(feature) is FeatureBlock.Pairs or FeatureBlock.Characters;
            (isOther ? others : words)[Math.Clamp(segmentsOf[feature], 0, MostLeast)]++;
        }

        var (leastWords, leastOthers) = (1, options.LeastSegments);
        var count = words.Skip(leastWords).Sum(n => (long)n) + others.Skip(leastOthers).Sum(n => (long)n);

        // Words that only the codebook holds come in for their meaning, if there is room.
        if (count + words[0] <= options.MostFeatures)
        {
            (leastWords, count) = (0, count + words[0]);
        }

        for (; count > options.MostFeatures && leastOthers < MostLeast; leastOthers++)
        {
            count -= others[leastOthers];
        }

        for (; count > options.MostFeatures && leastWords < MostLeast; leastWords++)
        {
            count -= words[leastWords];
        }

        return [leastWords, leastOthers, leastOthers, Math.Max(1, leastWords)];
    }
}
