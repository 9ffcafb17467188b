using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MiaVoices.Core.Suggestions.Vectors;

/// <summary>A square matrix in compressed rows. Immutable; thread-safe.</summary>
internal sealed class SparseMatrix(int[] starts, int[] columns, float[] values)
{
    /// <summary>Number of rows and columns.</summary>
    public int Size => starts.Length - 1;

    /// <summary>Number of entries.</summary>
    public int Count => columns.Length;

    /// <summary>The product with a dense matrix of as many rows, row after row.</summary>
    public DenseMatrix Times(DenseMatrix dense)
    {
        var product = new DenseMatrix(Size, dense.Columns);
        for (var row = 0; row < Size; row++)
        {
            var own = product.Row(row);
            for (var i = starts[row]; i < starts[row + 1]; i++)
            {
                DenseMatrix.AddTo(own, values[i], dense.Row(columns[i]));
            }
        }

        return product;
    }

    /// <summary>The product of the transpose with a dense matrix of as many rows.</summary>
    public DenseMatrix TransposedTimes(DenseMatrix dense)
    {
        var product = new DenseMatrix(Size, dense.Columns);
        for (var row = 0; row < Size; row++)
        {
            var own = dense.Row(row);
            for (var i = starts[row]; i < starts[row + 1]; i++)
            {
                DenseMatrix.AddTo(product.Row(columns[i]), values[i], own);
            }
        }

        return product;
    }
}

/// <summary>A dense matrix, row after row; the width is rounded up to whole vectors of four, which changes no sum.</summary>
internal sealed class DenseMatrix
{
    private readonly double[] _cells;
    private readonly int _stride;

    public DenseMatrix(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        _stride = (columns + 3) / 4 * 4;
        _cells = new double[(long)rows * _stride];
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>A cell.</summary>
    public double this[int row, int column]
    {
        get => _cells[((long)row * _stride) + column];
        set => _cells[((long)row * _stride) + column] = value;
    }

    /// <summary>A row with its filling.</summary>
    public Span<double> Row(int row) => _cells.AsSpan(row * _stride, _stride);

    /// <summary>Adds a multiple of a row to another.</summary>
    public static void AddTo(Span<double> to, double factor, ReadOnlySpan<double> row)
    {
        var own = MemoryMarshal.Cast<double, Vector256<double>>(to);
        var other = MemoryMarshal.Cast<double, Vector256<double>>(row);
        var times = Vector256.Create(factor);
        for (var i = 0; i < own.Length; i++)
        {
            own[i] += times * other[i];
        }
    }

    /// <summary>Makes the columns orthonormal (modified Gram and Schmidt, twice, which is enough: Giraud et al. 2005).</summary>
    public void Orthonormalise()
    {
        var columns = Enumerable.Range(0, Columns).Select(c => Column(c)).ToArray();
        for (var c = 0; c < columns.Length; c++)
        {
            for (var again = 0; again < 2; again++)
            {
                for (var before = 0; before < c; before++)
                {
                    var part = Dot(columns[c], columns[before]);
                    for (var i = 0; i < Rows; i++)
                    {
                        columns[c][i] -= part * columns[before][i];
                    }
                }
            }

            var length = Math.Sqrt(Dot(columns[c], columns[c]));
            for (var i = 0; i < Rows; i++)
            {
                columns[c][i] = length > 1e-12 ? columns[c][i] / length : 0;
                this[i, c] = columns[c][i];
            }
        }
    }

    /// <summary>The product of the transpose with another matrix of as many rows.</summary>
    public DenseMatrix TransposedTimes(DenseMatrix other)
    {
        var product = new DenseMatrix(Columns, other.Columns);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                AddTo(product.Row(column), this[row, column], other.Row(row));
            }
        }

        return product;
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private double[] Column(int column)
    {
        var cells = new double[Rows];
        for (var row = 0; row < Rows; row++)
        {
            cells[row] = this[row, column];
        }

        return cells;
    }
}
