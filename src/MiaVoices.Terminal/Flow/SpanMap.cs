namespace MiaVoices.Terminal.Flow;

/// <summary>A span of a text with what it stands for.</summary>
/// <typeparam name="T">What it stands for.</typeparam>
/// <param name="Start">Where it begins, in any unit that the caller counts in.</param>
/// <param name="End">Where it ends, exclusive, at least <paramref name="Start"/>.</param>
/// <param name="Value">What it stands for.</param>
/// <param name="Lane">A column, from 0, that no overlapping span has; set by <see cref="SpanMap{T}"/>.</param>
public readonly record struct LanedSpan<T>(int Start, int End, T Value, int Lane = 0);

/// <summary>
/// Spans that are found by place in logarithmic time, each in the first lane that is free where it begins. Spans that begin at the
/// same place are laid longest first, so that a lane changes as seldom as it can. Immutable.
/// </summary>
/// <typeparam name="T">What the spans stand for.</typeparam>
public sealed class SpanMap<T>
{
    private readonly LanedSpan<T>[] spans;

    // The greatest end in the subtree of each span; the tree is the sorted array read by halves.
    private readonly int[] farthest;

    /// <summary>Lays spans out.</summary>
    /// <param name="unordered">The spans in any order; their lanes are set anew.</param>
    public SpanMap(IEnumerable<LanedSpan<T>> unordered)
    {
        spans = [.. unordered.OrderBy(s => s.Start).ThenByDescending(s => s.End)];
        farthest = new int[spans.Length];
        Lanes = SetLanes();
        Measure(0, spans.Length);
    }

    /// <summary>All spans, by start.</summary>
    public IReadOnlyList<LanedSpan<T>> Spans => spans;

    /// <summary>The lanes in use.</summary>
    public int Lanes { get; }

    /// <summary>The spans that share at least one unit with a range, by start.</summary>
    /// <param name="start">Where the range begins.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    public IEnumerable<LanedSpan<T>> Touching(int start, int end)
    {
        var found = new List<LanedSpan<T>>();
        Collect(0, spans.Length, start, end, found);
        return found;
    }

    private int SetLanes()
    {
        // Lanes in use by their end, and free ones by number.
        var busy = new PriorityQueue<int, int>();
        var free = new PriorityQueue<int, int>();
        var lanes = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            while (busy.TryPeek(out var lane, out var end) && end <= spans[i].Start)
            {
                busy.Dequeue();
                free.Enqueue(lane, lane);
            }

            var own = free.Count > 0 ? free.Dequeue() : lanes++;
            spans[i] = spans[i] with { Lane = own };
            busy.Enqueue(own, spans[i].End);
        }

        return lanes;
    }

    private int Measure(int from, int to)
    {
        if (from >= to)
        {
            return int.MinValue;
        }

        var middle = (from + to) / 2;
        return farthest[middle] = Math.Max(spans[middle].End, Math.Max(Measure(from, middle), Measure(middle + 1, to)));
    }

    private void Collect(int from, int to, int start, int end, List<LanedSpan<T>> found)
    {
        if (from >= to)
        {
            return;
        }

        var middle = (from + to) / 2;
        if (farthest[middle] <= start)
        {
            return;
        }

        Collect(from, middle, start, end, found);
        if (spans[middle].Start < end)
        {
            if (spans[middle].End > start)
            {
                found.Add(spans[middle]);
            }

            Collect(middle + 1, to, start, end, found);
        }
    }
}
