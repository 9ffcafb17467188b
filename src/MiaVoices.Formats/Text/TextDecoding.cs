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
            "auto" or "" => Detect(bytes, file.Name),
            "utf-8" or "utf8" => Strict(StrictUtf8, Skip(bytes, [0xEF, 0xBB, 0xBF]), "utf-8", file.Name),
            "utf-16" or "utf-16le" => Strict(Utf16(false), Skip(bytes, [0xFF, 0xFE]), "utf-16le", file.Name),
            "utf-16be" => Strict(Utf16(true), Skip(bytes, [0xFE, 0xFF]), "utf-16be", file.Name),
            "windows-1252" or "cp1252" or "1252" or "latin1" or "iso-8859-1" => new DecodedText(Windows1252.Decode(bytes), "windows-1252"),
            _ => throw new RefusedException(Problem.At(file.Name, "file.encoding.unknown", encoding)),
        };
        RefuseBinary(decoded.Text, file.Name);
        return decoded;
    }

    /// <summary>Decodes, or null where <see cref="Decode"/> would refuse.</summary>
    public static DecodedText? TryDecode(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (FileSignature.Of(file.Content.Span) is not null)
        {
            return null;
        }

        try
        {
            return Decode(file);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private static DecodedText Detect(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Strict(StrictUtf8, bytes[3..], "utf-8", name);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Strict(Utf16(false), bytes[2..], "utf-16le", name);
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Strict(Utf16(true), bytes[2..], "utf-16be", name);
        }

        if (LooksLikeUtf16(bytes) is { } bigEndian)
        {
            return Strict(Utf16(bigEndian), bytes, bigEndian ? "utf-16be" : "utf-16le", name);
        }

        var shape = Utf8Shape.Of(bytes);
        if (shape.FirstBroken < 0)
        {
            return new DecodedText(StrictUtf8.GetString(bytes), "utf-8");
        }

        // In Swedish Windows-1252 text a letter above 0x7F is hardly ever followed by a continuation byte.
        return shape.Sequences > 2 * shape.Broken
            ? throw Broken("utf-8", bytes, shape.FirstBroken, name)
            : new DecodedText(Windows1252.Decode(bytes), "windows-1252");
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

    private static void RefuseBinary(string text, string name)
    {
        int controls = 0, words = 0;
        foreach (var c in text)
        {
            if (char.IsControl(c) ? c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u001A') : c is '\uFFFE' or '\uFFFF')
            {
                controls++;
            }
            else if (!char.IsWhiteSpace(c) && c is not '\uFEFF')
            {
                words++;
            }
        }

        if (controls * 100L > text.Length)
        {
            throw new RefusedException(Problem.At(name, "file.binary"));
        }

        if (words == 0)
        {
            throw new RefusedException(Problem.At(name, "file.empty"));
        }
    }
}
