using System.Text.RegularExpressions;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>A response rate against the numbers beside it.</summary>
internal static partial class RateRules
{
    public static IEnumerable<ClaimFinding> Check(ClaimText text, HashSet<Quantity> taken)
    {
        foreach (var block in text.Blocks.Where(b => b.Kind != BlockKind.Row))
        {
            foreach (var (sentence, rate) in block.Quantities.Where(q => q.Quantity.Kind == QuantityKind.Percent).ToList())
            {
                if (!Rate().IsMatch(sentence.Text[Math.Max(0, rate.Start - 60)..rate.Start]) && !OfThem().IsMatch(sentence.Text[rate.End..]))
                {
                    continue;
                }

                taken.Add(rate);
                var here = Counts(sentence);
                var counts = here.Count >= 2 ? here : [.. block.Sentences.SelectMany(Counts).Distinct()];
                var pairs = counts.SelectMany(k => counts.Where(n => n > k).Select(n => (K: k, N: n))).ToList();
                if (pairs.Count == 0 || rate.Exactness == Exactness.Open)
                {
                    continue;
                }

                var fits = pairs.Where(p => rate.Fits(100m * p.K / p.N)).ToList();
                if (fits.Count == 0)
                {
                    yield return new ClaimFinding(sentence.Line, rate.Text, ClaimKind.OtherRate, here.Count >= 2 ? ClaimLevel.CannotHold : ClaimLevel.LookAt,
                        [string.Join("; ", pairs.Select(p => $"{p.K}/{p.N} = {FigureClaims.Percent(100m * p.K / p.N)} %"))]);
                    continue;
                }

                var (k, of) = fits[0];
                var larger = counts.Where(n => n > of).DefaultIfEmpty(0).Max();
                var said = block.Quantities.Any(q => q.Quantity.Kind == QuantityKind.Percent && q.Quantity != rate && q.Quantity.Fits(100m * k / Math.Max(larger, 1)));
                if (larger > 0 && !said)
                {
                    yield return new ClaimFinding(sentence.Line, rate.Text, ClaimKind.RateOfAll, ClaimLevel.LookAt,
                        [FigureClaims.Number(k), FigureClaims.Number(larger), FigureClaims.Percent(100m * k / larger)]);
                }
            }
        }
    }

    private static List<int> Counts(ClaimSentence sentence) =>
        [.. sentence.Quantities.SelectMany(q => q.Kind switch
        {
            QuantityKind.Ratio => (int[])[q.Count, q.Of],
            QuantityKind.Percent => [],
            _ => [q.Count],
        }).Distinct()];

    [GeneratedRegex(@"\b[Ss]vars(?:frekvens|andel)(?:en)?[^.;]{0,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^[ \u00A0]svarsfrekvens|^ av (?:de )?(?:nådda|utskickade)", RegexOptions.CultureInvariant)]
    private static partial Regex OfThem();
}
