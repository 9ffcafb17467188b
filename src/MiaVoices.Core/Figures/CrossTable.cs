namespace MiaVoices.Core.Figures;

/// <summary>What the cells of a cross table count.</summary>
public enum CrossCount
{
    /// <summary>Persons, each once a cell.</summary>
    Persons,

    /// <summary>Codings.</summary>
    Codings,

    /// <summary>Persons, shown as a share of the cell's base.</summary>
    Share,
}

/// <summary>A row of a cross table: a code, with what stands below it counted in.</summary>
/// <param name="Code">The code.</param>
/// <param name="Total">All of it, whatever the column.</param>
/// <param name="Cells">In the order of the columns.</param>
public sealed record CrossRow(Guid Code, CrossCell Total, IReadOnlyList<CrossCell> Cells);

/// <summary>A column of a cross table.</summary>
/// <param name="Label">The attribute's value (empty where it is missing), the code's name or the source's label.</param>
/// <param name="Id">The code or source, or null for a value.</param>
/// <param name="Persons">Persons who are of the group, speak in the source or have the code; null where that may not be shown.</param>
public sealed record CrossColumn(string Label, Guid? Id, int? Persons);

/// <summary>A cell of a cross table.</summary>
/// <param name="Count">Persons or codings, as the table counts.</param>
/// <param name="Persons">Persons behind it, of its base; whether the cell may be shown always follows from them.</param>
public readonly record struct CrossCell(int Count, Share Persons)
{
    /// <summary>True when the cell may not be shown outside.</summary>
    public bool Suppressed => Persons.Suppressed;
}

/// <summary>Codes against groups, codes or sources. Immutable.</summary>
/// <param name="Counts">What the cells count.</param>
/// <param name="Persons">All persons in the selection.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">One for each code, parents before children.</param>
public sealed record CrossTable(CrossCount Counts, int Persons, IReadOnlyList<CrossColumn> Columns, IReadOnlyList<CrossRow> Rows);
