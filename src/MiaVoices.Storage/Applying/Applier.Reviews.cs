using MiaVoices.Core.Changes;

namespace MiaVoices.Storage.Applying;

/// <summary>Marks of review.</summary>
internal sealed partial class Applier
{
    /// <summary>Marks that are new go again when undone; marks that were renewed get their old position back.</summary>
    private Change Apply(ReviewSegments change)
    {
        var source = SourceKey(change.Source);
        var added = new List<Guid>(change.Segments.Count);
        var renewed = new List<(Guid Segment, long Was)>();
        foreach (var (i, segment) in change.Segments.Index())
        {
            Cancellation.ThrowIfCancellationRequested();
            var key = SegmentKey(segment, source);
            var position = change.Positions is { } positions ? positions[i] : sequence;
            var was = db.Scalar("SELECT sequence FROM review WHERE segment = $segment AND coder = $coder", ("$segment", key), ("$coder", change.By));
            db.Execute(
                "INSERT INTO review (segment, coder, sequence) VALUES ($segment, $coder, $sequence) ON CONFLICT DO UPDATE SET sequence = excluded.sequence",
                ("$segment", key), ("$coder", change.By), ("$sequence", position));
            if (was is null)
            {
                added.Add(segment);
            }
            else if (was != position)
            {
                renewed.Add((segment, was.Value));
            }
        }

        var gone = new UnreviewSegments(change.Source, added, change.By);
        if (renewed.Count == 0)
        {
            return gone;
        }

        var back = new ReviewSegments(change.Source, [.. renewed.Select(r => r.Segment)], change.By) { Positions = [.. renewed.Select(r => r.Was)] };
        return added.Count == 0 ? back : new Batch("segment.review", [gone, back]);
    }

    /// <summary>Only marks that stood come back.</summary>
    private ReviewSegments Apply(UnreviewSegments change)
    {
        var source = SourceKey(change.Source);
        var gone = new List<Guid>(change.Segments.Count);
        var positions = new List<long>(change.Segments.Count);
        foreach (var segment in change.Segments)
        {
            Cancellation.ThrowIfCancellationRequested();
            var was = db.Scalar(
                "DELETE FROM review WHERE segment = $segment AND coder = $coder RETURNING sequence",
                ("$segment", SegmentKey(segment, source)), ("$coder", change.By));
            if (was is { } position)
            {
                gone.Add(segment);
                positions.Add(position);
            }
        }

        return new ReviewSegments(change.Source, gone, change.By) { Positions = positions };
    }
}
