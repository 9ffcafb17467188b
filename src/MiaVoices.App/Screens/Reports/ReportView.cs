using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats.Reports;

namespace MiaVoices.App.Screens.Reports;

/// <summary>What a person has asked to see. Immutable.</summary>
/// <param name="Audience">Who the report is for.</param>
/// <param name="Where">Only persons with these attribute values; none for all.</param>
internal sealed record ReportWish(Audience Audience, IReadOnlyList<(string Attribute, string Value)> Where);

/// <summary>Something that is looked at before a report leaves the office.</summary>
/// <param name="IsGood">Whether it is as it should be.</param>
/// <param name="Key">Key of its text.</param>
/// <param name="Facts">What the text tells.</param>
internal sealed record ReportPoint(bool IsGood, string Key, params IReadOnlyList<object> Facts);

/// <summary>A report as made in the background, with what must be looked at before it leaves. Immutable.</summary>
/// <param name="Wish">What was asked for.</param>
/// <param name="Blocks">The report; empty where it was refused.</param>
/// <param name="Tree">Its tree.</param>
/// <param name="At">When it was made.</param>
/// <param name="Points">What must be looked at.</param>
/// <param name="Values">Attributes of the persons with their values, to choose among.</param>
/// <param name="Refused">Why there is no report; null where there is one.</param>
internal sealed record ReportView(
    ReportWish Wish,
    IReadOnlyList<Block> Blocks,
    ReportTree Tree,
    DateTimeOffset At,
    IReadOnlyList<ReportPoint> Points,
    IReadOnlyList<(string Attribute, string Value)> Values,
    Problem? Refused)
{
    /// <summary>Makes the report as one moment of the project has it.</summary>
    public static ReportView Read(IProjectStore store, ReportWish wish, string program, IProgress<double> progress, CancellationToken cancellation)
    {
        using var moment = store.Snapshot();
        IReadOnlyList<(string, string)> values =
        [
            .. store.CountedCases().SelectMany(p => p.Attributes).Select(a => (a.Key, a.Value)).Distinct()
                .OrderBy(v => v.Key, StringComparer.Ordinal).ThenBy(v => v.Value, StringComparer.Ordinal),
        ];
        try
        {
            IReadOnlyList<Block> blocks = Reporting.Compose(store, new ReportOrder { Kind = ReportKind.Theme, Audience = wish.Audience, Where = wish.Where }, program, progress, cancellation).Blocks;
            cancellation.ThrowIfCancellationRequested();
            return new ReportView(wish, blocks, ReportTree.Of(blocks), store.Now, [.. Look(store, wish, blocks)], values, null);
        }
        catch (RefusedException refused)
        {
            return new ReportView(wish, [], ReportTree.Of([]), store.Now, [], values, refused.Problem);
        }
    }

    private static IEnumerable<ReportPoint> Look(IProjectStore store, ReportWish wish, IReadOnlyList<Block> blocks)
    {
        yield return wish.Audience == Audience.Internal
            ? new ReportPoint(false, "screen.report.point.internal")
            : new ReportPoint(true, "screen.report.point.hidden", Suppression.Default, blocks.OfType<TableBlock>().Sum(Hidden));
        var (read, all) = Reviewed(store);
        yield return new ReportPoint(read == all, "screen.report.point.reviewed", read, all);
        var quotes = blocks.OfType<QuoteBlock>().Count();
        if (quotes > 0)
        {
            yield return new ReportPoint(false, "screen.report.point.quotes", quotes);
        }

        if (wish.Where.Count > 0)
        {
            yield return new ReportPoint(false, "screen.report.point.where");
        }
    }

    private static int Hidden(TableBlock table) => table.Rows.Sum(r => r.Count(c => c == SwedishText.Hidden));

    /// <summary>How much of what persons say is coded or reviewed.</summary>
    private static (int Read, int All) Reviewed(IProjectStore store)
    {
        var done = store.Codings(CodingScope.All).Select(c => c.SegmentKey).Concat(store.Reviews().Select(r => r.Segment)).ToHashSet();
        var (read, all) = (0, 0);
        foreach (var segment in store.Segments(SegmentScope.All))
        {
            if (segment.Role == SpeakerRole.Respondent)
            {
                all++;
                read += done.Contains(segment.Key) ? 1 : 0;
            }
        }

        return (read, all);
    }
}
