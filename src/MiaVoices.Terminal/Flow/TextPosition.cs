namespace MiaVoices.Terminal.Flow;

/// <summary>A place between two characters of a text in paragraphs.</summary>
/// <param name="Paragraph">The paragraph, from 0.</param>
/// <param name="Offset">UTF-16 code units of it before the place.</param>
public readonly record struct TextPosition(int Paragraph, int Offset) : IComparable<TextPosition>
{
    /// <inheritdoc/>
    public int CompareTo(TextPosition other) => Paragraph != other.Paragraph ? Paragraph.CompareTo(other.Paragraph) : Offset.CompareTo(other.Offset);

    /// <summary>Whether one lies before another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(TextPosition left, TextPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether one lies after another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(TextPosition left, TextPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not lie after another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(TextPosition left, TextPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not lie before another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(TextPosition left, TextPosition right) => left.CompareTo(right) >= 0;
}
