using MiaVoices.Core.Language;

namespace MiaVoices.Core.Suggestions.Vectors;

/// <summary>How word vectors are made.</summary>
public sealed record WordVectorOptions
{
    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; init; } = 150;

    /// <summary>Most words with a vector, the commonest first.</summary>
    public int MostWords { get; init; } = 60_000;

    /// <summary>A word that is met fewer times gets no vector.</summary>
    public int LeastCount { get; init; } = 2;

    /// <summary>Two words count as near each other up to this many words apart, in inverse proportion to how many.</summary>
    public int Window { get; init; } = 40;

    /// <summary>The power of the singular values that scales the dimensions; the lower, the more the fine distinctions weigh.</summary>
    public double SingularPower { get; init; } = 0.75;

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
    private const int Oversampling = 60;
    private const int PowerIterations = 4;

    /// <summary>The vectors. The texts are read twice.</summary>
    /// <param name="texts">Paragraphs.</param>
    /// <param name="note">Told each step in a few words.</param>
    public WordVectors Train(Func<IEnumerable<string>> texts, Action<string>? note = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts())
        {
            foreach (var (_, stem) in Stems(text))
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
        var near = new CoOccurrences(words.Length);
        foreach (var text in texts())
        {
            near.Add([.. Stems(text).Where(w => numbers.ContainsKey(w.Stem)).Select(w => (w.Place, numbers[w.Stem]))], options.Window);
        }

        var information = near.ToInformation();
        note?.Invoke(FormattableString.Invariant($"{near.Count:N0} pairs, {information.Count:N0} that tell something"));
        var vectors = Reduce(information);
        Centre(vectors);
        return WordVectors.Of(words, vectors);
    }

    /// <summary>Takes away what all words have in common (Mu and Viswanath, ICLR 2018), each word brought to length 1 first and weighed alike.</summary>
    private static void Centre(DenseMatrix vectors)
    {
        var mean = new double[vectors.Columns];
        for (var row = 0; row < vectors.Rows; row++)
        {
            var squares = 0.0;
            for (var i = 0; i < mean.Length; i++)
            {
                squares += vectors[row, i] * vectors[row, i];
            }

            for (var i = 0; i < mean.Length && squares > 0; i++)
            {
                vectors[row, i] /= Math.Sqrt(squares);
                mean[i] += vectors[row, i] / vectors.Rows;
            }
        }

        for (var row = 0; row < vectors.Rows; row++)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                vectors[row, i] -= mean[i];
            }
        }
    }

    /// <summary>The stems of a text that carry meaning, with their places; the parts of a compound stand where it stands.</summary>
    private List<(int Place, string Stem)> Stems(string text)
    {
        var tokens = new List<Token>();
        analyser.Analyse(text, tokens);
        var stems = new List<(int, string)>(tokens.Count);
        for (var place = 0; place < tokens.Count; place++)
        {
            var word = tokens[place].Word;
            if (!word.IsFunctionWord)
            {
                stems.Add((place, word.Stem));
                stems.AddRange(word.Parts.Select(part => (place, part.Stem)));
            }
        }

        return stems;
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
