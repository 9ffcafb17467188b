using MiaVoices.Core.Changes;
using MiaVoices.Core.Revisions;

namespace MiaVoices.Core.Workbench;

/// <summary>A coding that waits, with the place that is proposed for it.</summary>
/// <param name="Waiting">The coding and the source it waits for.</param>
/// <param name="Place">Where it may stand now, doubtful or lost; places are of the version in use.</param>
/// <param name="Proposed">The words there; null when lost.</param>
public sealed record WaitingPlace(WaitingCoding Waiting, TextPlace Place, string? Proposed);

/// <summary>The codings that wait for a person since their source was corrected.</summary>
public static class WaitingPlaces
{
    /// <summary>All that wait, with proposals; what is proposed is worked out anew from the two texts.</summary>
    public static IReadOnlyList<WaitingPlace> Of(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var places = new List<WaitingPlace>();
        foreach (var pair in store.WaitingCodings().GroupBy(w => (Old: w.Coding.Source, Now: w.Source)))
        {
            var before = store.Segments(new SegmentScope { Source = pair.Key.Old, Replaced = true }).ToList();
            var now = store.Segments(new SegmentScope { Source = pair.Key.Now }).ToList();
            var twins = QuestionTwins.Of(QuestionTwins.Named(before), QuestionTwins.Named(now));
            var alignment = new SourceAlignment(VersionSegments.Of(before), VersionSegments.Of(now, twins));
            foreach (var waiting in pair)
            {
                var place = alignment.Find(waiting.Coding.Start, waiting.Coding.End);
                places.Add(new WaitingPlace(waiting, place, place.Kind == PlaceKind.Lost ? null : store.Text(pair.Key.Now, place.Start, place.End)));
            }
        }

        return places;
    }

    /// <summary>The change that puts a waiting coding where a person says.</summary>
    /// <param name="store">The project.</param>
    /// <param name="waiting">The coding.</param>
    /// <param name="start">First UTF-16 code unit in the version in use.</param>
    /// <param name="end">One past the last.</param>
    public static EditCoding Put(IProjectStore store, WaitingCoding waiting, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(waiting);
        return new EditCoding(waiting.Coding with { Source = waiting.Source, Start = start, End = end, Quote = store.Text(waiting.Source, start, end) });
    }
}
