using System.Text;
using MiaVoices.Core;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Text;

/// <summary>The text of a file as its bytes spell it (line breaks and composition untouched, without byte order mark).</summary>
/// <param name="Text">The letters.</param>
/// <param name="Encoding">utf-8, utf-16le, utf-16be or windows-1252.</param>
public sealed record DecodedText(string Text, string Encoding)
{
    /// <summary>The text in stored form (<see cref="StoredText.Normalise"/>).</summary>
    public string Normalised => StoredText.Normalise(Text);
}

/// <summary>Finds the encoding of a text file. Stateless and thread-safe.</summary>
public static class TextDecoding
{
    private const int Piece = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>
    /// Decodes: byte order mark, else UTF-16 told by its zero bytes, else strict UTF-8, else Windows-1252. A file that is
    /// mostly UTF-8 but broken in a few places is refused rather than read as Windows-1252.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="encoding">auto, or the name of the encoding that the person settled.</param>
    /// <exception cref="RefusedException">
    /// <c>file.empty</c>, <c>file.binary</c>, <c>file.encoding.broken</c> (facts: encoding), <c>file.encoding.unknown</c> (fact: name).
    /// </exception>
    public static DecodedText Decode(SourceFile file, string encoding = "auto")
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(encoding);
        var bytes = file.Content.Span;
        if (bytes.IsEmpty)
        {
            throw new RefusedException(Problem.At(file.Name, "file.empty"));
        }

        var decoded = encoding.ToLowerInvariant() switch
        {
            "auto" or "" => Detected(bytes, file.Name),
            "utf-8" or "utf8" => Strict(StrictUtf8, Skip(bytes, [0xEF, 0xBB, 0xBF]), "utf-8", file.Name),
            "utf-16" or "utf-16le" => Strict(Utf16(false), Skip(bytes, [0xFF, 0xFE]), "utf-16le", file.Name),
            "utf-16be" => Strict(Utf16(true), Skip(bytes, [0xFE, 0xFF]), "utf-16be", file.Name),
            "windows-1252" or "cp1252" or "1252" or "latin1" or "iso-8859-1" => new DecodedText(Windows1252.Decode(bytes), "windows-1252"),
            _ => throw new RefusedException(Problem.At(file.Name, "file.encoding.unknown", encoding)),
        };
        var counts = new LetterCounts();
        counts.Add(decoded.Text);
        counts.RefuseBinary(file.Name);
        return decoded;
    }

    /// <summary>Refuses what <see cref="Decode"/> would refuse, piece by piece: telling what a large file is must not cost its text once more.</summary>
    /// <exception cref="RefusedException">As <see cref="Decode"/>.</exception>
    public static void Check(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var bytes = file.Content.Span;
        if (bytes.IsEmpty)
        {
            throw new RefusedException(Problem.At(file.Name, "file.empty"));
        }

        var (label, skip) = Detect(bytes, file.Name);
        var counts = new LetterCounts();
        var decoder = (label switch { "utf-8" => (Encoding)StrictUtf8, "utf-16le" => Utf16(false), "utf-16be" => Utf16(true), _ => null })?.GetDecoder();
        var letters = new char[Piece];
        for (var at = skip; at < bytes.Length;)
        {
            var piece = bytes[at..Math.Min(bytes.Length, at + Piece)];
            at += piece.Length;
            if (decoder is null)
            {
                counts.Add(Windows1252.Decode(piece));
                continue;
            }

            try
            {
                counts.Add(letters.AsSpan(0, decoder.GetChars(piece, letters, flush: at == bytes.Length)));
            }
            catch (DecoderFallbackException)
            {
                // The whole tells where.
                Decode(file);
            }
        }

        counts.RefuseBinary(file.Name);
    }

    /// <summary>The lines of a text one after the other, none of them kept.</summary>
    internal static IEnumerable<string> Lines(string text)
    {
        var start = 0;
        for (int end; (end = text.IndexOf('\n', start)) >= 0; start = end + 1)
        {
            yield return text[start..end];
        }

        yield return text[start..];
    }

    /// <summary>Whether <see cref="Decode"/> would give a text. Never throws.</summary>
    public static bool IsText(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (FileSignature.Of(file.Content.Span) is not null)
        {
            return false;
        }

        try
        {
            Check(file);
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    /// <summary>The encoding that the bytes speak for, and the length of its byte order mark.</summary>
    private static (string Label, int Skip) Detect(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return ("utf-8", 3);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return ("utf-16le", 2);
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return ("utf-16be", 2);
        }

        if (LooksLikeUtf16(bytes) is { } bigEndian)
        {
            return (bigEndian ? "utf-16be" : "utf-16le", 0);
        }

        var shape = Utf8Shape.Of(bytes);
        if (shape.FirstBroken < 0)
        {
            return ("utf-8", 0);
        }

        // In Swedish Windows-1252 text a letter above 0x7F is hardly ever followed by a continuation byte.
        return shape.Sequences > 2 * shape.Broken
            ? throw Broken("utf-8", bytes, shape.FirstBroken, name)
            : ("windows-1252", 0);
    }

    private static DecodedText Detected(ReadOnlySpan<byte> bytes, string name)
    {
        var (label, skip) = Detect(bytes, name);
        return label == "windows-1252"
            ? new DecodedText(Windows1252.Decode(bytes), label)
            : Strict(label switch { "utf-8" => StrictUtf8, _ => Utf16(label == "utf-16be") }, bytes[skip..], label, name);
    }

    private static DecodedText Strict(Encoding encoding, ReadOnlySpan<byte> bytes, string label, string name)
    {
        try
        {
            return new DecodedText(encoding.GetString(bytes), label);
        }
        catch (DecoderFallbackException e)
        {
            throw label == "utf-8"
                ? Broken(label, bytes, Math.Max(0, e.Index), name)
                : new RefusedException(Problem.At(name, "file.encoding.broken", label), e);
        }
    }

    private static RefusedException Broken(string label, ReadOnlySpan<byte> bytes, int index, string name) =>
        new(Problem.At($"{name}:{bytes[..Math.Min(index, bytes.Length)].Count((byte)'\n') + 1}", "file.encoding.broken", label));

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, false, true);

    private static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark) =>
        bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;

    /// <summary>Zero bytes on one side only, as in Latin text written in UTF-16: true for big endian, null if not so.</summary>
    private static bool? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return null;
        }

        int first = 0, second = 0;
        var sample = bytes[..Math.Min(bytes.Length, 8192)];
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            first += sample[i] == 0 ? 1 : 0;
            second += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        return second * 2 > pairs && first * 20 <= pairs ? false
            : first * 2 > pairs && second * 20 <= pairs ? true
            : null;
    }
}
