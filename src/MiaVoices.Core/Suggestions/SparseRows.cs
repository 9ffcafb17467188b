namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Compressed sparse rows: the features of a row by ascending number. Values are stored as float to halve the memory and
/// always used as double.
/// </summary>
internal sealed class SparseRows(int[] starts, int[] features, float[] values)
{
    /// <summary>Number of rows.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Features of a row, ascending.</summary>
    public ReadOnlySpan<int> Features(int row) => features.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>Values of a row, beside its features.</summary>
    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>Sum of squares of a row.</summary>
    public double SquaredNorm(int row)
    {
        var sum = 0.0;
        foreach (var value in Values(row))
        {
            sum += (double)value * value;
        }

        return sum;
    }

    /// <summary>Inner product of a row and a dense vector.</summary>
    public double Dot(int row, double[] dense)
    {
        var own = Features(row);
        var weights = Values(row);
        var sum = 0.0;
        for (var i = 0; i < own.Length; i++)
        {
            sum += weights[i] * dense[own[i]];
        }

        return sum;
    }

    /// <summary>Adds a multiple of a row to a dense vector.</summary>
    public void AddTo(int row, double factor, double[] dense)
    {
        var own = Features(row);
        var weights = Values(row);
        for (var i = 0; i < own.Length; i++)
        {
            dense[own[i]] += factor * weights[i];
        }
    }
}
