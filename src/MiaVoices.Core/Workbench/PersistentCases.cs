using System.Text.RegularExpressions;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Which case a row of a survey in the project belongs to.</summary>
/// <param name="Survey">Name of the survey.</param>
/// <param name="Wave">The row's wave, or null.</param>
/// <param name="Row">The respondent's id.</param>
/// <param name="Case">The case.</param>
public sealed record CaseRow(string Survey, string? Wave, string Row, Guid Case);

/// <summary>
/// Which cases the rows of a survey belong to when a profile says that ids persist: the same id in another wave is the
/// same person. What the project says of a person stands: a value that a row says otherwise is told and not taken, one
/// that the person lacks is added. Pure and thread-safe.
/// </summary>
public sealed partial record PersistentCases
{
    /// <summary>For a survey whose ids do not persist: every row is a person of its own.</summary>
    public static readonly PersistentCases None = new();

    /// <summary>Rows whose person the project has, with that case. A writer makes no case for them and writes no attributes.</summary>
    public IReadOnlyDictionary<(string? Wave, string Row), Guid> Existing { get; private init; } = new Dictionary<(string?, string), Guid>();

    /// <summary>Rows whose person is new and stands in an earlier wave of the same file, with that row: they share its case.</summary>
    public IReadOnlyDictionary<(string? Wave, string Row), (string? Wave, string Row)> Within { get; private init; } = new Dictionary<(string?, string), (string?, string)>();

    /// <summary>Attributes of the new persons that stand in several waves of the file, by their first row: all rows' together.</summary>
    public IReadOnlyDictionary<(string? Wave, string Row), IReadOnlyDictionary<string, string>> Attributes { get; private init; } =
        new Dictionary<(string?, string), IReadOnlyDictionary<string, string>>();

    /// <summary>Cases of the project as they are to be, with the attributes they gain; only those that change.</summary>
    public IReadOnlyList<Case> Edited { get; private init; } = [];

    /// <summary>How many were known, what was not taken, and ids that fit several persons.</summary>
    public IReadOnlyList<Notice> Notices { get; private init; } = [];

    /// <summary>What the store needs to know.</summary>
    internal KnownPersons Known(SourceDraft draft)
    {
        (string? Wave, string Row) Key((string? Wave, string Row) row) => (row.Wave ?? draft.Survey?.Wave, row.Row);
        return new KnownPersons { Respondents = Existing.ToDictionary(e => Key(e.Key), e => e.Value), SameAs = Within.ToDictionary(w => Key(w.Key), w => Key(w.Value)) };
    }

    /// <summary>The draft with a new person's attributes of all waves on the first row, and the rows in an order in which that row comes first.</summary>
    internal SourceDraft Merged(SourceDraft draft) => draft.Survey is not { } survey || Within.Count == 0 ? draft : draft with
    {
        Survey = survey with
        {
            Respondents =
            [
                .. survey.Respondents.Select(r => Attributes.TryGetValue((r.Wave, r.Row), out var all) ? r with { Attributes = all } : r)
                    .OrderBy(r => Within.ContainsKey((r.Wave, r.Row)) ? 1 : 0),
            ],
        },
    };

    /// <summary>Finds the cases of a draft's rows.</summary>
    /// <param name="draft">What was read.</param>
    /// <param name="rows">The rows of surveys in the project; those of other surveys are passed over.</param>
    /// <param name="cases">The cases of the project.</param>
    public static PersistentCases Find(SourceDraft draft, IEnumerable<CaseRow> rows, IEnumerable<Case> cases)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(cases);
        if (draft.Survey is not { PersistentIds: true } survey)
        {
            return None;
        }

        var where = draft.Sheet is null ? draft.Name : $"{draft.Name}:{draft.Sheet}";
        if (!survey.Columns.Any(c => c.Role == "id"))
        {
            return None with { Notices = [new Notice(Problem.At(where, "persistent.noId"))] };
        }

        var there = rows.Where(r => r.Survey == survey.Name).ToLookup(r => r.Row, StringComparer.Ordinal);
        var people = cases.ToDictionary(c => c.Id);
        var notices = new List<Notice>();
        var existing = new Dictionary<(string?, string), Guid>();
        var within = new Dictionary<(string?, string), (string?, string)>();
        var attributes = new Dictionary<(string?, string), IReadOnlyDictionary<string, string>>();
        var edited = new List<Case>();
        foreach (var person in survey.Respondents.Where(r => !StandIn().IsMatch(r.Row)).GroupBy(r => r.Row, StringComparer.Ordinal))
        {
            // The order of the sort is kept among equals, so that a file without waves goes by its rows.
            var inOrder = person.OrderBy(r => r.Wave is null ? 0 : 1).ThenBy(r => r.Wave, SwedishOrder.Instance).ToList();
            if (Known(there[person.Key], people) is var (known, several))
            {
                if (several > 1)
                {
                    notices.Add(new Notice(Problem.At(where, "persistent.several", person.Key, several, known.Name)));
                }

                inOrder.ForEach(r => existing[(r.Wave, r.Row)] = known.Id);
                var now = Merge(known.Attributes, inOrder, where, notices);
                if (now.Count > known.Attributes.Count)
                {
                    edited.Add(known with { Attributes = now });
                }
            }
            else if (inOrder.Count > 1)
            {
                var first = (inOrder[0].Wave, inOrder[0].Row);
                inOrder.Skip(1).ToList().ForEach(r => within[(r.Wave, r.Row)] = first);
                attributes[first] = Merge(inOrder[0].Attributes, inOrder.Skip(1), where, notices);
            }
        }

        notices.Insert(0, new Notice(Problem.At(where, "persistent.known", existing.Keys.Select(k => k.Item2).Distinct(StringComparer.Ordinal).Count(), survey.Respondents.Count - existing.Count - within.Count)));
        return new PersistentCases { Existing = existing, Within = within, Attributes = attributes, Edited = edited, Notices = notices };
    }

    /// <summary>The case of the latest wave, and how many cases go by the id: ids may have been taken for persons of their own before.</summary>
    private static (Case Case, int Several)? Known(IEnumerable<CaseRow> rows, Dictionary<Guid, Case> people)
    {
        var found = rows.Where(r => people.ContainsKey(r.Case)).OrderBy(r => r.Wave is null ? 0 : 1).ThenBy(r => r.Wave, SwedishOrder.Instance).ToList();
        return found.Count == 0 ? null : (people[found[^1].Case], found.Select(r => r.Case).Distinct().Count());
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> standing, IEnumerable<RespondentDraft> rows, string where, List<Notice> notices)
    {
        var merged = new Dictionary<string, string>(standing, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var (name, value) in row.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
            {
                if (!merged.TryAdd(name, value) && merged[name] != value)
                {
                    notices.Add(new Notice(Problem.At(where, "persistent.differs", row.Row, name, merged[name], value), LeftOut: true));
                }
            }
        }

        return merged;
    }

    /// <summary>A number that stands in for a missing id tells nobody apart from one year to the next.</summary>
    [GeneratedRegex(@"^#\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex StandIn();
}
