namespace MiaVoices.Core.Revisions;

/// <summary>A segment as alignment needs to know it.</summary>
/// <param name="Start">First UTF-16 code unit in its source's text.</param>
/// <param name="Text">Its words.</param>
/// <param name="Voice">Who speaks, or null.</param>
/// <param name="Answer">Which answer it is (respondent and question): finds its twin whatever stands around it. Null for turns and paragraphs.</param>
public sealed record AlignedSegment(int Start, string Text, string? Voice, string? Answer)
{
    /// <summary>One past its last UTF-16 code unit.</summary>
    public int End => Start + Text.Length;
}

/// <summary>
/// Finds places of a source again in its corrected version: in a survey within the same respondent's answer to the same
/// question, otherwise along the whole text. Not safe to share between threads: what is asked for is aligned when it is
/// first needed.
/// </summary>
public sealed class SourceAlignment
{
    private readonly IReadOnlyList<AlignedSegment> _old;
    private readonly IReadOnlyList<AlignedSegment> _new;
    private readonly Dictionary<string, int>? _answers;
    private readonly Dictionary<(int Old, int New), TextAlignment> _pairs = [];
    private readonly Lazy<TextAlignment> _whole;

    /// <summary>Segments of both versions, each in reading order.</summary>
    public SourceAlignment(IReadOnlyList<AlignedSegment> old, IReadOnlyList<AlignedSegment> @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        (_old, _new) = (old, @new);
        _whole = new Lazy<TextAlignment>(() => new TextAlignment(Joined(_old), Joined(_new)));
        if (old.All(s => s.Answer is not null) && @new.All(s => s.Answer is not null))
        {
            _answers = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < @new.Count; i++)
            {
                _answers.TryAdd(@new[i].Answer!, i);
            }
        }
    }

    /// <summary>Where a span of the old version stands in the new one. A place where more people speak than before is doubtful.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is outside the old text, or empty.</exception>
    public TextPlace Find(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, end);
        if (_old.Count == 0 || start < 0 || end > _old[^1].End)
        {
            throw new ArgumentOutOfRangeException(nameof(start));
        }

        var found = _answers is null ? _whole.Value.Find(start, end) : InAnswers(start, end);
        return found.IsSure && Voices(_new, found.Start, found.End) > Voices(_old, start, end) ? found with { Kind = PlaceKind.Doubtful } : found;
    }

    /// <summary>Indices of the new segments that a span of the new text touches.</summary>
    public (int First, int Last) Touched(int start, int end) => Touched(_new, start, end);

    private TextPlace InAnswers(int start, int end)
    {
        var (first, last) = Touched(_old, start, end);
        var begin = InAnswer(first, Math.Max(start, _old[first].Start), Math.Min(end, _old[first].End));
        if (first == last || begin.Kind == PlaceKind.Lost)
        {
            return begin;
        }

        // Over several answers: they must still stand one after the other.
        var finish = InAnswer(last, _old[last].Start, Math.Min(end, _old[last].End));
        if (finish.Kind == PlaceKind.Lost)
        {
            return begin with { Kind = PlaceKind.Doubtful };
        }

        var (newFirst, newLast) = (_answers![_old[first].Answer!], _answers[_old[last].Answer!]);
        if (finish.End <= begin.Start)
        {
            return begin with { Kind = PlaceKind.Doubtful };
        }

        var together = newLast - newFirst == last - first && Enumerable.Range(1, last - first).All(i => _new[newFirst + i].Answer == _old[first + i].Answer);
        var between = together && Enumerable.Range(first + 1, last - first - 1).All(i => _new[newFirst + i - first].Text == _old[i].Text);
        var kind = !between || !begin.IsSure || !finish.IsSure ? PlaceKind.Doubtful
            : begin.Kind == PlaceKind.Same && finish.Kind == PlaceKind.Same ? PlaceKind.Same
            : PlaceKind.Sure;
        return new TextPlace(kind, begin.Start, finish.End, Math.Min(begin.Likeness, finish.Likeness));
    }

    private TextPlace InAnswer(int old, int start, int end)
    {
        if (start >= end || !_answers!.TryGetValue(_old[old].Answer!, out var twin))
        {
            return new TextPlace(PlaceKind.Lost, 0, 0, 0);
        }

        var (a, b) = (_old[old], _new[twin]);
        if (a.Text == b.Text)
        {
            return new TextPlace(PlaceKind.Same, start - a.Start + b.Start, end - a.Start + b.Start, 1);
        }

        if (!_pairs.TryGetValue((old, twin), out var pair))
        {
            _pairs[(old, twin)] = pair = new TextAlignment(a.Text, b.Text);
        }

        var found = pair.Find(start - a.Start, end - a.Start);
        return found.Kind == PlaceKind.Lost ? found : found with { Start = found.Start + b.Start, End = found.End + b.Start };
    }

    private static int Voices(IReadOnlyList<AlignedSegment> segments, int start, int end)
    {
        var (first, last) = Touched(segments, start, end);
        return Enumerable.Range(first, last - first + 1).Select(i => segments[i].Voice).Distinct(StringComparer.Ordinal).Count();
    }

    private static (int First, int Last) Touched(IReadOnlyList<AlignedSegment> segments, int start, int end) =>
        (Holding(segments, start, first: true), Holding(segments, end - 1, first: false));

    /// <summary>The segment that holds a position; of the line feed after a segment, the next (for a start) or that one (for an end).</summary>
    private static int Holding(IReadOnlyList<AlignedSegment> segments, int position, bool first)
    {
        var (low, high) = (0, segments.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (segments[middle].End <= position - (first ? 0 : 1))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static string Joined(IReadOnlyList<AlignedSegment> segments) => string.Join('\n', segments.Select(s => s.Text));
}
