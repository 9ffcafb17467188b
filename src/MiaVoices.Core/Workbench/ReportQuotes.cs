using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Workbench;

/// <summary>
/// The quotes that a report may show: those that people have chosen and approved come first; where there are none the
/// program's own choice stands in, marked as such, except for anyone outside. No more are shown than the figures allow.
/// Not thread-safe.
/// </summary>
internal sealed class ReportQuotes
{
    private readonly ProjectSummary _summary;
    private readonly Audience _audience;
    private readonly QuoteLimits _limits;
    private readonly Dictionary<string, string> _groups;
    private readonly ILookup<Guid, PlacedQuote> _chosen;
    private readonly HashSet<string> _small;

    public ReportQuotes(IReadOnlyList<PlacedQuote> quotes, ProjectSummary summary, Audience audience, int threshold)
    {
        (_summary, _audience) = (summary, audience);
        _limits = new QuoteLimits(summary.Figures, summary.Tree);
        _groups = summary.Persons.ToDictionary(p => p.Name, p => p.Attributes.GetValueOrDefault(SummaryScope.Group, ""), StringComparer.Ordinal);
        _small = [.. summary.Figures.Groups.Where((_, i) => summary.Figures.GroupSizes[i] < threshold)];
        _chosen = quotes
            .Where(q => q.IsCurrent && (q.IsApproved || (audience == Audience.Internal && q.Quote.Status == QuoteStatus.Draft)))
            .Where(q => Summarising.IsRespondents(q.Coding) && _groups.ContainsKey(q.Coding.Respondent!))
            .OrderBy(q => q.Quote.Status != QuoteStatus.Approved)
            .ToLookup(q => q.Coding.Coding.Code);
    }

    /// <summary>
    /// The quotes that stand on each theme itself. What stands under a sub-theme is quoted there: of a theme that has nothing of
    /// its own the program's choice would only repeat it.
    /// </summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<ShownQuote>> ByTheme()
    {
        var shown = new Dictionary<Guid, IReadOnlyList<ShownQuote>>();
        foreach (var theme in _summary.Themes.OrderByDescending(t => _summary.Tree.Depth(t.Code)))
        {
            var quotes = Of(theme, [.. _chosen[theme.Code]]);
            shown[theme.Code] = theme.OwnCodings > 0 || !_summary.Tree.Children(theme.Code).Any() || quotes.Exists(q => q.Origin != QuoteOrigin.Machine) ? quotes : [];
        }

        return shown;
    }

    /// <summary>Quotes of a theme and all below it, at most so many, from as many persons as there are.</summary>
    public IReadOnlyList<ShownQuote> Of(Guid code, int most)
    {
        var theme = _summary.Themes.Single(t => t.Code == code);
        var below = _summary.Tree.WithDescendants(code).Select(c => c.Id).ToHashSet();
        var chosen = below.SelectMany(c => _chosen[c]).OrderBy(q => q.Coding.SegmentKey).ThenBy(q => q.Quote.Chosen).ToList();
        var machine = theme.Quotes.Concat(_summary.Themes.Where(t => t.Code != code && below.Contains(t.Code)).SelectMany(t => t.Quotes));
        var quotes = Of(theme with { Quotes = [.. machine] }, chosen);
        return [.. quotes.DistinctBy(q => q.Person).Concat(quotes).Distinct().Take(most)];
    }

    private List<ShownQuote> Of(ThemeSummary theme, List<PlacedQuote> chosen)
    {
        var shown = chosen.Where(q => Allows(theme.Code, q.Coding.Respondent!)).Select(Shown).ToList();
        return shown.Count > 0 || _audience == Audience.Public
            ? shown
            : [.. theme.Quotes.Where(q => Allows(theme.Code, q.Respondent!)).Select(q => new ShownQuote(q.Text, Reference(q), null, QuoteOrigin.Machine, q.Respondent!) { Coding = q.Coding })];
    }

    private bool Allows(Guid code, string person) => _limits.Allows(code, person, _groups[person]);

    private ShownQuote Shown(PlacedQuote q) => new(
        q.Text,
        Reference(AsChosen(q)),
        _audience == Audience.Public ? null : q.Id,
        q.IsApproved ? QuoteOrigin.Approved : QuoteOrigin.Draft,
        q.Coding.Respondent!)
    {
        Coding = q.Coding.Coding.Id,
        Reviewer = q.Quote.Reviewer,
        Reviewed = q.Quote.Reviewed,
        Consented = q.Quote.Consent == true ? q.Quote.ConsentDate : null,
    };

    public static ChosenQuote AsChosen(PlacedQuote q) => new(
        q.Coding.Coding.Id, q.Text, q.Coding.SourceName, q.Coding.SourceLabel, q.Coding.Ordinal, q.Coding.Timecode, q.Coding.Row, q.Coding.Respondent, q.Group, []);

    /// <summary>On the web a small group is not even named beside a quote.</summary>
    private string Reference(ChosenQuote quote) =>
        ThemeReport.Reference(_audience == Audience.Public && _small.Contains(quote.Group) ? quote with { Group = "" } : quote, _audience);
}
