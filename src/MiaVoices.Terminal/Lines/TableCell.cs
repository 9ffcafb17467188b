namespace MiaVoices.Terminal.Lines;

/// <summary>A cell of a <see cref="TextTable"/>. Immutable.</summary>
/// <param name="Text">Any text; it is made safe when the table is written.</param>
/// <param name="Style">How it stands out where the reader is a terminal.</param>
/// <param name="Marks">Spans of <paramref name="Text"/> to mark, as for <see cref="Emphasis.Mark"/>; null for none.</param>
public readonly record struct TableCell(string Text, TextStyle Style = default, IReadOnlyList<(int Start, int Length)>? Marks = null)
{
    /// <summary>An ordinary cell.</summary>
    /// <param name="text">Its text.</param>
    public static implicit operator TableCell(string text) => new(text);

    /// <summary>An ordinary cell.</summary>
    /// <param name="text">Its text.</param>
    public static TableCell FromString(string text) => new(text);
}

/// <summary>A cell that is ready to be measured, cut and written.</summary>
/// <param name="Content">Its safe text with marks.</param>
/// <param name="Style">How it stands out.</param>
internal sealed record LaidCell(MarkedText Content, TextStyle Style)
{
    /// <summary>The columns of its widest line.</summary>
    public int Width { get; } = Content.Safe.Width;
}
