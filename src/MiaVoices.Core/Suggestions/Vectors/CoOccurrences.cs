using System.Runtime.InteropServices;

namespace MiaVoices.Core.Suggestions.Vectors;

/// <summary>
/// How often words stand near each other, as a symmetric matrix in compressed rows: nearer pairs count for more, 1/distance
/// within the window.
/// </summary>
/// <param name="words">Number of words, at most 65,536.</param>
internal sealed class CoOccurrences(int words)
{
    // A number a pair, dense enough to be its own hash.
    private readonly Dictionary<uint, float> _pairs = [];

    /// <summary>Number of different ordered pairs met.</summary>
    public int Count => _pairs.Count;

    /// <summary>Counts the pairs of a text.</summary>
    /// <param name="text">Words by ascending place; a compound and its parts share a place, and count as next to each other.</param>
    /// <param name="window">Most places apart.</param>
    public void Add(ReadOnlySpan<(int Place, int Word)> text, int window)
    {
        for (var i = 0; i < text.Length; i++)
        {
            for (var j = i + 1; j < text.Length && text[j].Place - text[i].Place <= window; j++)
            {
                if (text[i].Word == text[j].Word && text[i].Place == text[j].Place)
                {
                    continue;
                }

                var near = 1f / Math.Max(1, text[j].Place - text[i].Place);
                CollectionsMarshal.GetValueRefOrAddDefault(_pairs, Key(text[i].Word, text[j].Word), out _) += near;
                CollectionsMarshal.GetValueRefOrAddDefault(_pairs, Key(text[j].Word, text[i].Word), out _) += near;
            }
        }
    }

    /// <summary>
    /// The positive pointwise mutual information of each pair, max(0, ln p(i,j) / (p(i)·p(j))) (Levy, Goldberg and Dagan, TACL 3, 2015;
    /// their smoothing of rare contexts was tried and helps nothing here).
    /// </summary>
    public SparseMatrix ToInformation()
    {
        var keys = _pairs.Keys.ToArray();
        Array.Sort(keys);
        var rows = new double[words];
        foreach (var key in keys)
        {
            rows[(int)(key / (uint)words)] += _pairs[key];
        }

        var total = rows.Sum();
        var (starts, columns, values) = (new int[words + 1], new List<int>(keys.Length), new List<float>(keys.Length));
        foreach (var key in keys)
        {
            var (row, column) = ((int)(key / (uint)words), (int)(key % (uint)words));
            var information = Math.Log(_pairs[key] / rows[row] / (rows[column] / total));
            if (information > 0)
            {
                columns.Add(column);
                values.Add((float)information);
                starts[row + 1]++;
            }
        }

        for (var row = 0; row < words; row++)
        {
            starts[row + 1] += starts[row];
        }

        return new SparseMatrix(starts, [.. columns], [.. values]);
    }

    private uint Key(int row, int column) => ((uint)row * (uint)words) + (uint)column;
}
