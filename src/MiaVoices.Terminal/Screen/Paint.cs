namespace MiaVoices.Terminal.Screen;

/// <summary>A style as a terminal is told it. Colours are -1 for the terminal's own, 0–15, 256 + index, or 2^24 + RGB.</summary>
/// <param name="Ink">Colour of the characters.</param>
/// <param name="Fill">Colour of the background.</param>
/// <param name="Marks">The rest.</param>
internal readonly record struct Paint(int Ink, int Fill, StyleMarks Marks)
{
    public const int Own = -1;
    public const int Index = 0x100;
    public const int Rgb = 0x1000000;

    public static Paint Plain { get; } = new(Own, Own, StyleMarks.None);
}
