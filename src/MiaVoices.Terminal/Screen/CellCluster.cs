using System.Text;

namespace MiaVoices.Terminal.Screen;

/// <summary>
/// What of a grapheme cluster is drawn. Emoji sequences (variation selector, skin tone, joiner, keycap, tags) look different from
/// terminal to terminal, so only their base is drawn; a flag becomes the two letters of its country.
/// </summary>
internal static class CellCluster
{
    private const int RegionalA = 0x1F1E6;

    /// <summary>Calls back for each cell that a cluster fills.</summary>
    /// <param name="cluster">A cluster of safe text.</param>
    /// <param name="style">How it looks.</param>
    /// <returns>One or two cells; nothing for a cluster without width. The second is default where the first is wide or there is none.</returns>
    public static (Cell First, Cell? Second) Of(ReadOnlySpan<char> cluster, Style style)
    {
        if (cluster.Length == 1)
        {
            return (new Cell(cluster[0], null, ClusterWidth.Of(cluster), style), null);
        }

        var width = ClusterWidth.Of(cluster);
        Rune.DecodeFromUtf16(cluster, out var rune, out var used);
        if (used == cluster.Length)
        {
            return (new Cell(rune.Value, null, width, style), null);
        }

        Rune.DecodeFromUtf16(cluster[used..], out var next, out _);
        if (IsRegional(rune) && IsRegional(next))
        {
            return (new Cell(rune.Value - RegionalA + 'A', null, 1, style), new Cell(next.Value - RegionalA + 'A', null, 1, style));
        }

        if (WidthTable.IsWide(rune.Value) && !IsLetterLike(rune) || WidthTable.IsWideAsEmoji(rune.Value))
        {
            return (new Cell(rune.Value, null, width, style), null);
        }

        var text = cluster.ToString();
        return (new Cell(rune.Value, text, width, style), null);
    }

    // Wide letters of East Asia take combining marks; wide symbols do not.
    private static bool IsLetterLike(Rune rune) => Rune.IsLetter(rune);

    private static bool IsRegional(Rune rune) => rune.Value is >= RegionalA and < RegionalA + 26;
}
