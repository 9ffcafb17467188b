using System.Text;

namespace MiaVoices.Formats.Text;

/// <summary>Tells kinds of files by their first bytes, whatever their name says.</summary>
internal static class FileSignature
{
    private static readonly (string Kind, int At, byte[] Bytes)[] Known =
    [
        ("zip", 0, [0x50, 0x4B, 0x03, 0x04]),
        ("zip", 0, [0x50, 0x4B, 0x05, 0x06]),
        ("office97", 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ("image", 0, [0x89, 0x50, 0x4E, 0x47]),
        ("image", 0, [0xFF, 0xD8, 0xFF]),
        ("image", 0, "GIF8"u8.ToArray()),
        ("sound", 4, "ftyp"u8.ToArray()),
        ("sound", 0, "ID3"u8.ToArray()),
        ("sound", 8, "WAVE"u8.ToArray()),
        ("sound", 0, "OggS"u8.ToArray()),
        ("sound", 0, "fLaC"u8.ToArray()),
        ("sound", 0, [0x1A, 0x45, 0xDF, 0xA3]),
        ("packed", 0, [0x1F, 0x8B]),
        ("packed", 0, [0x37, 0x7A, 0xBC, 0xAF]),
        ("packed", 0, "Rar!"u8.ToArray()),
        ("database", 0, "SQLite format 3\0"u8.ToArray()),
    ];

    // Those of the formats that have a reader of their own.
    private static readonly (string Kind, byte[] Bytes)[] Readable = [("pdf", "%PDF-"u8.ToArray()), ("rtf", "{\\rtf"u8.ToArray())];

    /// <summary>zip, pdf, rtf, office97, image, sound, packed, database, or null for anything else.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (kind, signature) in Readable)
        {
            if (bytes.StartsWith(signature))
            {
                return kind;
            }
        }

        foreach (var (kind, at, signature) in Known)
        {
            if (bytes.Length >= at + signature.Length && bytes.Slice(at, signature.Length).SequenceEqual(signature))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The first characters of a text that matter for telling its kind, without a byte order mark or leading space.</summary>
    public static string Opening(string text)
    {
        var trimmed = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        return new StringBuilder().Append(trimmed[..Math.Min(trimmed.Length, 400)]).ToString();
    }
}
