using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Persons and their attributes as a table and back: <c>source;speaker;case;grupp;delprojekt;…</c>.</summary>
public static class CaseSheet
{
    /// <summary>All cases, one line a speaker (or survey row), with a column an attribute.</summary>
    public static Sheet Export(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var cases = store.Cases();
        var attributes = cases.SelectMany(c => c.Attributes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var speakers = store.Speakers().Where(s => s.Case is not null).ToLookup(s => s.Case!.Value);
        var rows = new List<string[]>();
        foreach (var person in cases)
        {
            var values = attributes.Select(a => person.Attributes.GetValueOrDefault(a, "")).ToArray();
            var places = speakers[person.Id].Select(s => (s.SourceName, s.Name)).DefaultIfEmpty(("", ""));
            rows.AddRange(places.Select(p => (string[])[p.Item1, p.Item2, person.Name, .. values]));
        }

        return Sheet.Of("cases.csv", ["source", "speaker", "case", .. attributes], rows);
    }

    /// <summary>
    /// The change that ties speakers to cases and sets attributes as a table says. An empty cell leaves an attribute as it
    /// was. A case that no speaker is any more, and that the table does not name, goes. Rows that fit nothing are listed. Null when nothing would change.
    /// </summary>
    /// <exception cref="RefusedException">The table lacks the column that names cases.</exception>
    public static (Batch? Change, int Cases, int Speakers, IReadOnlyList<Problem> LeftOut) Import(Sheet sheet, IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(store);
        if (!sheet.Has("case"))
        {
            throw new RefusedException(Problem.At(sheet.Name, "cases.headers"));
        }

        var ids = store.NewIds();
        var sources = store.Sources();
        var speakers = store.Speakers();
        var before = store.Cases().ToDictionary(c => c.Name, StringComparer.Ordinal);
        var now = new Dictionary<string, Case>(before, StringComparer.Ordinal);
        var attributes = sheet.Headers.Select(h => h.Trim().ToLowerInvariant()).Where(h => h is not ("source" or "speaker" or "case" or "role" or "")).ToList();
        var maps = new List<MapSpeaker>();
        var leftOut = new List<Problem>();
        var named = new HashSet<Guid>();
        foreach (var row in sheet.Rows.Where(r => !r.Cells.All(string.IsNullOrWhiteSpace)))
        {
            var name = row["case"];
            try
            {
                var speaker = row["source"].Length > 0 ? Speaker(sources, speakers, row) : null;
                if (name.Length == 0)
                {
                    throw new RefusedException(Problem.Of("cases.noName"));
                }

                var person = now.GetValueOrDefault(name) ?? new Case { Id = ids.Next(), Name = name, Attributes = new Dictionary<string, string>() };
                named.Add(person.Id);
                now[name] = person with { Attributes = Merge(person.Attributes, attributes.Select(a => (a, row[a]))) };
                if (speaker is not null && (speaker.Case != person.Id || speaker.Role != SpeakerRole.Respondent))
                {
                    maps.Add(new MapSpeaker(speaker.Source, speaker.Name, SpeakerRole.Respondent, person.Id));
                }
            }
            catch (RefusedException e)
            {
                leftOut.Add(e.Problem with { Where = $"{sheet.Name}:{row.Line}" });
            }
        }

        var changes = new List<Change>();
        var altered = now.Values.Where(c => !before.TryGetValue(c.Name, out var old) || !Same(old, c)).ToList();
        changes.AddRange(altered.Select(c => before.ContainsKey(c.Name) ? (Change)new EditCase(c) : new AddCase(c)));
        changes.AddRange(maps);
        changes.AddRange(Orphans(store, speakers, maps).Where(c => !named.Contains(c)).Select(c => new RemoveCase(c)));
        return (changes.Count == 0 ? null : new Batch("cases.import", changes), altered.Count, maps.Count, leftOut);
    }

    /// <summary>Cases that nobody is any more, such as those that import made for a speaker.</summary>
    private static IEnumerable<Guid> Orphans(IProjectStore store, IReadOnlyList<Speaker> speakers, List<MapSpeaker> maps)
    {
        var moved = maps.ToDictionary(m => (m.Source, m.Speaker));
        var left = speakers.Where(s => s.Case is not null && moved.TryGetValue((s.Source, s.Name), out var m) && m.Case != s.Case).Select(s => s.Case!.Value).Distinct();
        var still = speakers.Where(s => s.Case is not null && !moved.ContainsKey((s.Source, s.Name))).Select(s => s.Case!.Value)
            .Concat(maps.Where(m => m.Case is not null).Select(m => m.Case!.Value)).ToHashSet();
        var surveyed = store.SurveyCases();
        return left.Where(c => !still.Contains(c) && !surveyed.Contains(c));
    }

    private static Speaker Speaker(IReadOnlyList<Source> sources, IReadOnlyList<Speaker> speakers, SheetRow row)
    {
        var source = SourceFinder.Find(sources, row["source"]);
        var there = speakers.Where(s => s.Source == source.Id).ToList();
        var named = row["speaker"].Length > 0
            ? there.Where(s => string.Equals(s.Name, row["speaker"], StringComparison.OrdinalIgnoreCase)).ToList()
            : there.Where(s => s.Role == SpeakerRole.Respondent).ToList();
        return named.Count == 1 ? named[0] : throw new RefusedException(Problem.Of("cases.speaker", source.Label, named.Count));
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> old, IEnumerable<(string Name, string Value)> cells)
    {
        var merged = new Dictionary<string, string>(old, StringComparer.Ordinal);
        foreach (var (name, value) in cells.Where(c => c.Value.Length > 0))
        {
            merged[name] = StoredText.Normalise(value);
        }

        return merged;
    }

    private static bool Same(Case a, Case b) =>
        a.Attributes.Count == b.Attributes.Count && a.Attributes.All(x => b.Attributes.TryGetValue(x.Key, out var value) && value == x.Value);
}
