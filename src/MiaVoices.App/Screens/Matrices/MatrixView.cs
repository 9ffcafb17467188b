using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Matrices;

/// <summary>A cross table as counted in the background, with what else the project could be counted by. Immutable.</summary>
/// <param name="Scope">What was counted.</param>
/// <param name="Tree">The codebook.</param>
/// <param name="Table">The table.</param>
/// <param name="Attributes">The attributes of the persons.</param>
/// <param name="Values">Their values.</param>
/// <param name="Threshold">The project's threshold.</param>
internal sealed record MatrixView(
    MatrixScope Scope, CodeTree Tree, CrossTable Table, IReadOnlyList<string> Attributes, IReadOnlyList<(string Attribute, string Value)> Values, int Threshold)
{
    private readonly int _most = Table.Rows.SelectMany(r => r.Cells.Where((_, i) => Table.Columns[i].Id != r.Code)).Where(c => !c.Suppressed).Select(c => c.Count).DefaultIfEmpty(0).Max();

    /// <summary>How hot a cell is, 0 to 1: a share by itself, also where its base is too small for a percentage; a number against the greatest of the table (the diagonal of codes aside).</summary>
    public double Heat(CrossCell cell) =>
        cell.Suppressed || _most == 0 ? 0
        : Table.Counts != CrossCount.Share ? Math.Min(1, (double)cell.Count / _most)
        : cell.Persons.Of == 0 ? 0 : (double)cell.Persons.Persons / cell.Persons.Of;

    /// <summary>Counts a table. Columns that the project does not have, or none, become its first attribute, or the sources.</summary>
    public static MatrixView Read(IProjectStore store, MatrixScope wanted)
    {
        using var moment = store.Snapshot();
        var persons = store.CountedCases();
        List<string> attributes = [.. persons.SelectMany(p => p.Attributes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        List<(string, string)> values = [.. persons.SelectMany(p => p.Attributes).Select(a => (a.Key, a.Value)).Distinct().OrderBy(v => v.Key, StringComparer.Ordinal).ThenBy(v => v.Value, StringComparer.Ordinal)];
        var columns = wanted.Columns is "codes" or "sources" || attributes.Contains(wanted.Columns) ? wanted.Columns : attributes.Count > 0 ? attributes[0] : "sources";
        var scope = wanted with { Columns = columns };
        return new MatrixView(scope, new CodeTree(store.Codes()), Core.Workbench.Matrices.Run(store, scope), attributes, values, store.Project.Threshold);
    }
}
