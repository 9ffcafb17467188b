namespace MiaVoices.Core.Reports;

/// <summary>The figures and quotes of a report as it shows them.</summary>
internal static class ReportFacts
{
    public static IReadOnlyList<ReportFact> Of(ReportContent c) =>
    [
        .. c.Themes.SelectMany(t => t.Count.ByGroup.Zip(c.Figures.Groups, (share, group) => (Share: share, Group: group.Length == 0 ? "–" : group)).Prepend((Share: t.Count.All, Group: ""))
            .Select(x => new ReportFact(t.Code.ToString("N"), x.Group, x.Share.Suppressed ? null : x.Share.Persons, x.Share.Of) { Name = c.Tree.Path(t.Code) })),
        .. Of(c.Quotes.SelectMany(q => q.Value).Concat(c.Stories)),
    ];

    public static IEnumerable<ReportFact> Of(IEnumerable<ShownQuote> quotes) =>
        quotes.DistinctBy(q => q.Coding).OrderBy(q => q.Coding).Select(q => new ReportFact(q.Coding.ToString("N"), null, null, 0) { Name = q.Id ?? q.Reference });
}
