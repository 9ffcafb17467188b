namespace MiaVoices.Terminal.Screen;

/// <summary>Frames, blocks, arrows and ticks by characters that every font has. Letters, quotation marks and dashes of texts stay as they are. Immutable.</summary>
internal static class AsciiGlyphs
{
    private const int First = 0x2190;
    private const int Last = 0x2718;

    /// <summary>The character that stands in for one, or the same.</summary>
    /// <param name="rune">The code point.</param>
    public static int Of(int rune) => rune is < First or > Last
        ? rune == '…' ? '~' : rune
        : rune switch
        {
            '←' => '<',
            '→' => '>',
            '↑' => '^',
            '↓' => 'v',
            '─' or '╌' or '┄' => '-',
            '═' => '=',
            '│' or '┆' or '┊' or '║' or '▎' or '▏' or '▍' => '|',
            // The shades of heat stay apart.
            '░' => '.',
            '▒' => ':',
            '▓' => '+',
            '█' => '#',
            '▐' => '<',
            '▌' => '>',
            '▸' or '▶' or '►' => '>',
            '▾' or '▼' => 'v',
            '▴' or '▲' => '^',
            '◂' or '◀' => '<',
            '✓' or '✔' or '✗' or '✘' => 'x',
            >= 0x2500 and <= 0x257F => '+',
            >= 0x2580 and <= 0x259F => '#',
            >= 0x25A0 and <= 0x25FF => 'o',
            _ => rune,
        };
}
