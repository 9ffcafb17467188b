using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Tells which case belongs to which row of a survey.</summary>
internal static class CaseRows
{
    /// <summary>The rows of all surveys, read off the names that an import gives to cases: survey, wave, respondent id.</summary>
    public static IReadOnlyList<CaseRow> Of(IProjectStore store)
    {
        const string between = " · ";
        var surveys = store.Sources().Where(s => s is { Kind: SourceKind.Survey, Survey: not null }).ToList();
        var rows = new List<CaseRow>();
        foreach (var person in store.Cases())
        {
            var at = person.Name.LastIndexOf(between, StringComparison.Ordinal);
            var name = at < 0 ? "" : person.Name[..at];
            var source = surveys.Where(s => name == s.Survey || name.StartsWith(s.Survey + " ", StringComparison.Ordinal)).MaxBy(s => s.Survey!.Length);
            if (source is not null)
            {
                var wave = name.Length > source.Survey!.Length ? name[(source.Survey.Length + 1)..]
                    : surveys.Where(s => s.Survey == name).Select(s => s.Wave).Distinct().ToList() is [var only] ? only
                    : null;
                rows.Add(new CaseRow(source.Survey, wave, person.Name[(at + between.Length)..], person.Id));
            }
        }

        return rows;
    }
}
