using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Themes by sub-project and by wave, beside those by group.</summary>
internal static class ReportComparisons
{
    private const string Project = "delprojekt";
    private const string Wave = "mätning";

    /// <summary>The attributes that have at least two values among the persons, with the value of each person.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyDictionary<long, string> Values)> Groupings(IProjectStore store, IReadOnlyList<CountedCase> persons) =>
    [
        .. new (string Name, IReadOnlyDictionary<long, string> Values)[]
        {
            (Project, persons.ToDictionary(p => p.Key, p => p.Attributes.GetValueOrDefault(Project, ""))),
            (Wave, Waves(store, persons)),
        }
        .Where(a => a.Values.Values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Skip(1).Any()),
    ];

    /// <summary>A table for each of these attributes, from the summary that was made with them beside its figures.</summary>
    public static IReadOnlyList<ThemeComparison> Of(IProjectStore store, ProjectSummary summary) =>
        [.. Groupings(store, summary.Persons).Zip(summary.Beside, (a, figures) => new ThemeComparison(
            a.Name, [.. figures.Groups.Zip(figures.GroupSizes)], figures.Themes.ToDictionary(t => t.Code, t => t.ByGroup)))];

    /// <summary>The wave that each person answered in; nothing where somebody answered in several, since the parts would not add up.</summary>
    private static Dictionary<long, string> Waves(IProjectStore store, IReadOnlyList<CountedCase> persons)
    {
        var keys = persons.ToDictionary(p => p.Name, p => p.Key, StringComparer.Ordinal);
        var waves = persons.ToDictionary(p => p.Key, _ => "");
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
