namespace MiaVoices.Core.Sources;

/// <summary>A register table as read, before it is known whether its rows are persons of the project.</summary>
public sealed record RegisterDraft
{
    /// <summary>The columns with their roles: id, attribute, date, identity or ignore.</summary>
    public required IReadOnlyList<ColumnRole> Columns { get; init; }

    /// <summary>The rows, without totals, repeated headers and empty ones.</summary>
    public required IReadOnlyList<RegisterRow> Rows { get; init; }

    /// <summary>The header of the column that names persons, or null where none is told or looks like it.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a person said that it does.</summary>
    public bool KeyGiven { get; init; }

    /// <summary>The survey whose respondent ids the key holds, where a profile names one.</summary>
    public string? Survey { get; init; }

    /// <summary>The wave of that survey, or null for any.</summary>
    public string? Wave { get; init; }
}

/// <summary>A row of a register table.</summary>
/// <param name="Where">Its place in the file, for messages.</param>
/// <param name="Key">What stands in the column that names persons; empty without such a column.</param>
/// <param name="Values">Attribute → value as counted; empty cells are left out.</param>
public sealed record RegisterRow(string Where, string Key, IReadOnlyDictionary<string, string> Values);
