using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>An attribute that a register sets.</summary>
/// <param name="Case">Name of the person or unit.</param>
/// <param name="Attribute">Name of the attribute.</param>
/// <param name="Before">The value it replaces, or null.</param>
/// <param name="After">The value.</param>
public sealed record AttributeChange(string Case, string Attribute, string? Before, string After);

/// <summary>Where the rows of a register table went, or would go.</summary>
/// <param name="Key">Header of the column that names persons of the project; null when the rows are none and are kept as rows.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Matched">How many of them are a person of the project, each person once.</param>
/// <param name="Changes">What is set, in order of the rows; empty when all stands so already.</param>
public sealed record RegisterPlacement(string? Key, int Rows, int Matched, IReadOnlyList<AttributeChange> Changes);

/// <summary>
/// Decides whether the rows of a register table are persons of the project, whose attributes they then set, or are kept as
/// rows. For the sheets of one file, in order.
/// </summary>
public sealed class RegisterPlacing(IProjectStore store)
{
    /// <summary>A column that nobody pointed out names persons when it does so in more than this share of its cells.</summary>
    private const double Mostly = 0.5;

    private readonly Dictionary<Guid, Case> _set = [];

    /// <summary>
    /// What becomes of a register: null when it is none. Persons are found by the column with role id, else by the one
    /// whose cells are names of cases; respondent ids of a survey only where a profile gave the column, since any small
    /// number would be one. The first row of a person counts. A value replaces the one that stands.
    /// </summary>
    /// <exception cref="RefusedException">A profile says which column names persons, and none of its cells does.</exception>
    internal (ImportedSource Imported, List<Change> Changes)? Place(SourceDraft draft)
    {
        if (draft.Register is not { } register)
        {
            return null;
        }

        var cases = store.Cases().Select(c => _set.GetValueOrDefault(c.Id, c)).ToList();
        var names = cases.ToLookup(c => QuestionLikeness.Fold(c.Name), StringComparer.Ordinal);
        var (key, find) = Key(register, names, cases);
        if (key is null)
        {
            return register.KeyGiven ? throw new RefusedException(Problem.At(draft.Name, "register.nobody", register.Key!)) : null;
        }

        var notices = new List<Notice>(draft.Notices);
        var changes = new List<AttributeChange>();
        var edited = new Dictionary<Guid, Case>();
        var seen = new Dictionary<Guid, string>();
        foreach (var row in register.Rows)
        {
            var found = find(row);
            if (found.Count != 1 || !seen.TryAdd(found[0].Id, row.Where))
            {
                notices.Add(new Notice(Problem.At(row.Where, found.Count == 0 ? "register.noMatch" : found.Count > 1 ? "register.several" : "register.twice"), LeftOut: true));
                continue;
            }

            var person = found[0];
            var values = new Dictionary<string, string>(person.Attributes, StringComparer.Ordinal);
            foreach (var (name, value) in draft.Attributes.Concat(row.Values.Where(v => v.Key != key)).Where(v => v.Value.Length > 0))
            {
                var before = values.GetValueOrDefault(name);
                if (before != value)
                {
                    values[name] = value;
                    changes.Add(new AttributeChange(person.Name, name, before, value));
                    edited[person.Id] = _set[person.Id] = person with { Attributes = values };
                }
            }
        }

        var placement = new RegisterPlacement(key, register.Rows.Count, seen.Count, changes);
        return (new ImportedSource(draft, "", notices) { Register = placement }, edited.Count == 0 ? [] : [new Batch("register.import", [.. edited.Values.Select(c => new EditCase(c))])]);
    }

    /// <summary>A register whose rows are kept as rows, with what a person should know of that; any other draft as it is.</summary>
    internal static SourceDraft AsRows(SourceDraft draft)
    {
        if (draft.Register is not { } register)
        {
            return draft;
        }

        var notices = new List<Notice>(draft.Notices);
        if (register.Key is { } key)
        {
            notices.Add(new Notice(Problem.At(draft.Name, "register.asRows", key)));
        }

        if (draft.Survey?.Wave is null && draft.Segments.Any(s => s.Wave is null))
        {
            notices.Add(new Notice(Problem.At(draft.Name, "register.noDate")));
        }

        return draft with { Notices = notices };
    }

    /// <summary>The column that names persons, with the way to find them; null when none does.</summary>
    private (string? Key, Func<RegisterRow, IReadOnlyList<Case>> Find) Key(RegisterDraft register, ILookup<string, Case> names, List<Case> cases)
    {
        IReadOnlyList<Case> Named(string value) => value.Length == 0 ? [] : [.. names[QuestionLikeness.Fold(value)]];
        if (register.Key is { } header && register.Rows.Any(r => Named(r.Key).Count > 0))
        {
            return (header, r => Named(r.Key));
        }

        if (register.KeyGiven)
        {
            var people = cases.ToDictionary(c => c.Id);
            var surveys = store.Sources().Select(s => s.Survey).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var rows = CaseRows.Of(store)
                .Where(r => register.Survey is null || !surveys.Contains(register.Survey) || (r.Survey == register.Survey && (register.Wave is null || r.Wave == register.Wave)))
                .ToLookup(r => r.Row, r => people[r.Case], StringComparer.Ordinal);
            return (register.Rows.Any(r => rows.Contains(r.Key)) ? register.Key : null, r => [.. rows[r.Key]]);
        }

        var best = register.Columns.Select(c => c.Name).OfType<string>()
            .Select(name => (Name: name, Cells: register.Rows.Count(r => r.Values.ContainsKey(name)), Hits: register.Rows.Count(r => r.Values.TryGetValue(name, out var v) && Named(v).Count > 0)))
            .Where(c => c.Hits > Mostly * c.Cells)
            .OrderByDescending(c => c.Hits)
            .FirstOrDefault();
        return (best.Name, r => Named(r.Values.GetValueOrDefault(best.Name ?? "", "")));
    }
}
