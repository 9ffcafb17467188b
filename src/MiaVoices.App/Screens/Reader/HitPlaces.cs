using MiaVoices.App.Screens.Searching;
using MiaVoices.Core;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Loop;

namespace MiaVoices.App.Screens.Reader;

/// <summary>The hits of the latest search in the order of the texts, read behind when they are asked for and kept while they stay the same.</summary>
internal sealed class HitPlaces
{
    // So many that nobody goes through them one by one.
    private const int Most = 20_000;
    private static readonly string[] CodeFilters = ["kod:", "code:"];

    private readonly Desk _desk;
    private readonly LatestWork _reading;
    private (SearchAsk? Ask, int Stamp) _of;
    private IReadOnlyList<Hit> _hits = [];

    public HitPlaces(Desk desk) => (_desk, _reading) = (desk, desk.Project.NewWork(desk.App));

    /// <summary>Gives the hits, at once where they are known.</summary>
    public void Read(Action<IReadOnlyList<Hit>> done)
    {
        var (ask, language) = (_desk.LatestSearch!, _desk.T.Language);
        // Hits by codes change with every coding, others only with the sources.
        var byCodes = ask.Uncoded || ask.Code is not null || CodeFilters.Any(f => ask.Query.Contains(f, StringComparison.OrdinalIgnoreCase));
        var of = (ask, byCodes ? _desk.Project.Revision : _desk.Project.Store.Sources().Aggregate(0, (hash, s) => HashCode.Combine(hash, s.Id)));
        if (_of == of)
        {
            done(_hits);
            return;
        }

        _desk.Project.Read(_reading, (store, _) => Find(store, ask, language), hits =>
        {
            (_of, _hits) = (of, hits);
            done(hits);
        });
    }

    private static List<Hit> Find(IProjectStore store, SearchAsk ask, string language)
    {
        try
        {
            var found = new Core.Workbench.Searching(store).Run(ask.Query, ask.Filters, language, node => (ask with { Order = SearchOrder.Document }).Shape(node, Most));
            return [.. found.Hits.Select(h => new Hit(h.Segment.Key, h.Segment.SourceId, Places(h))).OrderBy(h => h.Segment)];
        }
        catch (RefusedException)
        {
            // What it names has gone since: then it finds nothing, and the screen says so.
            return [];
        }
    }

    private static List<(int Start, int End)> Places(SearchHit hit) => hit.Matches.Count == 0
        ? [(hit.Segment.Start, hit.Segment.Start)]
        : [.. hit.Matches.Select(m => (hit.Segment.Start + m.Start, hit.Segment.Start + m.End)).Order()];

    /// <summary>A segment that was found.</summary>
    /// <param name="Segment">Its key.</param>
    /// <param name="Source">Its source.</param>
    /// <param name="Places">What was found in it, in positions of the source; its beginning where only a condition found it.</param>
    internal sealed record Hit(long Segment, Guid Source, IReadOnlyList<(int Start, int End)> Places);
}
