using System.Globalization;
using System.Runtime.CompilerServices;

namespace MiaVoices.Core.Language;

/// <summary>
/// A short hash, FNV-1a of 64 bits: it tells one edition of a list from another and guards against nobody. SHA would load the
/// system's cryptography into every start of the program.
/// </summary>
internal static class ContentHash
{
    /// <summary>The hash of nothing, to which content is added.</summary>
    public const ulong Empty = 14695981039346656037UL;

    private const ulong Prime = 1099511628211UL;

    /// <summary>Adds bytes.</summary>
    // Run over megabytes once in a start: not worth waiting for the compiler to notice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Add(ulong hash, ReadOnlySpan<byte> content)
    {
        foreach (var value in content)
        {
            hash = unchecked((hash ^ value) * Prime);
        }

        return hash;
    }

    /// <summary>Adds UTF-16 code units.</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<char> content)
    {
        foreach (var unit in content)
        {
            hash = unchecked((hash ^ unit) * Prime);
        }

        return hash;
    }

    /// <summary>The hash as 16 hexadecimal digits.</summary>
    public static string Text(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}
