namespace MiaVoices.Core.Suggestions.Vectors;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub and Van Loan, Matrix Computations, 8.5).</summary>
internal static class SymmetricEigen
{
    /// <summary>Eigenvalues from the largest, and the vectors as columns in the same order.</summary>
    /// <param name="matrix">Symmetric; is used up.</param>
    public static (double[] Values, DenseMatrix Vectors) Of(DenseMatrix matrix)
    {
        var n = matrix.Rows;
        var vectors = new DenseMatrix(n, n);
        for (var i = 0; i < n; i++)
        {
            vectors[i, i] = 1;
        }

        for (var sweep = 0; sweep < 60 && Off(matrix) > 1e-18 * Diagonal(matrix); sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(matrix, vectors, p, q);
                }
            }
        }

        var order = Enumerable.Range(0, n).OrderByDescending(i => matrix[i, i]).ThenBy(i => i).ToArray();
        var sorted = new DenseMatrix(n, n);
        for (var column = 0; column < n; column++)
        {
            for (var row = 0; row < n; row++)
            {
                sorted[row, column] = vectors[row, order[column]];
            }
        }

        return (Array.ConvertAll(order, i => matrix[i, i]), sorted);
    }

    private static void Rotate(DenseMatrix a, DenseMatrix v, int p, int q)
    {
        if (a[p, q] == 0)
        {
            return;
        }

        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var i = 0; i < a.Rows; i++)
        {
            (a[i, p], a[i, q]) = ((c * a[i, p]) - (s * a[i, q]), (s * a[i, p]) + (c * a[i, q]));
        }

        for (var i = 0; i < a.Rows; i++)
        {
            (a[p, i], a[q, i]) = ((c * a[p, i]) - (s * a[q, i]), (s * a[p, i]) + (c * a[q, i]));
            (v[i, p], v[i, q]) = ((c * v[i, p]) - (s * v[i, q]), (s * v[i, p]) + (c * v[i, q]));
        }
    }

    private static double Off(DenseMatrix a)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < a.Rows; j++)
            {
                sum += i == j ? 0 : a[i, j] * a[i, j];
            }
        }

        return sum;
    }

    private static double Diagonal(DenseMatrix a)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Rows; i++)
        {
            sum += a[i, i] * a[i, i];
        }

        return sum;
    }
}
