using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;

namespace MiaVoices.Core.Workbench;

/// <summary>Which cross table is wanted.</summary>
public sealed record MatrixScope
{
    /// <summary>"codes", "sources", or the name of an attribute.</summary>
    public required string Columns { get; init; }

    /// <summary>What the cells count.</summary>
    public CrossCount Count { get; init; }

    /// <summary>Only cases with these attribute values; several values of one attribute are alternatives.</summary>
    public IReadOnlyList<(string Attribute, string Value)> Where { get; init; } = [];

    /// <summary>Numbers of persons below it are suppressed; 0 shows all, null is the project's own threshold.</summary>
    public int? Threshold { get; init; }
}

/// <summary>Cross tables of a project: codes against groups, codes or sources.</summary>
public static class Matrices
{
    /// <summary>Counts a table.</summary>
    /// <exception cref="UsageException">No person has the attribute; those there are are named.</exception>
    public static CrossTable Run(IProjectStore store, MatrixScope scope)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(scope);
        var threshold = scope.Threshold ?? store.Project.Threshold;
        var counted = store.CountedCases();
        var wanted = scope.Columns.Trim();
        var byCode = string.Equals(wanted, "codes", StringComparison.OrdinalIgnoreCase);
        var bySource = string.Equals(wanted, "sources", StringComparison.OrdinalIgnoreCase);
        var attribute = byCode || bySource ? "" : Attribute(counted, wanted);
        var persons = counted.Where(c => Summarising.Fits(c.Attributes, scope.Where)).ToList();
        var keys = persons.ToDictionary(p => p.Name, p => p.Key, StringComparer.Ordinal);
        var material = new CrossMaterial(
            new CodeTree(store.Codes()),
            [.. persons.Select(p => new CrossPerson(new Person(p.Key, p.Attributes.GetValueOrDefault(attribute, "")), p.Sources))],
            [.. store.CodedCases().Select(c => (c.Code, c.Case, c.Source))],
            [.. store.Codings(CodingScope.All).Select(c => new CrossCoding(c.Coding.Code, c.Coding.Source, c.Coding.Start, c.Coding.End, Person(c)))
                .Where(c => scope.Where.Count == 0 || c.Person is not null)])
        {
            PercentFrom = store.Project.PercentFrom,
        };
        return byCode ? CrossTables.ByCode(material, scope.Count, threshold)
            : bySource ? CrossTables.BySource(material, [.. store.Sources().Select(s => (s.Id, s.Label))], scope.Count, threshold)
            : CrossTables.ByGroup(material, scope.Count, threshold);

        long? Person(PlacedCoding c) =>
            Summarising.IsRespondents(c) && keys.TryGetValue(c.Respondent!, out var key) ? key : null;
    }

    /// <summary>
    /// The codings behind a cell, in document order, with those of sub-codes. Against codes these are the row's: where codings are
    /// counted, those that overlap one of the column's code; else, those of the persons who have both.
    /// </summary>
    /// <param name="store">The project.</param>
    /// <param name="scope">The table.</param>
    /// <param name="code">The code of the row.</param>
    /// <param name="column">The column; null for the total of the row.</param>
    public static IReadOnlyList<PlacedCoding> Quotes(IProjectStore store, MatrixScope scope, Guid code, CrossColumn? column)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(scope);
        var tree = new CodeTree(store.Codes());
        if (!tree.Contains(code))
        {
            return [];
        }

        var persons = store.CountedCases().Where(c => Summarising.Fits(c.Attributes, scope.Where)).ToDictionary(c => c.Name, c => c.Attributes, StringComparer.Ordinal);
        var wanted = scope.Columns.Trim();
        var byCode = string.Equals(wanted, "codes", StringComparison.OrdinalIgnoreCase);
        var bySource = string.Equals(wanted, "sources", StringComparison.OrdinalIgnoreCase);
        bool IsCounted(PlacedCoding c) => Summarising.IsRespondents(c) && persons.ContainsKey(c.Respondent!);
        IEnumerable<PlacedCoding> Of(Guid id) => store.Codings(new CodingScope { Codes = [.. tree.WithDescendants(id).Select(c => c.Id)] })
            .Where(c => (scope.Where.Count == 0 && (byCode || bySource)) || IsCounted(c));

        var row = Of(code);
        if (column is null || (byCode && column.Id == code))
        {
            return [.. row];
        }

        if (bySource)
        {
            return [.. row.Where(c => c.Coding.Source == column.Id)];
        }

        if (!byCode)
        {
            var attribute = Attribute(store.CountedCases(), wanted);
            return [.. row.Where(c => persons[c.Respondent!].GetValueOrDefault(attribute, "") == column.Label)];
        }

        if (column.Id is not { } other || !tree.Contains(other))
        {
            return [];
        }

        if (scope.Count == CrossCount.Codings)
        {
            var there = Of(other).ToLookup(c => c.Coding.Source, c => c.Coding);
            return [.. row.Where(c => there[c.Coding.Source].Any(o => o.Start < c.Coding.End && c.Coding.Start < o.End))];
        }

        var with = Of(other).Where(IsCounted).Select(c => c.Respondent).ToHashSet(StringComparer.Ordinal);
        return [.. row.Where(c => IsCounted(c) && with.Contains(c.Respondent))];
    }

    /// <summary>The attribute by the name that the project has it under.</summary>
    private static string Attribute(IReadOnlyList<CountedCase> persons, string wanted)
    {
        var names = persons.SelectMany(p => p.Attributes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return names.FirstOrDefault(n => string.Equals(n, wanted, StringComparison.Ordinal))
            ?? names.FirstOrDefault(n => string.Equals(n, wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException(Problem.Of("matrix.columns", wanted, string.Join(", ", names.Append("codes").Append("sources"))));
    }
}
