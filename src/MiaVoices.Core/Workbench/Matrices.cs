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

    /// <summary>Numbers of persons below it are suppressed; 0 shows all.</summary>
    public int Threshold { get; init; } = Suppression.Default;
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
                .Where(c => scope.Where.Count == 0 || c.Person is not null)]);
        return byCode ? CrossTables.ByCode(material, scope.Count, scope.Threshold)
            : bySource ? CrossTables.BySource(material, [.. store.Sources().Select(s => (s.Id, s.Label))], scope.Count, scope.Threshold)
            : CrossTables.ByGroup(material, scope.Count, scope.Threshold);

        long? Person(PlacedCoding c) =>
            Summarising.IsRespondents(c) && keys.TryGetValue(c.Respondent!, out var key) ? key : null;
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
