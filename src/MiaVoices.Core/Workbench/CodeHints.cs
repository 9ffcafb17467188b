using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Language;

namespace MiaVoices.Core.Workbench;

/// <summary>Why suggestions of a code may be worse than they need be.</summary>
public enum CodeHintKind
{
    /// <summary>It says nothing of itself but its name.</summary>
    NoDefinition,

    /// <summary>Most segments with it hold another code too.</summary>
    SameSegments,

    /// <summary>Its description uses the words of another's.</summary>
    SameWords,

    /// <summary>Two coders who judged the same segments set it on different ones.</summary>
    CodersDiffer,
}

/// <summary>A hint on a code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Other">The other code, for overlaps.</param>
/// <param name="Some">Segments with both codes, or segments that the coders agree on; words in common.</param>
/// <param name="All">Of so many.</param>
public sealed record CodeHint(Guid Code, CodeHintKind Kind, Guid? Other, int Some, int All);

/// <summary>Finds what a person could do to a codebook so that people and program understand it alike. Pure.</summary>
public static class CodeHints
{
    private const int LeastShared = 5;
    private const double MuchShared = 0.6;
    private const int LeastWords = 3;
    private const int MostOverlaps = 3;
    private const int LeastJudged = 5;
    private const double LittleAgreement = 0.6;

    /// <summary>The hints in the order of the codebook. An overlap is told once, at the code with fewer segments or words.</summary>
    public static IReadOnlyList<CodeHint> Of(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var tree = new CodeTree(store.Codes());
        var codings = store.Codings(CodingScope.All).ToList();
        List<CodeHint> hints = [.. Undefined(tree, codings), .. SameSegments(tree, codings), .. SameWords(tree, store.Analyser), .. CodersDiffer(tree, codings, store)];
        var place = tree.Codes.Index().ToDictionary(c => c.Item.Id, c => c.Index);
        return [.. hints.OrderBy(h => place[h.Code]).ThenBy(h => h.Kind).ThenBy(h => h.Other is { } o ? place[o] : -1)];
    }

    /// <summary>Codes that only hold others need none.</summary>
    private static IEnumerable<CodeHint> Undefined(CodeTree tree, List<PlacedCoding> codings)
    {
        var used = codings.Select(c => c.Coding.Code).ToHashSet();
        return tree.Codes
            .Where(c => (used.Contains(c.Id) || !tree.Children(c.Id).Any()) && string.IsNullOrWhiteSpace(c.Definition) && string.IsNullOrWhiteSpace(c.Include) && c.Keywords.Count == 0)
            .Select(c => new CodeHint(c.Id, CodeHintKind.NoDefinition, null, 0, 0));
    }

    private static IEnumerable<CodeHint> SameSegments(CodeTree tree, List<PlacedCoding> codings)
    {
        var of = codings.GroupBy(c => c.Coding.Code).ToDictionary(g => g.Key, g => g.Select(c => c.SegmentKey).ToHashSet());
        var together = new Dictionary<(Guid Few, Guid Many), int>();
        foreach (var segment in codings.GroupBy(c => c.SegmentKey))
        {
            var here = segment.Select(c => c.Coding.Code).Distinct().ToList();
            foreach (var (left, right) in here.SelectMany((l, i) => here.Skip(i + 1).Select(r => (l, r))))
            {
                var pair = Ordered(left, right, of[left].Count, of[right].Count);
                together[pair] = together.GetValueOrDefault(pair) + 1;
            }
        }

        return together
            .Where(t => t.Value >= LeastShared && t.Value >= MuchShared * of[t.Key.Few].Count && !Related(tree, t.Key.Few, t.Key.Many))
            .Select(t => new CodeHint(t.Key.Few, CodeHintKind.SameSegments, t.Key.Many, t.Value, of[t.Key.Few].Count));
    }

