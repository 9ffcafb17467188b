namespace MiaVoices.Core.Revisions;

/// <summary>How surely a span was found again.</summary>
public enum PlaceKind
{
    /// <summary>The very same words.</summary>
    Same,

    /// <summary>The same place with a few words changed, or the same words in another place.</summary>
    Sure,

    /// <summary>A place that a person should look at.</summary>
    Doubtful,

    /// <summary>What was there is gone.</summary>
    Lost,
}

/// <summary>Where a span of the old text stands in the new one.</summary>
/// <param name="Kind">How surely.</param>
/// <param name="Start">First UTF-16 code unit in the new text; 0 when lost.</param>
/// <param name="End">One past the last; 0 when lost.</param>
/// <param name="Likeness">Share of letters that the two have in common, 0–1: twice those kept through all of both.</param>
public readonly record struct TextPlace(PlaceKind Kind, int Start, int End, double Likeness)
{
    /// <summary>True when a coding may be moved there without asking.</summary>
    public bool IsSure => Kind is PlaceKind.Same or PlaceKind.Sure;
}

/// <summary>
/// Finds places of a text again in a corrected one. Words are paired by <see cref="SequenceDiff"/>, whatever their letter
/// case; between paired words, words that are spelt alike are paired too. A span is found surely when both its ends have a
/// place and at least <see cref="SureLikeness"/> of the letters are the same. Spans are UTF-16 code units. Immutable after
/// construction; safe to share between threads.
/// </summary>
public sealed class TextAlignment
{
    /// <summary>From which likeness a span is found surely.</summary>
    public const double SureLikeness = 0.8;

    /// <summary>Below which likeness what stands in the place is something else.</summary>
    private const double LeastLikeness = 0.2;

    /// <summary>How alike two words must be spelt to be taken for one that was corrected.</summary>
    private const double SameWord = 0.6;

    /// <summary>The greatest number of pairs of words compared between two that are paired.</summary>
    private const int MostCompared = 2_500;

    /// <summary>How many letters a span must have to be found in another place.</summary>
    private const int FindsFrom = 20;

    private readonly string _old;
    private readonly string _new;
    private readonly List<(int Start, int End)> _oldWords;
    private readonly List<(int Start, int End)> _newWords;
    private readonly int[] _match;
    private readonly double[] _kept;

    /// <summary>Aligns two texts.</summary>
    public TextAlignment(string old, string @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        (_old, _new) = (old, @new);
        _oldWords = AlignedWords.Split(old);
        _newWords = AlignedWords.Split(@new);
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (oldNumbers, newNumbers) = (AlignedWords.Number(old, _oldWords, numbers), AlignedWords.Number(@new, _newWords, numbers));
        _match = SequenceDiff.Match(oldNumbers, newNumbers);
        _kept = [.. _match.Select(m => m < 0 ? 0.0 : 1.0)];
        PairCorrected();
    }

