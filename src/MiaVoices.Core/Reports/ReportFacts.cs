using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;

namespace MiaVoices.Core.Reports;

/// <summary>The figures and quotes of a report as it shows them.</summary>
internal static class ReportFacts
{
    public static IReadOnlyList<ReportFact> Of(ReportContent c) =>
    [
        .. c.Themes.SelectMany(t => t.Count.ByGroup.Zip(c.Figures.Groups, (share, group) => Number(c.Tree, t.Code, group.Length == 0 ? "–" : group, share))
            .Prepend(Number(c.Tree, t.Code, "", t.Count.All))),
        .. Of(c.Quotes.SelectMany(q => q.Value).Concat(c.Stories)),
    ];

    /// <summary>A number of persons as shown; the group is empty for all.</summary>
    public static ReportFact Number(CodeTree tree, Guid code, string group, Share share) =>
        new(code.ToString("N"), group, share.Suppressed ? null : share.Persons, share.Of) { Name = tree.Path(code) };

    public static IEnumerable<ReportFact> Of(IEnumerable<ShownQuote> quotes) =>
        quotes.DistinctBy(q => q.Coding).OrderBy(q => q.Coding).Select(q => new ReportFact(q.Coding.ToString("N"), null, null, 0) { Name = q.Id ?? q.Reference });
}
