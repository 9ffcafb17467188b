using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Reader;

/// <summary>Going on to where there is something to do.</summary>
internal sealed partial class CodingScreen
{
    private void AddJumps()
    {
        Add("next", "u", NextUncoded, 9, NoSource);
        Add("nextHit", "h F3", () => _hits.Read(hits => GoToHit(hits, forward: true)), 10, NoSearch);
        Add("previousHit", "g Shift+F3", () => _hits.Read(hits => GoToHit(hits, forward: false)), 0, NoSearch);
        Add("nextOffer", "s", NextOffer, 13, NoLearned);
    }

    private string? NoSearch() => NoSource() ?? (Desk.LatestSearch is null ? T["screen.code.noSearch"] : null);

    private string? NoLearned() => NoSource() ?? (Desk.Learning.Latest is null ? T["screen.code.offersLater"] : null);

    private void NextUncoded()
    {
        var text = Shown!;
        for (var step = 1; step <= text.Count; step++)
        {
            var segment = text[(View.Caret.Paragraph + step) % text.Count];
            if (IsUncoded(text, segment))
            {
                View.MoveTo(new TextPosition(segment.Ordinal - 1, 0));
                if (_sources.ProgressOf(text.Source.Id) is { } progress)
                {
                    Project.Status.Show(T["screen.code.uncodedAt", segment.Ordinal, text.Count, progress.Respondent - progress.Done]);
                }

                return;
            }
        }

        Project.Status.Show(T["screen.code.allCoded"], "", Role.Good);
    }

    private static bool IsUncoded(ReaderText text, Segment segment) => segment.Role != SpeakerRole.Interviewer && text.CodingsAt(segment.Start, segment.End).Count == 0;

    /// <summary>Goes to the hit after or before the segment at the caret, round the end to the other.</summary>
    private void GoToHit(IReadOnlyList<HitPlaces.Hit> hits, bool forward)
    {
        if (hits.Count == 0 || Segment is not { } here)
        {
            Project.Status.Show(T["screen.code.noHits"], "", Role.Warning);
            return;
        }

        var (at, isThere) = Find(hits.Count, i => hits[i].Segment, here.Key);
        var to = forward ? (isThere ? at + 1 : at) % hits.Count : (at - 1 + hits.Count) % hits.Count;
        ShowPlace(hits[to].Source, hits[to].Places);
        Project.Status.Show(T["screen.code.hitAt", to + 1, hits.Count, Desk.LatestSearch!.Query], T["screen.code.hitHint"]);
    }

    /// <summary>Goes to the next segment that has a suggestion nobody has answered.</summary>
    private void NextOffer()
    {
        var open = new List<CodeSuggestion>();
        foreach (var suggestion in Desk.Learning.Latest!.InTexts())
        {
            if (!Desk.Learning.IsSettled(suggestion.Id) && (open.Count == 0 || open[^1].Segment != suggestion.Segment))
            {
                open.Add(suggestion);
            }
        }

        var (at, isThere) = Find(open.Count, i => open[i].Segment, Segment!.Key);
        for (var step = isThere ? 1 : 0; step < open.Count + (isThere ? 1 : 0); step++)
        {
            var next = (at + step) % open.Count;
            // What was coded since the program learnt needs no suggestion.
            if (Project.Store.Segments(new SegmentScope { Keys = [open[next].Segment] }).FirstOrDefault() is { } segment
                && !Project.Store.Codings(new CodingScope { Source = segment.SourceId, Span = (segment.Start, segment.End) }).Any())
            {
                ShowPlace(segment.SourceId, [(segment.Start, segment.Start)]);
                Project.Status.Show(T["screen.code.offerAt", next + 1, open.Count, Name(open[next].Code), HereOffers.Percent(open[next].Confidence)]);
                return;
            }
        }

        Project.Status.Show(T["screen.code.noOffers"], "", Role.Good);
    }

    /// <summary>The place of a key among rising ones, and whether it is one of them.</summary>
    private static (int At, bool IsThere) Find(int count, Func<int, long> keyAt, long key)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keyAt(middle) < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return (low, low < count && keyAt(low) == key);
    }
}
