namespace MiaVoices.Terminal.Screen;

/// <summary>One grapheme cluster of a <see cref="SafeText"/>: what a person takes for one character.</summary>
/// <param name="Start">Its first UTF-16 code unit in the safe text.</param>
/// <param name="Length">Its UTF-16 code units in the safe text, at least 1.</param>
/// <param name="Width">The columns it fills: 0, 1 or 2.</param>
/// <param name="SourceStart">The UTF-16 code unit of the text as it was before it was made safe where the cluster begins.</param>
/// <param name="SourceEnd">Where the cluster ends in that text, exclusive. Dropped characters between two clusters belong to neither.</param>
public readonly record struct Glyph(int Start, int Length, int Width, int SourceStart, int SourceEnd);
