using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Tells which case belongs to which row of a survey.</summary>
internal static class CaseRows
{
    /// <summary>The rows of all surveys, or of one.</summary>
    public static IReadOnlyList<CaseRow> Of(IProjectStore store, string? survey = null) =>
    [
        .. store.Sources().Where(s => s is { Kind: SourceKind.Survey, Survey: not null } && (survey is null || s.Survey == survey))
            .SelectMany(s => store.Respondents(s.Id).Select(r => new CaseRow(s.Survey!, r.Wave, r.Row, r.Case))).Distinct(),
    ];
}
