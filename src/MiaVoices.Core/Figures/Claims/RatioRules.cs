using System.Text.RegularExpressions;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>"k av n (p %)": the three must agree, and k is no more than n.</summary>
internal static partial class RatioRules
{
    public static IEnumerable<ClaimFinding> Check(ClaimText text, HashSet<Quantity> taken)
    {
        foreach (var sentence in text.Blocks.SelectMany(b => b.Sentences))
        {
            foreach (var ratio in sentence.Quantities.Where(q => q.Kind == QuantityKind.Ratio && q.Count > q.Of && q.Of > 12))
            {
                yield return new ClaimFinding(sentence.Line, ratio.Text, ClaimKind.MoreThanWhole, ClaimLevel.CannotHold, [FigureClaims.Number(ratio.Count), FigureClaims.Number(ratio.Of)]);
            }

            foreach (var (first, second) in sentence.Quantities.Zip(sentence.Quantities.Skip(1)))
            {
                var between = sentence.Text[first.End..second.Start];
                var (ratio, percent) = first.Kind == QuantityKind.Ratio && second.Kind == QuantityKind.Percent && After().IsMatch(between) ? (first, second)
                    : first.Kind == QuantityKind.Percent && second.Kind == QuantityKind.Ratio && InBrackets().IsMatch(between) ? (second, first)
                    : (null, null);
                if (ratio is null || ratio.Count > ratio.Of || !taken.Add(percent!))
                {
                    continue;
                }

                var share = 100m * ratio.Count / ratio.Of;
                if (ratio.Exactness == Exactness.Exact && !percent!.Fits(share))
                {
                    yield return new ClaimFinding(sentence.Line, percent.Text, ClaimKind.OtherPercentage, ClaimLevel.CannotHold,
                        [FigureClaims.Number(ratio.Count), FigureClaims.Number(ratio.Of), FigureClaims.Percent(share, Math.Max(1, percent.Decimals))]);
                }
            }
        }
    }

    [GeneratedRegex(@"^[^.;0-9]{0,30}(?:\(|,[ \u00A0](?:dvs\.?|det vill säga|alltså|eller|vilket (?:är|motsvarar|ger))[ \u00A0]|,[ \u00A0]|[–—=]|motsvarar[ \u00A0]|vilket är[ \u00A0])(?:ca[ \u00A0]|cirka[ \u00A0]|≈|drygt[ \u00A0]|knappt[ \u00A0]|nära[ \u00A0])?$", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(@"^[^.;,0-9]{0,30}\((?:alltså |dvs\.? |motsvarar )?$|^, (?:eller|dvs\.?|det vill säga|alltså) $", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();
}
