using MiaVoices.Core.Suggestions.Vectors;

namespace MiaVoices.Core.Suggestions;

/// <summary>
/// The part of a row that word vectors give: the vectors of a text's words, each times the word's value in the row, are summed
/// and brought to length 1; what the project's texts have in common is taken away (after Mu and Viswanath, ICLR 2018), and what is
/// left is brought to the block's length. Thread-safe once fitted.
/// </summary>
/// <param name="vectors">Vectors of words.</param>
/// <param name="vectorOf">For each feature that is a word the number of its vector, or −1.</param>
/// <param name="weight">The block's length.</param>
internal sealed class VectorBlock(WordVectors vectors, int[] vectorOf, double weight)
{
    private const double Nothing = 1e-9;
    private readonly float[] _common = new float[vectors.Dimensions];

    /// <summary>Numbers in a row's part.</summary>
    public int Dimensions => vectors.Dimensions;

    /// <summary>Sums the vectors of a row's words and brings the sum to length 1; leaves zeros where no word has a vector.</summary>
    public void Sum(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> into)
    {
        Gather(features, values, into);
        Scale(into, 1);
    }

    /// <summary>Learns from the sums of all rows what they have in common.</summary>
    public void Fit(ReadOnlySpan<float> sums)
    {
        var mean = new double[Dimensions];
        var rows = 0;
        for (var at = 0; at < sums.Length; at += Dimensions)
        {
            var own = sums.Slice(at, Dimensions);
            rows += Length(own) > Nothing ? 1 : 0;
            for (var d = 0; d < own.Length; d++)
            {
                mean[d] += own[d];
            }
        }

        for (var d = 0; d < mean.Length && rows > 0; d++)
        {
            _common[d] = (float)(mean[d] / rows);
        }
    }

    /// <summary>Turns a row's sum into its part of the row, in place. A row without words that have vectors stays zero: it must not look like the opposite of all others.</summary>
    public void Finish(Span<float> sum)
    {
        if (Length(sum) > Nothing)
        {
            TakeCommon(sum);
            Scale(sum, weight);
        }
    }

    /// <summary>
    /// What a row's words add, through their vectors, to the inner product of the row's part and some weights: so much for each
    /// unit of a word's value. What is taken away as common is taken from each word by its value, so the words' shares sum to the
    /// inner product.
    /// </summary>
    public Func<int, double> Split(ReadOnlySpan<int> features, ReadOnlySpan<float> values, double[] weights)
    {
        var sum = new float[Dimensions];
        var all = Gather(features, values, sum);
        var held = Length(sum);
        if (held <= Nothing)
        {
            return _ => 0;
        }

        Scale(sum, 1);
        TakeCommon(sum);
        var left = Length(sum);
        if (left <= Nothing)
        {
            return _ => 0;
        }

        var common = 0.0;
        for (var d = 0; d < weights.Length; d++)
        {
            common += _common[d] * weights[d];
        }

        return word => word < vectorOf.Length && vectorOf[word] is var vector and >= 0
            ? weight / left * ((Along(vector, weights) / held) - (common / all))
            : 0;
    }

    /// <summary>Sums the words' vectors times their values, and gives the sum of the values.</summary>
    private double Gather(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> into)
    {
        into.Clear();
        var all = 0.0;
        for (var i = 0; i < features.Length && features[i] < vectorOf.Length; i++)
        {
            if (vectorOf[features[i]] is var vector and >= 0)
            {
                all += values[i];
                var own = vectors[vector];
                var times = values[i] * vectors.Scale(vector);
                for (var d = 0; d < own.Length; d++)
                {
                    into[d] += own[d] * times;
                }
            }
        }

        return all;
    }

    private double Along(int vector, double[] weights)
    {
        var own = vectors[vector];
        var sum = 0.0;
        for (var d = 0; d < own.Length; d++)
        {
            sum += own[d] * weights[d];
        }

        return sum * vectors.Scale(vector);
    }

    private void TakeCommon(Span<float> sum)
    {
        for (var d = 0; d < sum.Length; d++)
        {
            sum[d] -= _common[d];
        }
    }

    private static void Scale(Span<float> vector, double length)
    {
        var own = Length(vector);
        var factor = own > Nothing ? length / own : 0;
        for (var d = 0; d < vector.Length; d++)
        {
            vector[d] = (float)(vector[d] * factor);
        }
    }

    private static double Length(ReadOnlySpan<float> vector)
    {
        var squares = 0.0;
        foreach (var value in vector)
        {
            squares += (double)value * value;
        }

        return Math.Sqrt(squares);
    }
}
