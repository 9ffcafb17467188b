using System.Text;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Lines;

/// <summary>A safe text of which some clusters are marked. Where marks cannot be styled, their signs are part of the text, so that they are measured with it.</summary>
internal sealed class MarkedText
{
    private const string Opening = "«";
    private const string Closing = "»";

    private readonly bool[]? marked;

    private MarkedText(SafeText safe, bool[]? marked)
    {
        Safe = safe;
        this.marked = marked;
    }

    /// <summary>The text, with the signs of the marks if they are written out.</summary>
    public SafeText Safe { get; }

    /// <summary>Marks the clusters that spans touch.</summary>
    /// <param name="source">The text before it is made safe.</param>
    /// <param name="spans">UTF-16 spans of <paramref name="source"/>, in any order; they may overlap, empty ones mark nothing.</param>
    /// <param name="whitespace">What becomes of line feeds and tabs.</param>
    /// <param name="withSigns">Whether to write signs round the marks instead of leaving them to a style.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text.</exception>
    public static MarkedText Of(string source, IEnumerable<(int Start, int Length)> spans, Whitespace whitespace, bool withSigns)
    {
        var safe = SafeText.Of(source, whitespace);
        var ordered = Merged(spans, source.Length);
        if (ordered.Count == 0)
        {
            return new MarkedText(safe, null);
        }

        var marked = Touched(safe, ordered);
        return withSigns ? new MarkedText(WithSigns(safe, marked), null) : new MarkedText(safe, marked);
    }

    /// <summary>Whether a cluster is marked and no sign says so.</summary>
    public bool IsMarked(int cluster) => marked is not null && marked[cluster];

    private static List<(int Start, int End)> Merged(IEnumerable<(int Start, int Length)> spans, int length)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var (start, count) in spans.OrderBy(span => span.Start))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(start, nameof(spans));
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(spans));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, length - start, nameof(spans));
            if (count == 0)
            {
                continue;
            }

            if (merged.Count > 0 && start < merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, start + count));
            }
            else
            {
                merged.Add((start, start + count));
            }
        }

        return merged;
    }

    private static bool[] Touched(SafeText safe, List<(int Start, int End)> spans)
    {
        var touched = new bool[safe.Clusters.Count];
        var next = 0;
        for (var i = 0; i < touched.Length; i++)
        {
            var cluster = safe.Clusters[i];
            while (next < spans.Count && spans[next].End <= cluster.SourceStart)
            {
                next++;
            }

            // A mark ends with its line and begins anew on the next, so that every line can stand alone.
            touched[i] = next < spans.Count && spans[next].Start < cluster.SourceEnd && safe.Characters(cluster) is not "\n";
        }

        return touched;
    }

    private static SafeText WithSigns(SafeText safe, bool[] marked)
    {
        var text = new StringBuilder(safe.Text.Length + 8);
        var clusters = new List<Glyph>(marked.Length + 8);
        for (var i = 0; i <= marked.Length; i++)
        {
            var before = i > 0 && marked[i - 1];
            var now = i < marked.Length && marked[i];
            if (before != now)
            {
                var at = i < marked.Length ? safe.Clusters[i].SourceStart : safe.Clusters[i - 1].SourceEnd;
                clusters.Add(new Glyph(text.Length, 1, 1, at, at));
                text.Append(now ? Opening : Closing);
            }

            if (i < marked.Length)
            {
                clusters.Add(safe.Clusters[i] with { Start = text.Length });
                text.Append(safe.Characters(safe.Clusters[i]));
            }
        }

        return new SafeText(text.ToString(), [.. clusters]);
    }
}
