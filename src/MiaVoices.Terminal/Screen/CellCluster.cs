using System.Text;

namespace MiaVoices.Terminal.Screen;

/// <summary>
/// What of a grapheme cluster is drawn. Emoji sequences (variation selector, skin tone, joiner, keycap, tags) look different from
/// terminal to terminal, so only their base is drawn; a flag becomes the two letters of its country.
/// </summary>
internal static class CellCluster
{
    private const int RegionalA = 0x1F1E6;

    /// <summary>The cells that a cluster fills. Wide letters of East Asia take combining marks, wide symbols do not.</summary>
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

        if (ClusterWidth.Of(cluster[..used]) == 0)
        {
            // A mark without a base, which a terminal would draw over the cell before: only what it stands before is drawn.
            return (new Cell(FirstShown(cluster[used..]), null, width, style), null);
        }

        var isSymbol = (WidthTable.IsWide(rune.Value) && !Rune.IsLetter(rune)) || WidthTable.IsWideAsEmoji(rune.Value);
        return (new Cell(rune.Value, isSymbol ? null : cluster.ToString(), width, style), null);
    }

    private static int FirstShown(ReadOnlySpan<char> cluster)
    {
        while (Rune.DecodeFromUtf16(cluster, out var rune, out var used) == System.Buffers.OperationStatus.Done)
        {
            if (ClusterWidth.Of(cluster[..used]) > 0)
            {
                return rune.Value;
            }

            cluster = cluster[used..];
        }

        return Harmless.Mark;
    }

    private static bool IsRegional(Rune rune) => rune.Value is >= RegionalA and < RegionalA + 26;
}
