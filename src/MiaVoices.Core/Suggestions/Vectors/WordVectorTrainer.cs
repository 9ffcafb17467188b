using MiaVoices.Core.Language;

namespace MiaVoices.Core.Suggestions.Vectors;

/// <summary>How word vectors are made.</summary>
public sealed record WordVectorOptions
{
    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; init; } = 150;

    /// <summary>Most words with a vector, the commonest first.</summary>
    public int MostWords { get; init; } = 22_000;

    /// <summary>A word that is met fewer times gets no vector.</summary>
    public int LeastCount { get; init; } = 5;

    /// <summary>Two words count as near each other up to this many words apart.</summary>
    public int Window { get; init; } = 5;

    /// <summary>The power of the singular values that scales the dimensions; 0.5 lets common and rare meanings weigh alike.</summary>
    public double SingularPower { get; init; } = 0.5;

    /// <summary>x</summary>
    public double Power { get; init; } = 1;

    /// <summary>x</summary>
    public bool Centre { get; init; }

    /// <summary>Seed of the random projection.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>
/// Makes vectors of the words of a large text, so that words of like meaning lie near each other: positive pointwise mutual
/// information of stems, brought down to a few dimensions by a randomised singular value decomposition (Halko, Martinsson and
/// Tropp, SIAM Review 53, 2011). The same texts give the same vectors on the same kind of machine.
/// </summary>
/// <param name="analyser">Finds words and stems; the same kind must be used when the vectors are.</param>
/// <param name="options">Settings.</param>
public sealed class WordVectorTrainer(ITextAnalyser analyser, WordVectorOptions options)
{
    private const int Oversampling = 20;
    private const int PowerIterations = 2;

    /// <summary>The vectors. The texts are read twice.</summary>
    /// <param name="texts">Paragraphs.</param>
    /// <param name="note">Told each step in a few words.</param>
    public WordVectors Train(Func<IEnumerable<string>> texts, Action<string>? note = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts())
        {
            foreach (var stem in Stems(text).OfType<string>())
            {
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
            }
        }

        string[] words =
        [
            .. counts.Where(c => c.Value >= options.LeastCount)
                .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
                .Take(options.MostWords).Select(c => c.Key)
                .Order(StringComparer.Ordinal),
        ];
        var numbers = words.Select((word, i) => (word, i)).ToDictionary(w => w.word, w => w.i, StringComparer.Ordinal);
        note?.Invoke(FormattableString.Invariant($"{counts.Values.Sum(c => (long)c):N0} words, {words.Length:N0} with a vector"));
        var near = new CoOccurrences(words.Length) { Power = options.Power };
        foreach (var text in texts())
        {
            near.Add([.. Stems(text).Select(stem => stem is null ? -1 : numbers.GetValueOrDefault(stem, -1))], options.Window);
        }

        var information = near.ToInformation();
        note?.Invoke(FormattableString.Invariant($"{near.Count:N0} pairs, {information.Count:N0} that tell something"));
        var reduced = Reduce(information);
        if (options.Centre) { Centre(reduced, [.. words.Select(w => (double)counts[w])]); }
        return WordVectors.Of(words, reduced);
    }

    /// <summary>Takes away what all words have in common (Mu and Viswanath, ICLR 2018), each word of length 1 and weighed alike.</summary>
    private static void Centre(DenseMatrix vectors, double[] counts)
    {
        _ = counts;
        var mean = new double[vectors.Columns];
        for (var row = 0; row < vectors.Rows; row++)
        {
            var length = 0.0;
            for (var i = 0; i < mean.Length; i++) { length += vectors[row, i] * vectors[row, i]; }
            length = Math.Sqrt(length);
            for (var i = 0; i < mean.Length && length > 0; i++) { vectors[row, i] /= length; mean[i] += vectors[row, i] / vectors.Rows; }
        }
        for (var row = 0; row < vectors.Rows; row++)
        {
            for (var i = 0; i < mean.Length; i++) { vectors[row, i] -= mean[i]; }
        }
    }

    /// <summary>The stems of a text in order, with null for function words.</summary>
    private IEnumerable<string?> Stems(string text)
    {
        var tokens = new List<Token>();
        analyser.Analyse(text, tokens);
        return tokens.Select(t => t.Word.IsFunctionWord ? null : t.Word.Stem);
    }

    private DenseMatrix Reduce(SparseMatrix matrix)
    {
        var columns = Math.Min(matrix.Size, options.Dimensions + Oversampling);
        var range = new DenseMatrix(matrix.Size, columns);
        var chance = new Chance(options.Seed);
        for (var row = 0; row < range.Rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                range[row, column] = chance.Next(2) == 0 ? -1 : 1;
            }
        }

        range = matrix.Times(range);
        range.Orthonormalise();
        for (var i = 0; i < PowerIterations; i++)
        {
            range = matrix.TransposedTimes(range);
            range.Orthonormalise();
            range = matrix.Times(range);
            range.Orthonormalise();
        }

        // B = QᵀM, so Bᵀ = MᵀQ; the eigenvectors of BBᵀ turn Q into the left singular vectors.
        var transposed = matrix.TransposedTimes(range);
        var (squares, turn) = SymmetricEigen.Of(transposed.TransposedTimes(transposed));
        var vectors = new DenseMatrix(matrix.Size, Math.Min(columns, options.Dimensions));
        for (var row = 0; row < vectors.Rows; row++)
        {
            for (var column = 0; column < vectors.Columns; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < columns; k++)
                {
                    sum += range[row, k] * turn[k, column];
                }

                vectors[row, column] = sum * Math.Pow(Math.Max(0, squares[column]), options.SingularPower / 2);
            }
        }

        return vectors;
    }
}
