using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens;

/// <summary>A segment with those around it, as flowing text in which stretches of the segment stand out.</summary>
internal sealed class PlaceContext : IFlowSource
{
    private const int Around = 4;
    private readonly IReadOnlyList<FlowSpan> _spans;
    private readonly IReadOnlyList<Segment> _segments;

    /// <summary>A segment where it stands.</summary>
    /// <param name="store">The project.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="spans">What stands out in it, in offsets of its text.</param>
    public PlaceContext(IProjectStore store, Segment segment, IReadOnlyList<FlowSpan> spans)
    {
        _spans = spans;
        _segments = [.. store.Segments(new SegmentScope { Source = segment.SourceId, Ordinals = (Math.Max(1, segment.Ordinal - Around), segment.Ordinal + Around) })];
        At = Math.Max(0, _segments.ToList().FindIndex(s => s.Key == segment.Key));
    }

    /// <summary>The paragraph of the segment.</summary>
    public int At { get; }

    /// <inheritdoc/>
    public int Count => _segments.Count;

    /// <inheritdoc/>
    public string Text(int paragraph) => _segments[paragraph].Text;

    /// <inheritdoc/>
    public bool HasGap(int paragraph) => paragraph > 0;

    /// <inheritdoc/>
    public FlowHead? Head(int paragraph)
    {
        var segment = _segments[paragraph];
        var who = segment.Speaker ?? segment.Respondent ?? segment.Row ?? "";
        return new FlowHead(
            segment.Question is { } question ? (who.Length > 0 ? $"{who} · {question}" : question) : who,
            segment.Timecode is { } seconds ? SwedishText.Timecode(seconds) : "",
            paragraph == At ? Role.Title : Role.Dim);
    }

    /// <inheritdoc/>
    public Style Style(int paragraph) => paragraph == At ? default : Role.Dim;

    /// <inheritdoc/>
    public void AddSpans(int paragraph, ICollection<FlowSpan> spans)
    {
        if (paragraph == At)
        {
            foreach (var span in _spans)
            {
                spans.Add(span);
            }
        }
    }

    /// <summary>Where there is nothing to show.</summary>
    internal sealed class Nothing : IFlowSource
    {
        public int Count => 0;

        public string Text(int paragraph) => "";
    }
}
