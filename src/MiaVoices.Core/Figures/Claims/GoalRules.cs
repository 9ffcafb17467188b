using System.Text.RegularExpressions;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>"Når målet": the target and the outcome must stand side by side, and agree with what is said.</summary>
internal static partial class GoalRules
{
    public static IEnumerable<ClaimFinding> Check(ClaimText text, HashSet<Quantity> taken)
    {
        foreach (var block in text.Blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.Point))
        {
            foreach (var sentence in block.Sentences)
            {
                var percents = sentence.Quantities.Where(q => q.Kind == QuantityKind.Percent).ToList();
                var met = Met().IsMatch(sentence.Text);
                var missed = Missed().IsMatch(sentence.Text);
                if (!(met || missed) || percents.FirstOrDefault(p => ShareRules.IsTarget(sentence.Text, p)) is not { } target)
                {
                    continue;
                }

                taken.Add(target);
                var outcome = block.Quantities.Where(q => q.Quantity != target && Outcome().IsMatch(q.Sentence.Text[Math.Max(0, q.Quantity.Start - 40)..q.Quantity.Start]))
                    .Select(q => q.Quantity).FirstOrDefault(q => q.Kind is QuantityKind.Percent or QuantityKind.Ratio);
                if (outcome is null)
                {
                    if (!block.Quantities.Any(q => q.Quantity != target && q.Quantity.Kind is QuantityKind.Percent or QuantityKind.Ratio))
                    {
                        yield return new ClaimFinding(sentence.Line, target.Text, ClaimKind.GoalWithoutOutcome, ClaimLevel.LookAt, []);
                    }

                    continue;
                }

                var share = outcome.Kind == QuantityKind.Ratio ? 100m * outcome.Count / outcome.Of : outcome.Value;
                if (missed ? share >= target.Value + outcome.Unit : share < target.Value - (outcome.Unit / 2))
                {
                    yield return new ClaimFinding(sentence.Line, target.Text, ClaimKind.GoalMisfit, missed ? ClaimLevel.LookAt : ClaimLevel.CannotHold,
                        [FigureClaims.Percent(target.Value, target.Decimals), FigureClaims.Percent(share)]);
                }
            }
        }
    }

    [GeneratedRegex(@"(?<!\bska(?:ll)? )\b(?:når|nådde|nått|nåddes|uppnår|uppnådde|uppnått|uppnås|uppnåddes|klara[rdt]e?|uppfyll(?:er|de|t|s|des|ts))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Met();

    [GeneratedRegex(@"\b(?:inte|ej|aldrig)\b[^.;]{0,20}\b(?:når|nådde|nått|nåddes|uppnår|uppnått|uppnåddes|uppfyll\w+)\b|\b(?:når|nådde|nåddes|uppnår|uppnåddes) (?:vi |projektet )?(?:inte|ej)\b|\bunder (?:det (?:\p{L}+ )?)?mål", RegexOptions.CultureInvariant)]
    private static partial Regex Missed();

    [GeneratedRegex(@"\b(?:[Uu]tfall(?:et)?|[Rr]esultat(?:et)?|blev|utföll)\b[^.;0-9]{0,25}$", RegexOptions.CultureInvariant)]
    private static partial Regex Outcome();
}
