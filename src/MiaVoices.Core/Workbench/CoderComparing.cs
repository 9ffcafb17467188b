using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures.Agreement;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>How far the coders of a project agree on what several of them have gone through.</summary>
public static class CoderComparing
{
    /// <summary>
    /// The agreement. A coder has judged a segment that they have coded or marked as reviewed; there a code that existed at
    /// the time of the mark and is not set is a no; without a mark every code that is not set is. Segments that only one coder
    /// has judged say nothing and are left out, and so are codes that nobody has used. Whether the coders worked apart is
    /// not known to the program.
    /// </summary>
    public static CoderAgreement Run(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Run(store, [.. store.Codings(CodingScope.All)], selected: false);
    }

    /// <summary>The agreement on codings that are read already.</summary>
    /// <param name="store">The project.</param>
    /// <param name="codings">The codings.</param>
    /// <param name="selected">Whether they are those of some persons only: then a mark without a coding says nothing, since it may be of somebody else.</param>
    internal static CoderAgreement Run(IProjectStore store, IReadOnlyList<PlacedCoding> codings, bool selected)
    {
        if (codings.Select(c => c.Coding.Coder).Concat(store.Reviews().Select(r => r.Coder)).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
        {
            return CoderAgreement.None;
        }

        var tree = new CodeTree(store.Codes());
        var used = codings.Select(c => c.Coding.Code).ToHashSet();
        var codes = tree.Codes.Where(c => used.Contains(c.Id)).Select(c => c.Id).ToList();
        var since = store.CodeOrigins();
        var set = new Dictionary<(long Segment, string Coder), HashSet<Guid>>();
        var read = new Dictionary<(long Segment, string Coder), long>();
        foreach (var (segment, coding) in Touched(store, codings))
        {
            if (!set.TryGetValue((segment, coding.Coder), out var own))
            {
                set[(segment, coding.Coder)] = own = [];
            }

            own.Add(coding.Code);
        }

        var theirs = set.Keys.Select(k => k.Segment).ToHashSet();
        foreach (var review in store.Reviews().Where(r => !selected || theirs.Contains(r.Segment)))
        {
            read[(review.Segment, review.Coder)] = Math.Max(read.GetValueOrDefault((review.Segment, review.Coder)), review.Sequence);
        }

        // Where a coder has set a code without marking the segment, the journal does not tell which codes they had to choose from.
        var known = new Dictionary<long, HashSet<Guid>>();
        HashSet<Guid> Later((long, string) key)
        {
            if (!read.TryGetValue(key, out var at))
            {
                return [];
            }

            return known.TryGetValue(at, out var later) ? later : known[at] = [.. codes.Where(c => since.GetValueOrDefault(c) > at)];
        }

        return CoderAgreement.Of(codes, set.Keys.Union(read.Keys).GroupBy(k => k.Segment).Where(g => g.Skip(1).Any())
            .Select(g => (IReadOnlyList<CoderJudgement>)[.. g.Select(k => new CoderJudgement(k.Coder, set.GetValueOrDefault(k, []), Later(k)))]));
    }

    /// <summary>The segments that each coding touches; what an interviewer says in between is not judged.</summary>
    private static IEnumerable<(long Segment, Coding Coding)> Touched(IProjectStore store, IReadOnlyList<PlacedCoding> codings)
    {
        foreach (var source in codings.GroupBy(c => c.Coding.Source))
        {
            var segments = source.Any(IsLong) ? store.Segments(new SegmentScope { Source = source.Key }).OrderBy(s => s.Start).ToList() : [];
            int[] starts = [.. segments.Select(s => s.Start)];
            foreach (var placed in source)
            {
                yield return (placed.SegmentKey, placed.Coding);
                for (var i = IsLong(placed) ? Array.BinarySearch(starts, placed.SegmentStart) + 1 : starts.Length; i < starts.Length && starts[i] < placed.Coding.End; i++)
                {
                    if (segments[i].Role != SpeakerRole.Interviewer)
                    {
                        yield return (segments[i].Key, placed.Coding);
                    }
                }
            }
        }
    }

    /// <summary>Segments are joined by line feeds: a coding without one lies within its first segment.</summary>
    private static bool IsLong(PlacedCoding placed) => placed.Coding.Quote.Contains('\n', StringComparison.Ordinal);
}
