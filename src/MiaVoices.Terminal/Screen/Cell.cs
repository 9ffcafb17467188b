using System.Text;

namespace MiaVoices.Terminal.Screen;

/// <summary>What one cell shows. The second cell of a wide character is empty and has the width 0.</summary>
public readonly struct Cell : IEquatable<Cell>
{
    internal const int NoRune = 0;

    internal Cell(int rune, string? cluster, int width, Style style)
    {
        Rune = rune;
        Cluster = cluster;
        Width = width;
        Style = style;
    }

    /// <summary>A space in the terminal's own colours.</summary>
    public static Cell Blank { get; } = new(' ', null, 1, default);

    /// <summary>How it looks.</summary>
    public Style Style { get; }

    /// <summary>The columns of what it shows: 1, 2, or 0 for the second half of the cell before it.</summary>
    public int Width { get; }

    /// <summary>What it shows; empty for the second half of a wide character.</summary>
    public string Text => Cluster ?? (Rune == NoRune ? "" : new Rune(Rune).ToString());

    internal int Rune { get; }

    internal string? Cluster { get; }

    /// <summary>Whether a terminal may draw it otherwise than measured, so that nothing beside it can be relied on.</summary>
    internal bool IsRisky => Cluster is not null || Width == 2 || (Rune >= 0x2000 && WidthTable.IsWideAsEmoji(Rune));

    /// <summary>Whether both look the same.</summary>
    /// <param name="other">The other cell.</param>
    public bool Equals(Cell other) => Rune == other.Rune && Style == other.Style && Width == other.Width
        && (ReferenceEquals(Cluster, other.Cluster) || string.Equals(Cluster, other.Cluster, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Cell other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rune, Style, Width);

    /// <summary>Whether both look the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Cell left, Cell right) => left.Equals(right);

    /// <summary>Whether they look different.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Cell left, Cell right) => !left.Equals(right);

    internal static Cell Half(Style style) => new(NoRune, null, 0, style);
}
