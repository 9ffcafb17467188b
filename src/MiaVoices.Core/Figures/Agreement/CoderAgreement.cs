namespace MiaVoices.Core.Figures.Agreement;

/// <summary>What one coder says of one segment.</summary>
/// <param name="Coder">Who.</param>
/// <param name="Set">The codes that they have set.</param>
/// <param name="Unknown">Codes on which they have said nothing, since they were made later; all others are a no.</param>
public sealed record CoderJudgement(string Coder, IReadOnlySet<Guid> Set, IReadOnlySet<Guid> Unknown);

/// <summary>How far coders agree on one code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Segments">Segments where two coders or more have judged it.</param>
/// <param name="Agreed">Those where all who judged it say the same.</param>
/// <param name="SetBySome">Those where at least one of them has set it.</param>
/// <param name="Kappa">Cohen's κ where exactly two coders have judged; null otherwise and where it is 0 / 0.</param>
/// <param name="Alpha">Krippendorff's α; null where it is 0 / 0.</param>
public sealed record CodeAgreement(Guid Code, int Segments, int Agreed, int SetBySome, double? Kappa, double? Alpha);

/// <summary>How far coders agree. Immutable; thread-safe.</summary>
/// <param name="Coders">Those who have judged a segment that another has judged too, in order.</param>
/// <param name="Segments">Segments judged by two coders or more.</param>
/// <param name="Judged">Pairs of such a segment and a code judged there by two or more.</param>
/// <param name="Agreed">Pairs where all who judged say the same.</param>
/// <param name="Kappa">One κ for all codes together, pooled, where exactly two coders have judged; null otherwise and where it is 0 / 0.</param>
/// <param name="Alpha">α over all those pairs; null where it is 0 / 0.</param>
/// <param name="Codes">Code by code, in the order in which they were handed in.</param>
public sealed record CoderAgreement(
    IReadOnlyList<string> Coders, int Segments, long Judged, long Agreed, double? Kappa, double? Alpha, IReadOnlyList<CodeAgreement> Codes)
{
    /// <summary>Nobody has judged what another has.</summary>
    public static CoderAgreement None { get; } = new([], 0, 0, 0, null, null, []);

    /// <summary>Counts the agreement.</summary>
    /// <param name="codes">The codes in the order wanted; what is said of others is left out.</param>
    /// <param name="segments">For each segment what its coders say, each coder once. Segments with one coder say nothing.</param>
    public static CoderAgreement Of(IReadOnlyList<Guid> codes, IEnumerable<IReadOnlyList<CoderJudgement>> segments)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(segments);
        var twice = segments.Where(s => s.Count > 1).ToList();
        var coders = twice.SelectMany(s => s.Select(j => j.Coder)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (twice.Count == 0 || codes.Count == 0)
        {
            return None;
        }

        var counted = codes.Select(code => (Code: code, Counts: Count(code, twice, coders[0]))).Where(c => c.Counts.Count > 0).ToList();
        var isPair = coders.Count == 2;
        return new CoderAgreement(
            coders,
            twice.Count,
            counted.Sum(c => (long)c.Counts.Values.Sum()),
            counted.Sum(c => (long)Agrees(c.Counts)),
            isPair ? CohenKappa.Pooled(counted.Select(c => Table(c.Counts))) : null,
            KrippendorffAlpha.Binary(counted.SelectMany(c => Units(c.Counts))),
            [
                .. counted.Select(c => new CodeAgreement(
                    c.Code,
                    c.Counts.Values.Sum(),
                    Agrees(c.Counts),
                    c.Counts.Where(u => u.Key.Yes > 0).Sum(u => u.Value),
                    isPair && Table(c.Counts) is var (both, first, second, neither) ? CohenKappa.Of(both, first, second, neither) : null,
                    KrippendorffAlpha.Binary(Units(c.Counts)))),
            ]);
    }

    /// <summary>Segments by how many set a code and how many did not, and whether the first of the coders did: many segments, few kinds.</summary>
    private static Dictionary<(int Yes, int No, bool First), int> Count(Guid code, List<IReadOnlyList<CoderJudgement>> segments, string first)
    {
        var counts = new Dictionary<(int Yes, int No, bool First), int>();
        foreach (var segment in segments)
        {
            var (yes, no, isFirst) = (0, 0, false);
            foreach (var judgement in segment)
            {
                if (judgement.Set.Contains(code))
                {
                    yes++;
                    isFirst |= judgement.Coder == first;
                }
                else if (!judgement.Unknown.Contains(code))
                {
                    no++;
                }
            }

            if (yes + no > 1)
            {
                counts[(yes, no, isFirst)] = counts.GetValueOrDefault((yes, no, isFirst)) + 1;
            }
        }

        return counts;
    }

    private static int Agrees(Dictionary<(int Yes, int No, bool First), int> counts) => counts.Where(u => u.Key.Yes == 0 || u.Key.No == 0).Sum(u => u.Value);

    private static IEnumerable<(int Yes, int No, long Units)> Units(Dictionary<(int Yes, int No, bool First), int> counts) =>
        counts.Select(u => (u.Key.Yes, u.Key.No, (long)u.Value));

    private static (int Both, int First, int Second, int Neither) Table(Dictionary<(int Yes, int No, bool First), int> counts) =>
        (counts.GetValueOrDefault((2, 0, true)), counts.GetValueOrDefault((1, 1, true)), counts.GetValueOrDefault((1, 1, false)), counts.GetValueOrDefault((0, 2, false)));
}
