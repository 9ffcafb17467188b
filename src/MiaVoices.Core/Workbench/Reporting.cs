using System.Security.Cryptography;
using System.Text;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;

namespace MiaVoices.Core.Workbench;

/// <summary>Makes reports.</summary>
public static class Reporting
{
    /// <summary>
    /// The report that is ordered. The same project and order give the same blocks, apart from the date. Small numbers are
    /// suppressed unless the audience is internal.
    /// </summary>
    /// <param name="store">The project.</param>
    /// <param name="order">Which report.</param>
    /// <param name="program">Version of the program.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="RefusedException">There is nothing to report, or nobody has those values.</exception>
    /// <exception cref="UsageException">The order lacks something that the report needs, such as the theme of a dialogue sheet.</exception>
    public static ReportDocument Compose(IProjectStore store, ReportOrder order, string program, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(order);
        return order.Kind switch
        {
            ReportKind.Theme => ThemeReport.Compose(ReportGathering.Content(store, order, program, progress, cancellation)),
            _ => throw new UsageException(Problem.Of("report.kind", order.Kind.ToString())),
        };
    }

    /// <summary>Remembers that a report has gone out, with its figures, so that another day's can be compared with it.</summary>
    /// <returns>The number of the export.</returns>
    public static long Remember(IProjectStore store, ReportOrder order, ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(document);
        var sha = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(MarkdownWriter.Write(document.Blocks))));
        return store.ReportTrail.Remember(new ReportExport(0, store.Now, store.Coder, order.Kind, order.Audience, order.Selection, sha, document.Facts));
    }
}
