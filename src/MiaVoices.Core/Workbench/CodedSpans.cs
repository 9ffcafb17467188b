namespace MiaVoices.Core.Workbench;

/// <summary>What of the text of each source is coded.</summary>
internal sealed class CodedSpans
{
    private readonly Dictionary<Guid, (int Start, int End)[]> _spans;

    /// <summary>Notes the codings.</summary>
    public CodedSpans(IEnumerable<PlacedCoding> codings) =>
        _spans = codings.GroupBy(c => c.Coding.Source).ToDictionary(g => g.Key, g => Joined(g.Select(c => (c.Coding.Start, c.Coding.End)).Order()).ToArray());

    /// <summary>Whether a coding touches a span of a source.</summary>
    public bool Touch(Guid source, int start, int end)
    {
        if (!_spans.TryGetValue(source, out var spans))
        {
            return false;
        }

        // The last span that begins before the end is the only one that can reach in.
        var (low, high) = (0, spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].Start < end ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && spans[low - 1].End > start;
    }

    private static IEnumerable<(int Start, int End)> Joined(IEnumerable<(int Start, int End)> sorted)
    {
        (int Start, int End)? last = null;
        foreach (var span in sorted)
        {
            if (last is { } open && span.Start <= open.End)
            {
                last = (open.Start, Math.Max(open.End, span.End));
                continue;
            }

            if (last is { } done)
            {
                yield return done;
            }

            last = span;
        }

        if (last is { } final)
        {
            yield return final;
        }
    }
}
