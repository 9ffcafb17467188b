using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures.Claims;

namespace MiaVoices.Core.Workbench;

/// <summary>A figure in what somebody has written that a person should look at.</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="Finding">What is wrong; its line is that of the passage.</param>
public sealed record PassageFinding(Passage Passage, ClaimFinding Finding);

/// <summary>
/// Checks the figures that people have written in reports, by the rules of <see cref="FigureClaims"/>. The program's own
/// figures need none: they are counted.
/// </summary>
public static class PassageFigures
{
    /// <summary>The findings in all that is written for a report, in its order.</summary>
    public static IReadOnlyList<PassageFinding> In(IProjectStore store, ReportKind report)
    {
        ArgumentNullException.ThrowIfNull(store);
        return [.. store.Passages().Where(p => p.Report == report).SelectMany(p => FigureClaims.Check(p.Text).Select(f => new PassageFinding(p, f)))];
    }

    /// <summary>The findings in what a report of some themes shows, those cores of themes that it borrows from the theme report too.</summary>
    internal static IReadOnlyList<PassageFinding> Find(IProjectStore store, ReportKind report, IReadOnlyList<Guid> themes) =>
    [
        .. In(store, report).Concat(report is ReportKind.Summary or ReportKind.Dialogue ? In(store, ReportKind.Theme).Where(f => f.Passage.Place == "core") : [])
            .Where(f => f.Passage.Code is not { } code || themes.Contains(code)),
    ];
}
