using System.Security.Cryptography;

namespace MiaVoices.Core.Suggestions;

/// <summary>The identity of a suggestion, so that a person's answer finds it again whichever model made it.</summary>
public static class SuggestionIdentity
{
    /// <summary>A GUID of version 8 (RFC 9562, section 5.8) from SHA-256 over "suggestion", the segment's and the code's identity.</summary>
    public static Guid Of(Guid segment, Guid code)
    {
        Span<byte> source = stackalloc byte[10 + 16 + 16];
        "suggestion"u8.CopyTo(source);
        segment.TryWriteBytes(source[10..], bigEndian: true, out _);
        code.TryWriteBytes(source[26..], bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
