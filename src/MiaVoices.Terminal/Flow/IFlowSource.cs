using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Flow;

/// <summary>
/// The text of a <see cref="FlowView"/>, asked for paragraph by paragraph and only for what is on the screen or passed on the way
/// there. Spans and lanes are asked for at every drawing, so a change of them needs no telling; a paragraph whose text has become
/// another is wrapped anew by itself.
/// </summary>
public interface IFlowSource
{
    /// <summary>How many paragraphs there are.</summary>
    int Count { get; }

    /// <summary>The text of a paragraph: any UTF-16, also with line feeds. Should be the same instance as long as it is the same text.</summary>
    /// <param name="paragraph">From 0.</param>
    string Text(int paragraph);

    /// <summary>A row of its own above the paragraph, or null.</summary>
    /// <param name="paragraph">From 0.</param>
    FlowHead? Head(int paragraph) => null;

    /// <summary>Whether an empty row parts the paragraph from the one before it.</summary>
    /// <param name="paragraph">From 0.</param>
    bool HasGap(int paragraph) => false;

    /// <summary>How the paragraph looks where no span says otherwise.</summary>
    /// <param name="paragraph">From 0.</param>
    Style Style(int paragraph) => default;

    /// <summary>Adds what stands out in the paragraph; later spans lie over earlier ones.</summary>
    /// <param name="paragraph">From 0.</param>
    /// <param name="spans">Gets the spans, in offsets of the paragraph; what lies outside it is cut off.</param>
    void AddSpans(int paragraph, ICollection<FlowSpan> spans)
    {
    }

    /// <summary>Adds what is shown as strokes in the lanes at the left of the paragraph.</summary>
    /// <param name="paragraph">From 0.</param>
    /// <param name="lanes">Gets the strokes.</param>
    void AddLanes(int paragraph, ICollection<FlowLane> lanes)
    {
    }
}

/// <summary>The row above a paragraph.</summary>
/// <param name="Text">At the left.</param>
/// <param name="End">At the right.</param>
/// <param name="Style">How both look.</param>
public sealed record FlowHead(string Text, string End = "", Style Style = default);

/// <summary>A stretch of a paragraph that stands out. It colours every cluster that it touches.</summary>
/// <param name="Start">UTF-16 offset in the paragraph.</param>
/// <param name="End">UTF-16 offset, exclusive.</param>
/// <param name="Style">Laid over the paragraph's own.</param>
public readonly record struct FlowSpan(int Start, int End, Style Style);

/// <summary>A stroke at the left of every line that a stretch touches.</summary>
/// <param name="Start">UTF-16 offset in the paragraph.</param>
/// <param name="End">UTF-16 offset, exclusive.</param>
/// <param name="Lane">The column, from 0; see <see cref="SpanMap{T}"/>.</param>
/// <param name="Style">How it looks.</param>
/// <param name="IsContinued">Whether it goes on from the paragraph before, so that the rows between get a stroke too.</param>
public readonly record struct FlowLane(int Start, int End, int Lane, Style Style, bool IsContinued = false);
