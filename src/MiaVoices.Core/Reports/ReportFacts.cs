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
        .. ThemeReportSurveys.Facts(c),
        .. Of(c.Quotes.SelectMany(q => q.Value).Concat(c.Stories)),
    ];

    /// <summary>A number of persons as shown; the group is empty for all.</summary>
    public static ReportFact Number(CodeTree tree, Guid code, string group, Share share) =>
        new(code.ToString("N"), group, share.Suppressed ? null : share.Persons, share.Of) { Name = tree.Path(code) };

    /// <summary>The first words of a quote that has no name outside.</summary>
    private static string Beginning(string text)
    {
        const int Most = 60;
        var line = MarkdownText.OneLine(text);
        if (line.Length <= Most)
        {
            return $"”{line}”";
        }

        var end = line.LastIndexOf(' ', Most) is var space && space > 0 ? space : Most;
        return $"”{line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)]} …”";
    }

    public static IEnumerable<ReportFact> Of(IEnumerable<ShownQuote> quotes) =>
        quotes.DistinctBy(q => q.Coding).OrderBy(q => q.Coding).Select(q => new ReportFact(q.Coding.ToString("N"), null, null, 0) { Name = q.Id ?? Beginning(q.Text) });
}