    /// <summary>Codebooks written from one pattern share words everywhere: of each code only the nearest few are told.</summary>
    private static IEnumerable<CodeHint> SameWords(CodeTree tree, ITextAnalyser analyser)
    {
        var codes = tree.Codes.Select(c => (c.Id, Stems: Stems(c, analyser))).Where(c => c.Stems.Count >= LeastWords).ToList();
        var users = codes.Index().SelectMany(c => c.Item.Stems.Select(stem => (Stem: stem, c.Index))).GroupBy(use => use.Stem, use => use.Index, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        var nearest = new Dictionary<Guid, List<CodeHint>>();
        var shared = new int[codes.Count];
        for (var i = 0; i < codes.Count; i++)
        {
            Array.Clear(shared);
            foreach (var other in codes[i].Stems.SelectMany(stem => users[stem]).Where(other => other > i))
            {
                shared[other]++;
            }

            for (var j = i + 1; j < codes.Count; j++)
            {
                var (left, right) = (codes[i], codes[j]);
                var least = Math.Min(left.Stems.Count, right.Stems.Count);
                if (shared[j] >= LeastWords && shared[j] >= MuchShared * least && !Related(tree, left.Id, right.Id))
                {
                    var (few, many) = Ordered(left.Id, right.Id, left.Stems.Count, right.Stems.Count);
                    Keep(nearest, new CodeHint(few, CodeHintKind.SameWords, many, shared[j], least));
                }
            }
        }

        return nearest.Values.SelectMany(hints => hints);
    }

    private static void Keep(Dictionary<Guid, List<CodeHint>> nearest, CodeHint hint)
    {
        if (!nearest.TryGetValue(hint.Code, out var own))
        {
            nearest[hint.Code] = own = [];
        }

        own.Add(hint);
        if (own.Count > MostOverlaps)
        {
            // Of equal ones the later goes, so that the order of the codebook decides.
            own.Remove(own.AsEnumerable().Reverse().MinBy(h => (double)h.Some / h.All)!);
        }
    }

    /// <summary>
    /// Of the segments that two coders have both judged (coded, or reviewed after the code was made) and at least one of
    /// them gave the code, on how many the other did so too.
    /// </summary>
    private static IEnumerable<CodeHint> CodersDiffer(CodeTree tree, List<PlacedCoding> codings, IProjectStore store)
    {
        var reviews = store.Reviews().ToList();
        var judged = codings.Select(c => (Segment: c.SegmentKey, c.Coding.Coder, At: long.MaxValue))
            .Concat(reviews.Select(r => (Segment: r.Segment, r.Coder, At: r.Sequence)))
            .GroupBy(j => j.Segment)
            .ToDictionary(g => g.Key, g => g.GroupBy(j => j.Coder, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Max(j => j.At), StringComparer.Ordinal));
        var since = store.CodeOrigins();
        foreach (var code in codings.GroupBy(c => c.Coding.Code))
        {
            var made = since.GetValueOrDefault(code.Key);
            var (agreed, all) = (0, 0);
            foreach (var segment in code.GroupBy(c => c.SegmentKey))
            {
                var coders = judged[segment.Key].Count(j => j.Value >= made);
                var yes = segment.Select(c => c.Coding.Coder).Distinct(StringComparer.Ordinal).Count();
                if (coders > 1)
                {
                    all++;
                    agreed += yes == coders ? 1 : 0;
                }
            }

            if (all >= LeastJudged && agreed < LittleAgreement * all && tree.Contains(code.Key))
            {
                yield return new CodeHint(code.Key, CodeHintKind.CodersDiffer, null, agreed, all);
            }
        }
    }

    private static HashSet<string> Stems(Code code, ITextAnalyser analyser)
    {
        var tokens = new List<Token>();
        analyser.Analyse(string.Join(".\n", [code.Name, code.Definition, code.Include, .. code.Keywords]), tokens);
        return [.. tokens.Where(t => !t.Word.IsFunctionWord && t.Length > 1).Select(t => t.Word.Stem)];
    }

    private static (Guid Few, Guid Many) Ordered(Guid left, Guid right, int leftCount, int rightCount) =>
        leftCount < rightCount || (leftCount == rightCount && left.CompareTo(right) < 0) ? (left, right) : (right, left);

    /// <summary>A theme and its sub-themes overlap as they should.</summary>
    private static bool Related(CodeTree tree, Guid left, Guid right) => tree.Above(left).Contains(right) || tree.Above(right).Contains(left);
}
