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
