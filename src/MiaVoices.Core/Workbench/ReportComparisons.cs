using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Themes by sub-project and by wave, beside those by group.</summary>
internal static class ReportComparisons
{
    private const string Project = "delprojekt";
    private const string Wave = "mätning";

    /// <summary>
    /// A table for each attribute that has at least two values. A number of all that is hidden in the overview stays hidden
    /// here, so that the parts do not add up to it; where a row could not be shown without hiding one that the overview
    /// shows, the whole row is hidden.
    /// </summary>
    public static IReadOnlyList<ThemeComparison> Of(IProjectStore store, ProjectSummary summary, int threshold)
    {
        var coded = store.CodedCases().Select(c => (c.Code, c.Case)).ToList();
        return
        [
            .. new[]
            {
                (Name: Project, Values: summary.Persons.ToDictionary(p => p.Key, p => p.Attributes.GetValueOrDefault(Project, ""))),
                (Name: Wave, Values: Waves(store, summary)),
            }
            .Where(a => a.Values.Values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(a => Compare(a.Name, a.Values, coded, summary, threshold)),
        ];
    }

    private static ThemeComparison Compare(string name, Dictionary<long, string> values, List<(Guid, long)> coded, ProjectSummary summary, int threshold)
    {
        var figures = new ThemeFigures(summary.Tree, [.. values.Select(v => new Person(v.Key, v.Value))], coded);
        var all = summary.Figures.Themes.ToDictionary(t => t.Code, t => t.All);
        var counts = figures.Themes.ToDictionary(t => t.Code);
        var rows = new NestedRows(summary.Tree, threshold, code => (counts[code].ByGroup, counts[code].All with { Suppressed = all[code].Suppressed }));
        return new ThemeComparison(
            name,
            [.. figures.Groups.Zip(figures.GroupSizes)],
            summary.Tree.Codes.ToDictionary(
                c => c.Id,
                c => threshold > 0 && rows[c.Id].Total.Suppressed && !all[c.Id].Suppressed ? [.. rows[c.Id].Parts.Select(p => p with { Suppressed = true })] : rows[c.Id].Parts));
    }

    /// <summary>The wave that each person answered in; nothing where somebody answered in several, since the parts would not add up.</summary>
    private static Dictionary<long, string> Waves(IProjectStore store, ProjectSummary summary)
    {
        var keys = summary.Persons.ToDictionary(p => p.Name, p => p.Key, StringComparer.Ordinal);
        var waves = summary.Persons.ToDictionary(p => p.Key, _ => "");
        foreach (var source in store.Sources().Where(s => s.Kind == SourceKind.Survey))
        {
            foreach (var row in store.Respondents(source.Id))
            {
                if (keys.TryGetValue(row.CaseName, out var key) && (row.Wave ?? source.Wave) is { } wave)
                {
                    if (waves[key].Length > 0 && waves[key] != wave)
                    {
                        return [];
                    }

                    waves[key] = wave;
                }
            }
        }

        return waves;
    }
}
