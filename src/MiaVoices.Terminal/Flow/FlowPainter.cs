using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Flow;

/// <summary>Draws lines of a flowing text, asking for the spans of a paragraph once a frame.</summary>
internal sealed class FlowPainter(FlowRows rows)
{
    private readonly List<FlowSpan> spans = [];
    private readonly List<FlowSpan> here = [];
    private readonly List<FlowLane> lanes = [];
    private IFlowSource? source;
    private (TextPosition Start, TextPosition End)? selection;
    private int spansOf;
    private int lanesOf;

    public void Begin(IFlowSource text, (TextPosition Start, TextPosition End)? selected)
    {
        (source, selection, spansOf, lanesOf) = (text, selected, -1, -1);
    }

    public List<FlowLane> Lanes(int paragraph)
    {
        if (lanesOf != paragraph)
        {
            lanes.Clear();
            source!.AddLanes(paragraph, lanes);
            lanesOf = paragraph;
        }

        return lanes;
    }

    public void DrawLine(Canvas canvas, int paragraph, int line)
    {
        if (spansOf != paragraph)
        {
            spans.Clear();
            source!.AddSpans(paragraph, spans);
            AddSelection(paragraph);
            spansOf = paragraph;
        }

        var wrapped = rows.Wrap(paragraph);
        var (shown, start) = wrapped.Shown(line);
        var end = wrapped.End(line);
        here.Clear();
        here.AddRange(spans.Where(s => s.Start < end && s.End > start));
        var basis = source!.Style(paragraph);
        var x = 0;
        foreach (var glyph in shown.Clusters)
        {
            var style = basis;
            foreach (var span in here)
            {
                if (span.Start < start + glyph.SourceEnd && span.End > start + glyph.SourceStart)
                {
                    style = style.With(span.Style);
                }
            }

            x = canvas.Put(x, 0, shown.Characters(glyph), glyph.Width, style);
        }

        // A selected line end shows as one selected column.
        if (IsSelected(new TextPosition(paragraph, end)) && line == wrapped.Count - 1)
        {
            canvas.Fill(new Layout.Rect(x, 0, 1, 1), basis.On(Role.Selection));
        }
    }

    private void AddSelection(int paragraph)
    {
        if (selection is var (start, end) && start.Paragraph <= paragraph && paragraph <= end.Paragraph)
        {
            spans.Add(new FlowSpan(
                start.Paragraph == paragraph ? start.Offset : 0,
                end.Paragraph == paragraph ? end.Offset : int.MaxValue,
                new Style(Role.None, Role.Selection)));
        }
    }

    private bool IsSelected(TextPosition position) => selection is var (start, end) && start <= position && position < end;
}
