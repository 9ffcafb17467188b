using System.Collections.Frozen;

namespace MiaVoices.Core.Language;

/// <summary>Endings that Swedish writes after a colon: EU:s, tv:n, 3:e, vd:ar.</summary>
internal static class SwedishEndings
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = FrozenSet.Create(StringComparer.Ordinal,
        "s", "n", "t", "a", "e", "en", "et", "ar", "er", "or", "na", "ns", "ts", "ens", "ets", "are", "aren", "arna", "erna", "orna", "arnas",
        "ernas", "arens", "ars", "ers", "as", "es").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for an ending that may stand after a colon.</summary>
    public static bool IsAfterColon(ReadOnlySpan<char> ending) => Endings.Contains(ending);

    /// <summary>The length of a folded word without a colon and its ending.</summary>
    public static int LengthWithout(ReadOnlySpan<char> word)
    {
        var colon = word.LastIndexOf(':');
        return colon > 0 && IsAfterColon(word[(colon + 1)..]) ? colon : word.Length;
    }
}
