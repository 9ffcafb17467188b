using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Workbench;

/// <summary>Gathers what the shorter reports and the audit say beyond what all reports on themes do.</summary>
internal static class ReportKinds
{
    private const int MostInAnArea = 2;
    private const string SomeoneAsked = "En av dem som intervjuades";

    private static readonly string[] UnitAttributes = ["enhet", "delprojekt"];

    public static ReportDocument Audit(IProjectStore store, ReportContent content, ProjectSummary summary, IReadOnlyList<PlacedQuote> quotes)
    {
        RequireCodes(content);
        var ofCode = summary.Codings.Where(c => Summarising.IsRespondents(c)).ToLookup(c => c.Coding.Code);
        var group = summary.Persons.ToDictionary(p => p.Name, p => p.Attributes.GetValueOrDefault(SummaryScope.Group, ""), StringComparer.Ordinal);
        var shown = quotes.Where(q => q.IsCurrent && (q.IsApproved || (content.Audience == Audience.Internal && q.Quote.Status == QuoteStatus.Draft))).ToLookup(q => q.Coding.Coding.Id);
        var areas = content.Tree.Roots.Select(root =>
        {
            var codings = content.Tree.WithDescendants(root.Id).SelectMany(c => ofCode[c.Id]).Where(c => group.ContainsKey(c.Respondent!)).OrderBy(Summarising.Key).ToList();
            var (well, less, proposed) = (Said(codings, Polarity.WorksWell), Said(codings, Polarity.WorksLessWell), Said(codings, Polarity.Proposal));
            Share Of(IEnumerable<string> persons) => new(persons.Count(), summary.Persons.Count) { PercentFrom = content.PercentFrom };
            var area = new AuditArea(root.Id, Of(well), Of(less), Of(proposed), Of(well.Intersect(less))).Suppressed(content.Threshold);
            List<ShownQuote> Chosen(Polarity polarity, Share persons) => Quotes(store, content, codings, polarity, group, shown, MostQuotes(persons, content.Threshold));
            return area with
            {
                WellQuotes = Chosen(Polarity.WorksWell, area.Well),
                LessQuotes = Chosen(Polarity.WorksLessWell, area.Less),
                ProposalQuotes = Chosen(Polarity.Proposal, area.Proposed),
                Condensed = [.. codings.Where(c => c.Coding.Polarity == Polarity.Proposal && c.Coding.Condensed.Length > 0).Select(c => c.Coding.Condensed).Distinct(StringComparer.Ordinal)],
            };
        });

        // An area that nobody speaks of is none, unless leaving it out would tell what may not be told.
        return AuditReport.Compose(content, [.. areas.Where(a => a.Well.Suppressed || ofCode.Any(c => content.Tree.WithDescendants(a.Code).Any(d => d.Id == c.Key)))], Units(summary, content.Threshold));
    }

    /// <summary>The quotes are those of different themes at the top, chosen ones before the program's own.</summary>
    public static ReportDocument Summary(IProjectStore store, ReportContent content, ReportQuotes quotes)
    {
        RequireCodes(content);
        var found = content.Tree.Roots.SelectMany(r => quotes.Of(r.Id, 1).Select(q => (Code: r.Id, Quote: q))).OrderBy(q => q.Quote.Origin != QuoteOrigin.Approved);
        return SummaryReport.Compose(
            content,
            new PassageBook(store.Passages(), ReportKind.Theme, Audience.Public),
            [.. found.DistinctBy(q => q.Quote.Person).Take(2)]);
    }

    public static ReportDocument Dialogue(IProjectStore store, ReportContent content, ReportQuotes quotes, Guid? theme)
    {
        RequireCodes(content);
        var code = theme ?? throw new UsageException(Problem.Of("report.noTheme"));
        return DialogueSheet.Compose(
            content,
            content.Themes.Single(t => t.Code == code),
            new PassageBook(store.Passages(), ReportKind.Theme, Audience.Public).Text("core", code),
            quotes.Of(code, DialogueSheet.Quotes));
    }

