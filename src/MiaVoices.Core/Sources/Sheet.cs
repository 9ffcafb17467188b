namespace MiaVoices.Core.Sources;

/// <summary>A table as text, from a CSV file or for one.</summary>
/// <param name="Name">Name of the file, for messages.</param>
/// <param name="Headers">Column names.</param>
/// <param name="Rows">Rows of the table.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Headers, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>A table of ours, from cells in the order of the headers.</summary>
    public static Sheet Of(string name, IReadOnlyList<string> headers, IEnumerable<string[]> rows) =>
        new(name, headers, [.. rows.Select((cells, i) => new SheetRow(i + 2, headers, cells))]);

    /// <summary>The headers of a row's cells, in lower case.</summary>
    public bool Has(string header) => Headers.Any(h => string.Equals(h.Trim(), header, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A row of a table.</summary>
/// <param name="Line">Line in the file where the row begins, from 1.</param>
/// <param name="Headers">Column names.</param>
/// <param name="Cells">Cells; there may be fewer than headers.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Headers, IReadOnlyList<string> Cells)
{
    /// <summary>The trimmed cell under a header (upper and lower case alike); empty where there is none.</summary>
    public string this[string header]
    {
        get
        {
            for (var i = 0; i < Headers.Count && i < Cells.Count; i++)
            {
                if (string.Equals(Headers[i].Trim(), header, StringComparison.OrdinalIgnoreCase))
                {
                    return Cells[i].Trim();
                }
            }

            return "";
        }
    }
}
