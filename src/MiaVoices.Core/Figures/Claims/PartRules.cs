using System.Text.RegularExpressions;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>Parts against the whole that they are said to be of.</summary>
internal static partial class PartRules
{
    public static IEnumerable<ClaimFinding> Check(ClaimText text)
    {
        foreach (var block in text.Blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.Point))
        {
            Quantity? whole = null;
            foreach (var sentence in block.Sentences)
            {
                var persons = sentence.Quantities.Where(q => q.Kind is QuantityKind.Persons or QuantityKind.Answered && q.Exactness == Exactness.Exact).ToList();
                var opening = OfThese().Match(sentence.Text);
                var at = opening.Success ? opening.Index : -1;
                var parts = at < 0 ? [] : persons.Where(q => q.Start > at).ToList();
                var before = at < 0 ? persons : [.. persons.Where(q => q.End <= at)];
                var of = before.Count > 0 ? before[^1] : whole;
                if (of is not null && parts.Count > 0)
                {
                    foreach (var finding in Parts(sentence, parts, of.Count))
                    {
                        yield return finding;
                    }
                }

                whole = before.Count == 1 && parts.Count == 0 ? before[0] : parts.Count == 0 && before.Count > 1 ? null : whole;
            }
        }
    }

    private static IEnumerable<ClaimFinding> Parts(ClaimSentence sentence, List<Quantity> parts, int whole)
    {
        foreach (var part in parts.Where(p => p.Count > whole))
        {
            yield return new ClaimFinding(sentence.Line, part.Text, ClaimKind.MoreThanWhole, ClaimLevel.CannotHold, [FigureClaims.Number(part.Count), FigureClaims.Number(whole)]);
        }

        var text = sentence.Text[parts[0].Start..];
        var women = parts.FirstOrDefault(p => Women().IsMatch(sentence.Text[p.Start..Math.Min(sentence.Text.Length, p.End + 12)]));
        var men = parts.FirstOrDefault(p => Men().IsMatch(sentence.Text[p.Start..Math.Min(sentence.Text.Length, p.End + 8)]));
        if (women is not null && men is not null && women != men && !Others().IsMatch(text) && women.Count <= whole && men.Count <= whole)
        {
            var sum = women.Count + men.Count;
            if (sum != whole)
            {
                yield return new ClaimFinding(sentence.Line, women.Text, sum > whole ? ClaimKind.MoreThanWhole : ClaimKind.PartsMissing, sum > whole ? ClaimLevel.CannotHold : ClaimLevel.LookAt,
                    sum > whole ? [FigureClaims.Number(sum), FigureClaims.Number(whole)] : [FigureClaims.Number(sum), FigureClaims.Number(whole), FigureClaims.Number(whole - sum)]);
            }
        }
    }

    [GeneratedRegex(@"\b(?:[Aa]v (?:dessa|dem)|varav|därav|fördelat på|fördelade på)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OfThese();

    [GeneratedRegex(@"\b(?:kvinnor|flickor)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Women();

    [GeneratedRegex(@"\b(?:män|pojkar)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Men();

    [GeneratedRegex(@"\b(?:övriga|annat|andra|okänt|uppgift saknas|ej angett|inte angett|ville inte|annan könsidentitet|icke-binära|saknas|resten)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Others();
}
