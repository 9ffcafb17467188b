using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;

namespace MiaVoices.Core.Workbench;

/// <summary>A report that was written to a file, with its figures as they were shown.</summary>
/// <param name="Number">From 1, in the order of export.</param>
/// <param name="At">When.</param>
/// <param name="Coder">Who.</param>
/// <param name="Kind">Which report.</param>
/// <param name="Audience">Who it was for.</param>
/// <param name="Selection">The rest of the order, in the form of <see cref="ReportOrder.Selection"/>.</param>
/// <param name="Sha256">Of the blocks as Markdown, in hexadecimal.</param>
/// <param name="Facts">What it said in figures, and which quotes it held.</param>
public sealed record ReportExport(
    long Number, DateTimeOffset At, string Coder, ReportKind Kind, Audience Audience, string Selection, string Sha256, IReadOnlyList<ReportFact> Facts);

/// <summary>
/// What has gone out in reports: kept so that two dates can be compared, and so that two reports which together tell of few
/// persons are noticed. Outside the journal, since undoing cannot call back a file. One thread at a time, like the store.
/// </summary>
public interface IReportTrail
{
    /// <summary>All exports, the latest first.</summary>
    IReadOnlyList<ReportExport> All();

    /// <summary>Remembers an export under the next number, which is given back.</summary>
    long Remember(ReportExport export);
}