    /// <summary>Where a span of the old text stands in the new one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is outside the old text, or empty.</exception>
    public TextPlace Find(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, end);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, _old.Length);
        var first = FirstEndingAfter(start);
        var last = FirstEndingAfter(end - 1);
        if (last >= _oldWords.Count || _oldWords[last].Start >= end)
        {
            last--;
        }

        if (first > last)
        {
            return new TextPlace(PlaceKind.Lost, 0, 0, 0);
        }

        var (from, fromSure) = Edge(first, isStart: true);
        var (to, toSure) = Edge(last, isStart: false);
        if (from < 0 || to < from)
        {
            return Elsewhere(start, end);
        }

        var (newStart, newEnd) = (_newWords[from].Start, _newWords[to].End);
        if (_match[first] == from && SameSpelling(_oldWords[first], _newWords[from]) && start > _oldWords[first].Start)
        {
            newStart += start - _oldWords[first].Start;
        }

        if (_match[last] == to && SameSpelling(_oldWords[last], _newWords[to]) && end < _oldWords[last].End)
        {
            newEnd -= _oldWords[last].End - end;
        }

        if (_old.AsSpan(start, end - start).SequenceEqual(_new.AsSpan(newStart, newEnd - newStart)))
        {
            return new TextPlace(PlaceKind.Same, newStart, newEnd, 1);
        }

        var likeness = Likeness(first, last, from, to);
        if (fromSure && toSure && likeness >= SureLikeness)
        {
            return new TextPlace(PlaceKind.Sure, newStart, newEnd, likeness);
        }

        var elsewhere = Elsewhere(start, end);
        return elsewhere.IsSure || likeness < LeastLikeness ? elsewhere : new TextPlace(PlaceKind.Doubtful, newStart, newEnd, likeness);
    }

    /// <summary>The words as they stand, in another place: surely when long enough and only there in both texts.</summary>
    private TextPlace Elsewhere(int start, int end)
    {
        var words = _old.AsSpan(start, end - start);
        if (AlignedWords.Letters(words) < FindsFrom)
        {
            return new TextPlace(PlaceKind.Lost, 0, 0, 0);
        }

        var at = _new.AsSpan().IndexOf(words, StringComparison.Ordinal);
        if (at < 0)
        {
            return new TextPlace(PlaceKind.Lost, 0, 0, 0);
        }

        var alone = _new.AsSpan(at + 1).IndexOf(words, StringComparison.Ordinal) < 0
            && _old.AsSpan().IndexOf(words, StringComparison.Ordinal) == start && _old.AsSpan(start + 1).IndexOf(words, StringComparison.Ordinal) < 0;
        return new TextPlace(alone ? PlaceKind.Sure : PlaceKind.Doubtful, at, at + words.Length, 1);
    }

    /// <summary>
    /// The new word that a span's first (last) old word corresponds to. A word without a twin that stands at the edge of what
    /// was rewritten goes with that edge; one inside it is put at its share of the way, which is no sure place.
    /// </summary>
    private (int Word, bool Sure) Edge(int word, bool isStart)
    {
        if (_match[word] >= 0)
        {
            return (_match[word], true);
        }

        var (before, after) = (word, word);
        while (before >= 0 && _match[before] < 0)
        {
            before--;
        }

        while (after < _match.Length && _match[after] < 0)
        {
            after++;
        }

        var from = before < 0 ? 0 : _match[before] + 1;
        var to = after == _match.Length ? _newWords.Count - 1 : _match[after] - 1;
        if (from > to)
        {
            // All of it was taken away: what is left of the span begins (ends) at the neighbour.
            return isStart ? (to + 1 < _newWords.Count ? to + 1 : -1, after < _match.Length) : (from - 1, before >= 0);
        }

        if (isStart && word == before + 1)
        {
            return (from, before >= 0 || word == 0);
        }

        if (!isStart && word == after - 1)
        {
            return (to, after < _match.Length || word == _match.Length - 1);
        }

        return (from + (int)((word - before - 1d) / (after - before - 1) * (to - from + 1)), false);
    }

    private double Likeness(int first, int last, int from, int to)
    {
        var (kept, all) = (0.0, 0.0);
        for (var i = first; i <= last; i++)
        {
            var length = _oldWords[i].End - _oldWords[i].Start;
            all += length;
            if (_match[i] >= from && _match[i] <= to)
            {
                kept += _kept[i] * (length + _newWords[_match[i]].End - _newWords[_match[i]].Start);
            }
        }

        for (var i = from; i <= to; i++)
        {
            all += _newWords[i].End - _newWords[i].Start;
        }

        return kept / all;
    }

    private bool SameSpelling((int Start, int End) old, (int Start, int End) @new) =>
        _old.AsSpan(old.Start, old.End - old.Start).Equals(_new.AsSpan(@new.Start, @new.End - @new.Start), StringComparison.OrdinalIgnoreCase);

    /// <summary>The first old word that ends after a position.</summary>
    private int FirstEndingAfter(int position)
    {
        var (low, high) = (0, _oldWords.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_oldWords[middle].End > position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>Between words that are paired, pairs words that are spelt alike, so that the sum of likeness is greatest.</summary>
    private void PairCorrected()
    {
        var last = -1;
        for (var i = 0; i < _match.Length; i++)
        {
            if (_match[i] >= 0)
            {
                last = _match[i];
                continue;
            }

            var end = i;
            while (end < _match.Length && _match[end] < 0)
            {
                end++;
            }

            var next = end == _match.Length ? _newWords.Count : _match[end];
            if (next > last + 1 && (long)(end - i) * (next - last - 1) <= MostCompared)
            {
                Pair(i, end, last + 1, next);
            }

            i = end - 1;
        }
    }

    private void Pair(int oldFrom, int oldTo, int newFrom, int newTo)
    {
        var (rows, columns) = (oldTo - oldFrom, newTo - newFrom);
        var best = new double[rows + 1, columns + 1];
        var like = new double[rows, columns];
        for (var r = rows - 1; r >= 0; r--)
        {
            for (var c = columns - 1; c >= 0; c--)
            {
                var (o, n) = (_oldWords[oldFrom + r], _newWords[newFrom + c]);
                var likeness = AlignedWords.Likeness(_old.AsSpan(o.Start, o.End - o.Start), _new.AsSpan(n.Start, n.End - n.Start), SameWord);
                like[r, c] = likeness;
                best[r, c] = Math.Max(Math.Max(best[r + 1, c], best[r, c + 1]), best[r + 1, c + 1] + likeness);
            }
        }

        for (var (r, c) = (0, 0); r < rows && c < columns;)
        {
            if (like[r, c] > 0 && best[r, c] == best[r + 1, c + 1] + like[r, c])
            {
                _match[oldFrom + r] = newFrom + c;
                _kept[oldFrom + r] = like[r, c];
                r++;
                c++;
            }
            else if (best[r, c] == best[r + 1, c])
            {
                r++;
            }
            else
            {
                c++;
            }
        }
    }
}
