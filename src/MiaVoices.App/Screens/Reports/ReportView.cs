using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats.Reports;

namespace MiaVoices.App.Screens.Reports;

/// <summary>A report as made in the background, with what must be looked at before it leaves. Immutable.</summary>
/// <param name="Order">What was asked for.</param>
/// <param name="Document">The report; null where it was refused.</param>
/// <param name="Tree">Its tree.</param>
/// <param name="At">When it was made.</param>
/// <param name="Checks">What must be looked at.</param>
/// <param name="Values">Attributes of the persons with their values, to choose among.</param>
/// <param name="Themes">The themes to choose among, and to write about.</param>
/// <param name="Surveys">The surveys to choose among.</param>
/// <param name="Refused">Why there is no report; null where there is one.</param>
internal sealed record ReportView(
    ReportOrder Order,
    ReportDocument? Document,
    ReportTree Tree,
    DateTimeOffset At,
    IReadOnlyList<ReportCheck> Checks,
    IReadOnlyList<(string Attribute, string Value)> Values,
    IReadOnlyList<Code> Themes,
    IReadOnlyList<string> Surveys,
    Problem? Refused)
{
    /// <summary>Whether something must be mended before the report may leave.</summary>
    public bool IsBlocked => Checks.Any(c => c.State == CheckState.Blocks);

    /// <summary>Makes the report as one moment of the project has it.</summary>
    public static ReportView Read(IProjectStore store, ReportOrder order, string program, IProgress<double> progress, CancellationToken cancellation)
    {
        using var moment = store.Snapshot();
        var view = new ReportView(order, null, ReportTree.Of([]), store.Now, [], Attributes(store), new CodeTree(store.Codes()).Codes, Named(store), null);
        try
        {
            var document = Reporting.Compose(store, order, program, progress, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return view with { Document = document, Tree = ReportTree.Of(document.Blocks), Checks = ReportChecks.Of(store, order, cancellation) };
        }
        catch (RefusedException refused)
        {
            return view with { Refused = refused.Problem };
        }
    }

    private static IReadOnlyList<string> Named(IProjectStore store) => [.. store.Sources().Select(s => s.Survey).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<(string, string)> Attributes(IProjectStore store) =>
    [
        .. store.CountedCases().SelectMany(p => p.Attributes).Select(a => (a.Key, a.Value)).Distinct()
            .OrderBy(v => v.Key, StringComparer.Ordinal).ThenBy(v => v.Value, StringComparer.Ordinal),
    ];
}
