using MiaVoices.Core;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Searching;

/// <summary>A page of hits with what is counted over all of them.</summary>
/// <param name="Ask">What was asked for.</param>
/// <param name="Page">The page, from 0.</param>
/// <param name="Outcome">The hits of the page.</param>
/// <param name="Totals">Over all hits.</param>
/// <param name="Sources">Hits by source, those with most first.</param>
/// <param name="Uncoded">Hits that hold no coding.</param>
internal sealed record SearchAnswer(SearchAsk Ask, int Page, SearchOutcome Outcome, HitTotals Totals, IReadOnlyList<SourceHits> Sources, int Uncoded)
{
    /// <summary>Hits of a page.</summary>
    public const int PageSize = 100;

    /// <summary>Where nothing was asked for.</summary>
    public static SearchAnswer None { get; } = new(new SearchAsk(""), 0, new SearchOutcome("", "", 0, 0, []), new HitTotals(0, 0, 0), [], 0);

    /// <summary>Why the query cannot be read; the rest is then that of nothing.</summary>
    public Problem? Fault { get; init; }

    /// <summary>What a saved search found when it was saved, and how many hits have come in since; null where it is not one or that is not known.</summary>
    public (SeenSearch Before, int Added)? Since { get; init; }

    /// <summary>How many pages there are, at least one.</summary>
    public int Pages => Math.Max(1, (Outcome.Total + PageSize - 1) / PageSize);

    /// <summary>Searches; what the query has wrong is part of the answer.</summary>
    /// <param name="store">The project.</param>
    /// <param name="ask">What is asked for.</param>
    /// <param name="page">The page, from 0.</param>
    /// <param name="language">sv or en.</param>
    /// <param name="saved">The saved search that it is, or null.</param>
    /// <param name="cancellation">Stops between the steps.</param>
    public static SearchAnswer Read(IProjectStore store, SearchAsk ask, int page, string language, Guid? saved, CancellationToken cancellation)
    {
        try
        {
            using var view = store.Snapshot();
            var searching = new Core.Workbench.Searching(store);
            var outcome = searching.Run(ask.Query, ask.Filters, language, node => ask.Shape(node, PageSize, page * PageSize));
            cancellation.ThrowIfCancellationRequested();
            var request = ask.Shape(searching.Read(ask.Query, ask.Filters), 1);
            var uncoded = ask.Uncoded ? outcome.Total : store.Index.Find(request with { Query = new AndQuery([request.Query, SearchAsk.OnlyUncoded]), Order = SearchOrder.Document }, cancellation).Total;
            cancellation.ThrowIfCancellationRequested();
            var before = saved is { } id ? store.SearchTrail.Seen().GetValueOrDefault(id) : null;
            return new SearchAnswer(
                ask,
                page,
                outcome,
                store.HitFigures.Totals(request),
                [.. store.HitFigures.BySource(request).OrderByDescending(s => s.Segments)],
                uncoded)
            {
                Since = before is null ? null : (before, store.HitFigures.After(request, before.SavedLast)),
            };
        }
        catch (RefusedException e)
        {
            return None with { Ask = ask, Fault = e.Problem };
        }
    }

    /// <summary>All hits of what was asked for.</summary>
    public SearchOutcome All(IProjectStore store, string language) =>
        new Core.Workbench.Searching(store).Run(Ask.Query, Ask.Filters, language, node => Ask.Shape(node, 0));
}
