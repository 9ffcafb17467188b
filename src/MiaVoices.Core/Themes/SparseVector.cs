namespace MiaVoices.Core.Themes;

/// <summary>A vector of length 1 (or none) by ascending place. Immutable.</summary>
internal sealed class SparseVector
{
    private readonly int[] _places;
    private readonly double[] _values;

    private SparseVector(int[] places, double[] values)
    {
        _places = places;
        _values = values;
    }

    /// <summary>Number of places that are not zero.</summary>
    public int Length => _places.Length;

    /// <summary>A vector of length 1 with the given weights.</summary>
    public static SparseVector Unit(int[] places, Func<int, double> weight)
    {
        var values = Array.ConvertAll(places, place => weight(place));
        var length = Math.Sqrt(values.Sum(value => value * value));
        return new SparseVector(places, Array.ConvertAll(values, value => value / length));
    }

    /// <summary>This vector with another, dense, behind it: the inner product of two such is the mean of both, weighed.</summary>
    /// <param name="other">A vector of length 1, or of zeros.</param>
    /// <param name="places">Number of places of this vector.</param>
    /// <param name="share">Weight of this vector, 0–1.</param>
    public SparseVector Beside(double[] other, int places, double share)
    {
        // Where one of the two says nothing the other counts alone.
        var (own, others) = (_places.Length == 0, Array.TrueForAll(other, value => value == 0)) switch
        {
            (true, true) => (0, 0),
            (true, false) => (0, 1),
            (false, true) => (1, 0),
            _ => (Math.Sqrt(share), Math.Sqrt(1 - share)),
        };
        return new SparseVector(
            [.. _places, .. others == 0 ? [] : Enumerable.Range(places, other.Length)],
            [.. _values.Select(value => own * value), .. others == 0 ? [] : other.Select(value => others * value)]);
    }

    /// <summary>The direction of the sum of some vectors, dense; zeros where there are none.</summary>
    public static double[] Centre(IEnumerable<SparseVector> vectors, int size)
    {
        var sum = new double[size];
        foreach (var vector in vectors)
        {
            for (var i = 0; i < vector._places.Length; i++)
            {
                sum[vector._places[i]] += vector._values[i];
            }
        }

        var length = Math.Sqrt(sum.Sum(value => value * value));
        return length == 0 ? sum : Array.ConvertAll(sum, value => value / length);
    }

    /// <summary>The vector with its zeros.</summary>
    public double[] Dense(int size) => Centre([this], size);

    /// <summary>Inner product with a dense vector.</summary>
    public double Dot(double[] dense)
    {
        var sum = 0.0;
        for (var i = 0; i < _places.Length; i++)
        {
            sum += _values[i] * dense[_places[i]];
        }

        return sum;
    }
}
