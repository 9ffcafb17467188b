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
    /// A table for each attribute that has at least two values among the persons. Where small numbers are hidden all tables
    /// are looked at as one, since together they tell more than each by itself; a table that would cost the overview a number
    /// is left out, for the overview is what the report is read for.
    /// </summary>
    /// <returns>The summary with its figures as one with the tables, the tables, and the attributes of those left out.</returns>
    public static (ProjectSummary Summary, IReadOnlyList<ThemeComparison> Tables, IReadOnlyList<string> LeftOut) Beside(IProjectStore store, ProjectSummary summary, int threshold)
    {
        var groupings = Groupings(store, summary.Persons);
        if (groupings.Count == 0)
        {
            return (summary, [], []);
        }

        var coded = store.CodedCases().Select(c => (c.Code, c.Case)).ToList();
        ThemeFigures Counted(Func<CountedCase, string> by) => new(summary.Tree, [.. summary.Persons.Select(p => new Person(p.Key, by(p)))], coded, store.Project.PercentFrom);
        var overview = Counted(p => p.Attributes.GetValueOrDefault(SummaryScope.Group, ""));
        var all = groupings.Select(g => (g.Name, Figures: Counted(p => g.Values[p.Key]))).ToList();
        foreach (var some in Choices(all))
        {
            var tables = ThemeFigures.Suppressed([overview, .. some.Select(t => t.Figures)], threshold);
            if (HidesNoMore(tables[0], summary.Figures))
            {
                return (
                    summary with { Figures = tables[0], Themes = [.. summary.Themes.Zip(tables[0].Themes, (t, count) => t with { Count = count })] },
                    [.. some.Zip(tables.Skip(1), (t, figures) => new ThemeComparison(t.Name, [.. figures.Groups.Zip(figures.GroupSizes)], figures.Themes.ToDictionary(x => x.Code, x => x.ByGroup)))],
                    [.. all.Except(some).Select(t => t.Name)]);
            }
        }

        return (summary, [], [.. all.Select(t => t.Name)]);
    }

    private static IEnumerable<List<(string Name, ThemeFigures Figures)>> Choices(List<(string Name, ThemeFigures Figures)> all) =>
        all.Count < 2 ? [all] : [all, .. all.Select(t => new List<(string, ThemeFigures)> { t })];

    private static bool HidesNoMore(ThemeFigures joint, ThemeFigures alone) => joint.Themes.Zip(alone.Themes)
        .All(t => t.First.ByGroup.Append(t.First.All).Zip(t.Second.ByGroup.Append(t.Second.All)).All(s => !s.First.Suppressed || s.Second.Suppressed));

    /// <summary>The attributes that have at least two values among the persons, with the value of each person.</summary>
    internal static IReadOnlyList<(string Name, IReadOnlyDictionary<long, string> Values)> Groupings(IProjectStore store, IReadOnlyList<CountedCase> persons) =>
    [
        .. new (string Name, IReadOnlyDictionary<long, string> Values)[]
        {
            (Project, persons.ToDictionary(p => p.Key, p => p.Attributes.GetValueOrDefault(Project, ""))),
            (Wave, Waves(store, persons)),
        }
        .Where(a => a.Values.Values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Skip(1).Any()),
    ];

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
