using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;

namespace MiaVoices.Core.Workbench;

/// <summary>A point of the check list for publication.</summary>
/// <param name="Point">The point, by its word.</param>
/// <param name="Tick">Who ticked it last, or null.</param>
/// <param name="Holds">Whether the tick is about the approved quotes as they are.</param>
public sealed record ReviewState(string Point, ReviewTick? Tick, bool Holds);

/// <summary>The check list that a person goes through before quotes are published.</summary>
public static class QuoteReview
{
    /// <summary>All points in order.</summary>
    public static IReadOnlyList<ReviewState> List(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var (ticks, now) = (store.ReviewTicks().ToDictionary(t => t.Point), Quoting.Fingerprint(Quoting.All(store)));
        return [.. ReviewPoints.All.Select(p => new ReviewState(p, ticks.GetValueOrDefault(p), ticks.GetValueOrDefault(p)?.Quotes == now))];
    }

    /// <summary>Ticks a point for the approved quotes as they are.</summary>
    public static TickReview Tick(IProjectStore store, string point)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new TickReview(new ReviewTick(point, Quoting.Fingerprint(Quoting.All(store)), store.Coder, store.Now));
    }
}
