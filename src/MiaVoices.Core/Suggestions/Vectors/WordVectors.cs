using System.Text;

namespace MiaVoices.Core.Suggestions.Vectors;

/// <summary>
/// Vectors of words (stems): words of like meaning point in like directions. Each has length 1 and is stored as whole numbers
/// from −127 to 127. Immutable; thread-safe.
/// </summary>
public sealed class WordVectors
{
    private static readonly byte[] Mark = "MiaVec01"u8.ToArray();
    private static readonly Lazy<WordVectors?> Shipped = new(() =>
    {
        using var stream = typeof(WordVectors).Assembly.GetManifestResourceStream("Suggestions/word-vectors.bin");
        return stream is null ? null : Read(stream);
    });

    private readonly Dictionary<string, int> _numbers;
    private readonly string[] _words;
    private readonly sbyte[] _values;
    private readonly float[] _scales;

    private WordVectors(string[] words, sbyte[] values, int dimensions)
    {
        _words = words;
        _values = values;
        Dimensions = dimensions;
        _numbers = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        _scales = new float[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            _numbers.Add(words[i], i);
            var squares = 0.0;
            foreach (var value in this[i])
            {
                squares += value * value;
            }

            _scales[i] = squares > 0 ? (float)(1 / Math.Sqrt(squares)) : 0;
        }
    }

    /// <summary>The vectors that come with the program (trained on questions put in the Riksdag; source: Sveriges riksdag); null in a build without them.</summary>
    public static WordVectors? Default => Shipped.Value;

    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Number of words.</summary>
    public int Count => _words.Length;

    /// <summary>The stored numbers of a word.</summary>
    public ReadOnlySpan<sbyte> this[int word] => _values.AsSpan(word * Dimensions, Dimensions);

    /// <summary>What the stored numbers are multiplied with for a vector of length 1; 0 for a vector without direction.</summary>
    public float Scale(int word) => _scales[word];

    /// <summary>The number of a stem, or −1.</summary>
    public int Find(string stem) => _numbers.GetValueOrDefault(stem, -1);

    /// <summary>Cosine of two words, −1 to 1.</summary>
    public double Cosine(int left, int right)
    {
        var sum = 0;
        for (var i = 0; i < Dimensions; i++)
        {
            sum += this[left][i] * this[right][i];
        }

        return (double)sum * _scales[left] * _scales[right];
    }

    /// <summary>The words nearest to one, with their cosines.</summary>
    public IReadOnlyList<(string Word, double Cosine)> Nearest(string stem, int most) => Find(stem) is var own and >= 0
        ? [.. Enumerable.Range(0, Count).Where(i => i != own).Select(i => (_words[i], Cosine(own, i))).OrderByDescending(w => w.Item2).Take(most)]
        : [];

    /// <summary>Writes the vectors as <see cref="Read"/> reads them.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(_words.Length);
        writer.Write(Dimensions);
        foreach (var word in _words)
        {
            writer.Write(word);
        }

        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_values.AsSpan()));
    }

    /// <summary>Reads vectors.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else.</exception>
    public static WordVectors Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (!reader.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark))
        {
            throw new InvalidDataException("Not word vectors.");
        }

        var words = new string[reader.ReadInt32()];
        var dimensions = reader.ReadInt32();
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = reader.ReadString();
        }

        var values = new sbyte[words.Length * dimensions];
        stream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        return new WordVectors(words, values, dimensions);
    }

    internal static WordVectors Of(string[] words, DenseMatrix vectors)
    {
        var values = new sbyte[words.Length * vectors.Columns];
        for (var word = 0; word < words.Length; word++)
        {
            var most = 0.0;
            for (var i = 0; i < vectors.Columns; i++)
            {
                most = Math.Max(most, Math.Abs(vectors[word, i]));
            }

            for (var i = 0; most > 0 && i < vectors.Columns; i++)
            {
                values[(word * vectors.Columns) + i] = (sbyte)Math.Round(127 * vectors[word, i] / most);
            }
        }

        return new WordVectors(words, values, vectors.Columns);
    }
}
