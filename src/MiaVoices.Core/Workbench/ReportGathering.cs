using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Reports;

namespace MiaVoices.Core.Workbench;

/// <summary>Gathers what reports on themes say.</summary>
internal static class ReportGathering
{
    private const int MostExamples = 6;

    /// <summary>Numbers below it are not shown to the audience; 0 shows all.</summary>
    public static int Threshold(IProjectStore store, Audience audience) => audience == Audience.Internal ? 0 : store.Project.Threshold;

    /// <summary>What reports on themes say, and what it is made of; the selection and the quotes are those of <see cref="Selected"/>.</summary>
    public static ReportContent Content(IProjectStore store, ReportOrder order, string program, ProjectSummary summary, IReadOnlyList<PlacedQuote> quotes)
    {
        var (material, sources) = ReportMaterial.Lines(store, summary, order.Where.Count > 0);
        if (material.Count == 0)
        {
            throw new RefusedException(Problem.Of(order.Where.Count == 0 ? "report.noMaterial" : "report.noSelection"));
        }

        var threshold = Threshold(store, order.Audience);
        (summary, var comparisons, var leftOut) = order.Kind == ReportKind.Theme ? ReportComparisons.Beside(store, summary, threshold) : (summary, [], []);
        IReadOnlyList<(SurveyMaterial Material, SurveyResult Figures)> surveys = order.Kind == ReportKind.Theme && order.Where.Count == 0 ? ReportSurveys.Read(store, threshold) : [];
        (summary, comparisons, var questions) = ReportSurveys.Beside(store, summary, comparisons, surveys, threshold);
        var byTheme = new ReportQuotes(quotes, summary, order.Audience, threshold).ByTheme();
        var stories = Stories(quotes, summary, order);
        if (order.Kind == ReportKind.Theme)
        {
            // What stands under a theme is not told twice.
            var told = byTheme.Values.SelectMany(q => q).Select(q => (q.Coding, q.Text)).ToHashSet();
            stories = [.. stories.Where(s => !told.Contains((s.Coding, s.Text)))];
        }

        return new ReportContent
        {
            Project = store.Project.Name,
            At = store.Now,
            Program = program,
            Audience = order.Audience,
            Selection = order.Choice,
            Threshold = threshold,
            PercentFrom = store.Project.PercentFrom,
            Tree = summary.Tree,
            Figures = summary.Figures,
            Themes = summary.Themes,
            Material = material,
            Sources = sources,

            // A selection of respondents has no response rate: how many of the rest belong to it is not known.
            Response = order.Where.Count > 0 ? [] : [.. ReportMaterial.Response(store)],
            Method = Method(store, summary, order.Where.Count > 0),
            Written = new PassageBook(store.Passages(), order.Kind, order.Audience),
            Quotes = byTheme,
            Stories = stories,
            Comparisons = comparisons,
            ComparisonsLeftOut = leftOut,
            Goals = ReportSurveys.Goals(surveys),
            Questions = questions,
            Examples = order.Kind == ReportKind.Theme ? Examples(quotes, summary, byTheme) : [],
            Review = Review(store, quotes, byTheme.Values.SelectMany(q => q).Concat(stories)),
        };
    }

    /// <summary>The selection of an order with its figures and the program's own quotes, and all quotes that people chose.</summary>
    public static (ProjectSummary Summary, IReadOnlyList<PlacedQuote> Quotes) Selected(
        IProjectStore store, ReportOrder order, bool words, IProgress<double>? progress, CancellationToken cancellation) =>
    (
        Summarising.Run(
            store,
            store.Analyser,
            new SummaryScope
            {
                Where = order.Where,
                Threshold = Threshold(store, order.Audience),
                Words = words,
                Proposals = false,
            },
            progress,
            cancellation),
        Quoting.All(store));

