using System.Text;

namespace MiaVoices.Core.Sources;

/// <summary>
/// Unicode's canonical composition (NFC, Unicode 15.0) without ICU: decompose, put marks in canonical order, compose, Hangul included.
/// Thread-safe.
/// </summary>
public static class CanonicalComposition
{
    private const char FirstThatMayChange = '\u0300';

    /// <summary>
    /// Composes decomposed letters. Returns the same instance when nothing changes; idempotent. Lone surrogates pass through.
    /// </summary>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = text.AsSpan().IndexOfAnyInRange(FirstThatMayChange, char.MaxValue);
        return first < 0 || IsComposed(text.AsSpan(first)) ? text : Rewrite(text);
    }

    /// <summary>The canonical decomposition of one code point, itself when it has none; marks are in canonical order.</summary>
    internal static void Decompose(int codePoint, List<int> into) => CanonicalTables.Instance.Decompose(codePoint, into);

    private static bool IsComposed(ReadOnlySpan<char> text)
    {
        var tables = CanonicalTables.Instance;
        var last = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var codePoint = CodePointAt(text, ref i);
            if (codePoint < FirstThatMayChange)
            {
                last = 0;
                continue;
            }

            var combining = tables.Class(codePoint);
            if (tables.MayChange(codePoint) || (combining != 0 && combining < last))
            {
                return false;
            }

            last = combining;
        }

        return true;
    }

    private static string Rewrite(string text)
    {
        var tables = CanonicalTables.Instance;
        var points = new List<int>(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            tables.Decompose(CodePointAt(text, ref i), points);
        }

        Order(points, tables);
        Join(points, tables);
        var composed = new StringBuilder(points.Count);
        foreach (var point in points)
        {
            if (point < 0x10000)
            {
                composed.Append((char)point);
            }
            else
            {
                composed.Append(char.ConvertFromUtf32(point));
            }
        }

        return composed.Equals(text) ? text : composed.ToString();
    }

    private static int CodePointAt(ReadOnlySpan<char> text, ref int i) =>
        char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
            ? char.ConvertToUtf32(text[i], text[++i])
            : text[i];

    /// <summary>Sorts each run of marks by class; marks of one class keep their order.</summary>
    private static void Order(List<int> points, CanonicalTables tables)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var start = i;
            var isSorted = true;
            for (; i < points.Count && tables.Class(points[i]) != 0; i++)
            {
                isSorted &= i == start || tables.Class(points[i - 1]) <= tables.Class(points[i]);
            }

            if (!isSorted)
            {
                var ordered = points.GetRange(start, i - start).OrderBy(tables.Class).ToList();
                for (var k = 0; k < ordered.Count; k++)
                {
                    points[start + k] = ordered[k];
                }
            }
        }
    }

    private static void Join(List<int> points, CanonicalTables tables)
    {
        var starter = -1;
        var last = 0;
        var end = 0;
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            var combining = tables.Class(point);
            var adjacent = starter == end - 1;
            if (starter >= 0 && (adjacent || (last != 0 && last < combining))
                && tables.TryCompose(points[starter], point, out var joined))
            {
                points[starter] = joined;
                continue;
            }

            if (combining == 0)
            {
                starter = end;
            }

            last = combining;
            points[end++] = point;
        }

        points.RemoveRange(end, points.Count - end);
    }
}
