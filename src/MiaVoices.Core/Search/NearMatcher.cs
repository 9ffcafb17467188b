using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>Finds words near each other as FTS5 does: see <see cref="NearQuery"/>.</summary>
internal static class NearMatcher
{
    /// <summary>Appends every place that stands near a place of each other part; false and nothing if there is none.</summary>
    internal static bool Mark(IndexNear near, IReadOnlyList<Token> tokens, List<SearchMatch> found)
    {
        var starts = new List<int>[near.Parts.Count];
        for (var p = 0; p < starts.Length; p++)
        {
            starts[p] = Starts(near.Parts[p].Slots, tokens);
            if (starts[p].Count == 0)
            {
                return false;
            }
        }

        var marked = new HashSet<(int Part, int Start)>();
        foreach (var last in starts.SelectMany(static s => s).Distinct())
        {
            var all = true;
            for (var p = 0; p < starts.Length && all; p++)
            {
                all = Within(near, p, starts[p], last).Any();
            }

            for (var p = 0; p < starts.Length && all; p++)
            {
                marked.UnionWith(Within(near, p, starts[p], last).Select(start => (p, start)));
            }
        }

        foreach (var (part, start) in marked)
        {
            SlotMatcher.MarkAll(near.Parts[part].Slots, tokens, start, found);
        }

        return marked.Count > 0;
    }

    private static List<int> Starts(IReadOnlyList<IndexSlot> slots, IReadOnlyList<Token> tokens)
    {
        var starts = new List<int>();
        var unused = new List<SearchMatch>();
        for (var first = 0; first + slots.Count <= tokens.Count; first++)
        {
            if (SlotMatcher.MarkAll(slots, tokens, first, unused))
            {
                starts.Add(first);
            }
        }

        return starts;
    }

    /// <summary>The places of a part that begin no later than the last one and end near enough before it.</summary>
    private static IEnumerable<int> Within(IndexNear near, int part, List<int> starts, int last) =>
        starts.Where(start => start <= last && last - (start + near.Parts[part].Slots.Count) <= near.Distance);
}
