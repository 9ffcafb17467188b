using System.Globalization;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Reader;

/// <summary>
/// A source as flowing text: a paragraph a segment, read page by page as it comes into view; codings as strokes. Positions are
/// UTF-16 code units of the source's text outside, of the segment inside the view.
/// </summary>
internal sealed class ReaderText : IFlowSource
{
    private const int Page = 256;
    private const int MostPages = 64;

    private readonly IProjectStore _store;
    private readonly Dictionary<int, IReadOnlyList<Segment>> _pages = [];
    private List<Coding> _codings = [];
    private SpanMap<Coding> _spans = new([]);

    public ReaderText(IProjectStore store, Source source)
    {
        (_store, Source) = (store, source);
        ReadCodings();
    }

    /// <summary>The source.</summary>
    public Source Source { get; }

    /// <inheritdoc/>
    public int Count => Source.Segments;

    /// <summary>What a search or a suggestion points at: marked until told otherwise.</summary>
    public IReadOnlyList<(int Start, int End)> Pointed { get; set; } = [];

    /// <summary>The codebook.</summary>
    public required CodeTree Codes { get; set; }

    /// <summary>The colours of the codes.</summary>
    public required CodeHues Hues { get; set; }

    /// <summary>How many codings the source holds.</summary>
    public int CodingCount => _codings.Count;

    /// <summary>The segment at an index from 0.</summary>
    public Segment this[int index]
    {
        get
        {
            var page = index / Page;
            if (!_pages.TryGetValue(page, out var segments))
            {
                if (_pages.Count >= MostPages)
                {
                    _pages.Clear();
                }

                segments = [.. _store.Segments(new SegmentScope { Source = Source.Id, Ordinals = ((page * Page) + 1, (page + 1) * Page) })];
                _pages[page] = segments;
            }

            return segments[index % Page];
        }
    }

    /// <inheritdoc/>
    public string Text(int paragraph) => this[paragraph].Text;

    /// <inheritdoc/>
    public bool HasGap(int paragraph) => paragraph > 0;

    /// <inheritdoc/>
    public FlowHead? Head(int paragraph)
    {
        var segment = this[paragraph];
        var who = segment.Speaker ?? segment.Respondent ?? segment.Row ?? "";
        var what = segment.Question is { } question ? (who.Length > 0 ? $"{who} · {question}" : question) : who;
        return what.Length == 0 && segment.Timecode is null ? null : new FlowHead(what, Time(segment.Timecode), segment.Role == SpeakerRole.Interviewer ? Role.Dim : Role.Title);
    }

    /// <inheritdoc/>
    public Style Style(int paragraph) => this[paragraph].Role == SpeakerRole.Interviewer ? Role.Dim : default;

    /// <inheritdoc/>
    public void AddSpans(int paragraph, ICollection<FlowSpan> spans)
    {
        var segment = this[paragraph];
        foreach (var (start, end) in Pointed)
        {
            if (start < segment.End && end > segment.Start)
            {
                spans.Add(new FlowSpan(start - segment.Start, end - segment.Start, Role.Match));
            }
        }
    }

    /// <inheritdoc/>
    public void AddLanes(int paragraph, ICollection<FlowLane> lanes)
    {
        var segment = this[paragraph];
        foreach (var span in _spans.Touching(segment.Start, segment.End + 1))
        {
            lanes.Add(new FlowLane(span.Start - segment.Start, span.End - segment.Start, span.Lane, Hues.Of(span.Value.Code), span.Start < segment.Start));
        }
    }

    /// <summary>The codings that touch a place or stretch, by start.</summary>
    public IReadOnlyList<Coding> CodingsAt(int start, int end) => [.. _spans.Touching(start, Math.Max(end, start + 1)).Select(s => s.Value)];

    /// <summary>The codings whose strokes stand in a lane at a stretch; with the last lane there is room for, those of all further ones.</summary>
    /// <param name="start">First position.</param>
    /// <param name="end">The last, included.</param>
    /// <param name="lane">The lane, from 0.</param>
    /// <param name="lanes">How many there is room for.</param>
    public IReadOnlyList<Coding> CodingsIn(int start, int end, int lane, int lanes) =>
        [.. _spans.Touching(start, Math.Max(end, start + 1)).Where(s => s.Lane == lane || (lane == lanes - 1 && s.Lane > lane)).Select(s => s.Value)];

    /// <summary>Takes the codings anew.</summary>
    public void ReadCodings()
    {
        _codings = [.. _store.Codings(new CodingScope { Source = Source.Id }).Select(c => c.Coding)];
        LayOut();
    }

    /// <summary>Takes over what was just altered, without reading the rest anew.</summary>
    /// <returns>Whether that was possible; otherwise nothing was taken over.</returns>
    public bool Take(Change change)
    {
        IReadOnlyList<Change> parts = change is Batch batch ? batch.Changes : [change];
        if (!parts.All(p => p is AddCoding or EditCoding or RemoveCoding or AddCode or EditCode or RemoveCode or RestoreCode or ReviewSegments or UnreviewSegments or AddMemo or EditMemo or RemoveMemo or AnswerSuggestion or WithdrawAnswer))
        {
            return false;
        }

        foreach (var part in parts)
        {
            if (part is RemoveCoding removed)
            {
                _codings.RemoveAll(c => c.Id == removed.Coding);
            }
            else if (part is EditCoding edited)
            {
                _codings.RemoveAll(c => c.Id == edited.Coding.Id);
            }

            if (((part as AddCoding)?.Coding ?? (part as EditCoding)?.Coding) is { } now && now.Source == Source.Id)
            {
                _codings.Add(now);
            }
        }

        LayOut();
        return true;
    }

    /// <summary>The index of the segment that holds a position.</summary>
    public int IndexOf(int position)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (this[middle].Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>A position of the source as a place in the view.</summary>
    public TextPosition Place(int position)
    {
        var index = IndexOf(position);
        return new TextPosition(index, Math.Clamp(position - this[index].Start, 0, this[index].Text.Length));
    }

    /// <summary>A place in the view as a position of the source.</summary>
    public int Position(TextPosition place) => this[place.Paragraph].Start + place.Offset;

    private void LayOut() => _spans = new SpanMap<Coding>(_codings.Select(c => new LanedSpan<Coding>(c.Start, c.End, c)));

    private static string Time(double? seconds) => seconds is { } s ? TimeSpan.FromSeconds(Math.Floor(s)).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture) : "";
}