    public static ReportDocument QuoteList(ReportContent content, ProjectSummary summary, IReadOnlyList<PlacedQuote> quotes, Guid? theme)
    {
        var below = theme is { } code ? content.Tree.WithDescendants(code).Select(c => c.Id).ToHashSet() : null;
        var selected = summary.Persons.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var small = content.Figures.Groups.Where((_, i) => content.Figures.GroupSizes[i] < content.Threshold).ToHashSet(StringComparer.Ordinal);
        var open = content.Audience != Audience.Public;
        var lines = quotes
            .Where(q => q.IsCurrent && (q.IsApproved || (content.Audience == Audience.Internal && q.Quote.Status == QuoteStatus.Draft)))
            .Where(q => below is null || below.Contains(q.Coding.Coding.Code))
            .Where(q => q.Coding.Respondent is { } who ? selected.Contains(who) : content.Selection.Length == 0)
            .Select(q => new QuoteListLine(
                new ShownQuote(q.Text, "", open ? q.Id : null, q.IsApproved ? QuoteOrigin.Approved : QuoteOrigin.Draft, q.Coding.Respondent ?? q.Coding.SourceLabel) { Coding = q.Coding.Coding.Id },
                content.Tree.Path(q.Coding.Coding.Code),
                open ? q.Coding.SourceLabel : "",
                open ? q.Coding.Ordinal : 0,
                open ? q.Coding.Timecode : null,
                open || !small.Contains(q.Group) ? q.Group : ""))
            .ToList();
        return lines.Count == 0 ? throw new RefusedException(Problem.Of("report.noQuotes")) : QuoteListReport.Compose(content, lines);
    }

    public static ReportDocument Voices(ReportContent content) =>
        content.Stories.Count == 0 ? throw new RefusedException(Problem.Of("report.noStories")) : StoriesReport.Compose(content);

    private static void RequireCodes(ReportContent content)
    {
        if (content.Tree.Codes.Count == 0)
        {
            throw new RefusedException(Problem.Of("report.noCodes"));
        }
    }

    private static HashSet<string> Said(IEnumerable<PlacedCoding> codings, Polarity polarity) =>
        codings.Where(c => c.Coding.Polarity == polarity).Select(c => c.Respondent!).ToHashSet(StringComparer.Ordinal);

    /// <summary>Each person quoted is known to have said so: under a hidden number, which may be any below the threshold, three must be left possible.</summary>
    private static int MostQuotes(Share persons, int threshold) => persons.Suppressed ? Math.Clamp(threshold - 3, 0, MostInAnArea) : MostInAnArea;

    /// <summary>Nothing beside a quote says who speaks, unless the report is the office's own.</summary>
    private static List<ShownQuote> Quotes(
        IProjectStore store, ReportContent content, IReadOnlyList<PlacedCoding> codings, Polarity polarity, Dictionary<string, string> group, ILookup<Guid, PlacedQuote> shown, int most)
    {
        var of = codings.Where(c => c.Coding.Polarity == polarity).ToList();
        var chosen = of.SelectMany(c => shown[c.Coding.Id]).DistinctBy(q => q.Coding.Respondent).Take(most)
            .Select(q => new ShownQuote(q.Text, Reference(q), content.Audience == Audience.Internal ? q.Id : null, q.IsApproved ? QuoteOrigin.Approved : QuoteOrigin.Draft, q.Coding.Respondent!)
            {
                Coding = q.Coding.Coding.Id,
                Reviewer = q.Quote.Reviewer,
                Reviewed = q.Quote.Reviewed,
            }).ToList();
        if (chosen.Count > 0 || content.Audience == Audience.Public)
        {
            return chosen;
        }

        // A coding over several turns holds the interviewer's words too, and nobody has cut them away.
        var whole = of.Where(c => !c.Coding.Quote.Contains('\n', StringComparison.Ordinal)).DistinctBy(Summarising.Key).ToDictionary(Summarising.Key);
        return
        [
            .. ThemeQuotes.Choose(whole.Values.Select(c => Summarising.Text(c, group)), store.Analyser, most).Select(q => whole[q.Key]).Select(c => new ShownQuote(
                c.Coding.Quote,
                content.Audience == Audience.Internal
                    ? ThemeReport.Reference(new ChosenQuote(c.Coding.Id, c.Coding.Quote, c.SourceName, c.SourceLabel, c.Ordinal, c.Timecode, c.Row, c.Respondent, group[c.Respondent!], []), content.Audience)
                    : SomeoneAsked,
                null,
                QuoteOrigin.Machine,
                c.Respondent!) { Coding = c.Coding.Id }),
        ];

        string Reference(PlacedQuote q) => content.Audience == Audience.Internal ? ThemeReport.Reference(ReportQuotes.AsChosen(q), content.Audience) : SomeoneAsked;
    }

    private static IReadOnlyList<AuditUnit> Units(ProjectSummary summary, int threshold)
    {
        var attribute = UnitAttributes.FirstOrDefault(a => summary.Persons.Any(p => p.Attributes.GetValueOrDefault(a, "").Length > 0));
        return attribute is null ? [] : AuditUnit.Merge(
            summary.Persons.GroupBy(p => p.Attributes.GetValueOrDefault(attribute, "") is { Length: > 0 } unit ? unit : "uppgift saknas", StringComparer.Ordinal)
                .OrderBy(g => g.Key, GroupOrder.Instance).Select(g => new AuditUnit([g.Key], g.Count())),
            threshold);
    }
}
