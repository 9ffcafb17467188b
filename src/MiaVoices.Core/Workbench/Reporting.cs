using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Language;
using MiaVoices.Core.Reports;

namespace MiaVoices.Core.Workbench;

/// <summary>Gathers what reports say.</summary>
public static class Reporting
{
    /// <summary>
    /// The theme report of a project or of the cases that have the given attribute values. The same project gives the same
    /// blocks, apart from the date.
    /// </summary>
    /// <exception cref="RefusedException">There is nothing to report, or nobody has those values.</exception>
    public static IEnumerable<Block> Theme(
        IProjectStore store,
        ITextAnalyser analyser,
        Audience audience,
        IReadOnlyList<(string Attribute, string Value)> where,
        string program,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(where);
        var threshold = audience == Audience.Internal ? 0 : Suppression.Default;
        var summary = Summarising.Run(store, analyser, new SummaryScope { Where = where, Threshold = threshold }, progress, cancellation);
        var (material, sources) = ReportMaterial.Lines(store, summary, where.Count > 0);
        if (material.Count == 0)
        {
            throw new RefusedException(Problem.Of(where.Count == 0 ? "report.noMaterial" : "report.noSelection"));
        }

        return ThemeReport.Compose(new ThemeReportContent
        {
            Project = store.Project.Name,
            At = store.Now,
            Program = program,
            Audience = audience,
            Selection = string.Join(" och ", where.GroupBy(w => w.Attribute).Select(g => $"{g.Key} är {string.Join(" eller ", g.Select(v => v.Value))}")),
            Threshold = threshold,
            Tree = summary.Tree,
            Figures = summary.Figures,
            Themes = summary.Themes,
            Material = material,
            Sources = sources,

            // A selection of respondents has no response rate: how many of the rest belong to it is not known.
            Response = where.Count > 0 ? [] : [.. ReportMaterial.Response(store)],
            Method = Method(store, summary),
        });
    }

    private static MethodFacts Method(IProjectStore store, ProjectSummary summary)
    {
        var answers = store.SuggestionAnswers();
        return new MethodFacts(
            [.. summary.Codings.Select(c => c.Coding.Coder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            summary.Codings.Count,
            [.. summary.Codings.GroupBy(c => c.Coding.Origin).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            answers.Count(a => a.Verdict == SuggestionVerdict.Accepted),
            answers.Count(a => a.Verdict != SuggestionVerdict.Accepted));
    }
}