    /// <summary>Approved quotes whose tellers have agreed that they are published, in document order.</summary>
    public static IReadOnlyList<ShownQuote> Stories(IReadOnlyList<PlacedQuote> quotes, ProjectSummary summary, ReportOrder order)
    {
        var selected = summary.Persons.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. quotes.Where(q => q.IsApproved && q.Quote.Consent == true && (order.Where.Count == 0 || (q.Coding.Respondent is { } who && selected.Contains(who))))
                .DistinctBy(q => (q.Coding.Coding.Source, q.Coding.Coding.Start, q.Text))
                .Select(q => new ShownQuote(
                    q.Text,
                    order.Audience == Audience.Public ? "Ur materialet" : ThemeReport.Reference(ReportQuotes.AsChosen(q), order.Audience),
                    order.Audience == Audience.Public ? null : q.Id,
                    QuoteOrigin.Approved,
                    q.Coding.Respondent ?? q.Coding.SourceLabel)
                {
                    Coding = q.Coding.Coding.Id,
                    Reviewer = q.Quote.Reviewer,
                    Reviewed = q.Quote.Reviewed,
                    Consented = q.Quote.ConsentDate,
                }),
        ];
    }

    /// <summary>The ticks that still hold for the approved quotes as they are.</summary>
    public static IReadOnlyList<ReviewTick> Ticks(IProjectStore store, IReadOnlyList<PlacedQuote> quotes)
    {
        var now = Quoting.Fingerprint(quotes);
        var ticks = store.ReviewTicks().Where(t => t.Quotes == now).ToDictionary(t => t.Point);
        return [.. ReviewPoints.All.Where(ticks.ContainsKey).Select(p => ticks[p])];
    }

    private static ReviewFacts Review(IProjectStore store, IReadOnlyList<PlacedQuote> quotes, IEnumerable<ShownQuote> shown)
    {
        var all = shown.DistinctBy(q => (q.Coding, q.Text)).ToList();
        return new ReviewFacts(
            all.Count(q => q.Origin == QuoteOrigin.Approved),
            all.Count(q => q.Origin == QuoteOrigin.Machine),
            all.Count(q => q.Origin == QuoteOrigin.Draft),
            [.. all.Select(q => q.Reviewer).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            quotes.Any(q => q.IsApproved) ? Ticks(store, quotes) : []);
    }

    /// <summary>Quotes that the report shows anyway, so that the example tells nothing more.</summary>
    private static IReadOnlyList<AnalysisExample> Examples(IReadOnlyList<PlacedQuote> quotes, ProjectSummary summary, IReadOnlyDictionary<Guid, IReadOnlyList<ShownQuote>> shown)
    {
        var there = shown.Values.SelectMany(q => q).Where(q => q.Origin == QuoteOrigin.Approved).Select(q => q.Coding).ToHashSet();
        return
        [
            .. quotes.Where(q => q.IsApproved && there.Contains(q.Coding.Coding.Id) && q.Coding.Coding.Condensed.Length > 0)
                .Take(MostExamples)
                .Select(q => new AnalysisExample(
                    q.Text,
                    q.Coding.Coding.Condensed,
                    [.. summary.Tree.Above(q.Coding.Coding.Code).Prepend(q.Coding.Coding.Code).Select(c => summary.Tree[c].Name)])),
        ];
    }

    private static MethodFacts Method(IProjectStore store, ProjectSummary summary, bool selected)
    {
        var answers = store.SuggestionAnswers();
        return new MethodFacts(
            [.. summary.Codings.Select(c => c.Coding.Coder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            summary.Codings.Count,
            [.. summary.Codings.GroupBy(c => c.Coding.Origin).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            answers.Count(a => a.Verdict == SuggestionVerdict.Accepted),
            answers.Count(a => a.Verdict != SuggestionVerdict.Accepted))
        {
            Days = Days(store),
            AcceptedTogether = answers.Count(a => a.AcceptedAbove is not null),
            CodedTogether = summary.Codings.Count(c => c.Coding.AcceptedAbove is not null),
            Agreement = CoderComparing.Run(store, summary.Codings, selected),
            NewCodes = [.. Saturation.Of(store, summary.Codings).Select(s => s.New)],
        };
    }

    private static IReadOnlyList<DateOnly> Days(IProjectStore store) =>
        [.. new SortedSet<DateOnly>(store.Journal().Where(e => e is { Kind: EntryKind.Do, Undone: false } && Codes(e.Change)).Select(e => DateOnly.FromDateTime(e.At.UtcDateTime)))];

    private static bool Codes(Change change) => change is AddCoding || (change is Batch batch && batch.Changes.Any(Codes));
}
