using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Rows of features: most of them compressed (the features of a row by ascending number), the dimensions of word vectors beside
/// them, which every row has. The dimensions are numbered after the other features. Values are stored as float to halve the
/// memory and always used as double. Immutable; thread-safe.
/// </summary>
internal sealed class SparseRows(int[] starts, int[] features, float[] values, int sparse, float[] dense, int dimensions)
{
    /// <summary>Number of rows.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Features below this number are compressed; the dimensions of the vectors begin here.</summary>
    public int Sparse => sparse;

    /// <summary>Compressed features of a row, ascending.</summary>
    public ReadOnlySpan<int> Features(int row) => features.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>Values of a row, beside its compressed features.</summary>
    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>Values of a row for each dimension of the vectors.</summary>
    public ReadOnlySpan<float> Dense(int row) => dense.AsSpan(row * dimensions, dimensions);

    /// <summary>Sum of squares of a row's compressed features, and of its vectors' dimensions.</summary>
    public (double Sparse, double Dense) SquaredNorms(int row) => (Squares(Values(row)), Squares(Dense(row)));

    /// <summary>Inner product of a row and a dense vector.</summary>
    public double Dot(int row, ReadOnlySpan<double> vector)
    {
        var own = Features(row);
        var weights = Values(row);
        var sum = 0.0;
        for (var i = 0; i < own.Length; i++)
        {
            sum += weights[i] * vector[own[i]];
        }

        var rest = Dense(row);
        for (var i = 0; i < rest.Length; i++)
        {
            sum += rest[i] * vector[sparse + i];
        }

        return sum;
    }

    /// <summary>Adds a multiple of a row to a dense vector.</summary>
    public void AddTo(int row, double factor, Span<double> vector)
    {
        var own = Features(row);
        var weights = Values(row);
        for (var i = 0; i < own.Length; i++)
        {
            vector[own[i]] += factor * weights[i];
        }

        var rest = Dense(row);
        for (var i = 0; i < rest.Length; i++)
        {
            vector[sparse + i] += factor * rest[i];
        }
    }

    /// <summary>Adds to each of several sums the product of a row and the weights, which lie feature by feature with the sums' lanes beside each other.</summary>
    public void Multiply(int row, ReadOnlySpan<double> weights, Span<double> into)
    {
        var sums = MemoryMarshal.Cast<double, Vector256<double>>(into);
        var all = MemoryMarshal.Cast<double, Vector256<double>>(weights);
        var own = Features(row);
        var held = Values(row);
        for (var i = 0; i < own.Length; i++)
        {
            AddTimes(sums, all.Slice(own[i] * sums.Length, sums.Length), held[i]);
        }

        var rest = Dense(row);
        for (var i = 0; i < rest.Length; i++)
        {
            AddTimes(sums, all.Slice((sparse + i) * sums.Length, sums.Length), rest[i]);
        }
    }

    /// <summary>Adds a multiple of a row, one factor a lane, to weights that lie as in <see cref="Multiply"/>; the dimensions of the vectors have factors of their own.</summary>
    public void AddLanes(int row, ReadOnlySpan<double> factors, ReadOnlySpan<double> denseFactors, Span<double> weights)
    {
        var steps = MemoryMarshal.Cast<double, Vector256<double>>(factors);
        var denseSteps = MemoryMarshal.Cast<double, Vector256<double>>(denseFactors);
        var all = MemoryMarshal.Cast<double, Vector256<double>>(weights);
        var own = Features(row);
        var held = Values(row);
        for (var i = 0; i < own.Length; i++)
        {
            AddTimes(all.Slice(own[i] * steps.Length, steps.Length), steps, held[i]);
        }

        var rest = Dense(row);
        for (var i = 0; i < rest.Length; i++)
        {
            AddTimes(all.Slice((sparse + i) * steps.Length, steps.Length), denseSteps, rest[i]);
        }
    }

    private static void AddTimes(Span<Vector256<double>> to, ReadOnlySpan<Vector256<double>> lanes, double value)
    {
        var times = Vector256.Create(value);
        for (var lane = 0; lane < to.Length; lane++)
        {
            to[lane] += lanes[lane] * times;
        }
    }

    private static double Squares(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += (double)value * value;
        }

        return sum;
    }
}
