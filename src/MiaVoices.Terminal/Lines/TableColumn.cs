namespace MiaVoices.Terminal.Lines;

/// <summary>The side of a column to which its cells keep.</summary>
public enum Alignment
{
    /// <summary>For words.</summary>
    Left,

    /// <summary>For numbers.</summary>
    Right,
}

/// <summary>A column of a <see cref="TextTable"/>. Immutable.</summary>
/// <param name="Header">Its heading; if all headings are empty, the table has none.</param>
public sealed record TableColumn(string Header)
{
    /// <summary>The side to which cells and heading keep.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>The display columns that it has even if its cells need fewer, and that it keeps as long as there is room for the least widths of all.</summary>
    public int MinWidth { get; init; }

    /// <summary>The display columns that it never exceeds; its cells are cut, or wrapped if it wraps.</summary>
    public int MaxWidth { get; init; } = int.MaxValue;

    /// <summary>Whether this column, before the others, gives way where the table is wider than the line.</summary>
    public bool IsFlexible { get; init; }

    /// <summary>Whether a cell that is too wide continues on the next line instead of being cut; its line feeds are then kept too.</summary>
    public bool Wraps { get; init; }
}
