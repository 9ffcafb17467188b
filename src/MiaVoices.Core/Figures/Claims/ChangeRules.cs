using System.Text.RegularExpressions;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>A change needs the numbers that it goes from and to.</summary>
internal static partial class ChangeRules
{
    public static IEnumerable<ClaimFinding> Check(ClaimText text, HashSet<Quantity> taken)
    {
        foreach (var block in text.Blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.Point))
        {
            foreach (var (sentence, quantity) in block.Quantities.Where(q => q.Quantity.Kind is QuantityKind.Persons or QuantityKind.Percent && !taken.Contains(q.Quantity)).ToList())
            {
                if (!IsChange(sentence, quantity))
                {
                    continue;
                }

                taken.Add(quantity);
                if (!FromTo().IsMatch(sentence.Text) && (quantity.Kind == QuantityKind.Persons || People().IsMatch(sentence.Text)))
                {
                    yield return new ClaimFinding(sentence.Line, quantity.Text, ClaimKind.NoEndpoints, ClaimLevel.BaseMissing, []);
                }
            }
        }
    }

    public static bool IsChange(ClaimSentence sentence, Quantity quantity) =>
        Before().IsMatch(sentence.Text[Math.Max(0, quantity.Start - 40)..quantity.Start]) || After().IsMatch(sentence.Text[quantity.End..]);

    [GeneratedRegex(@"\b(?:öka[rdt]e?|ökning|minska[rdt]e?|minskning|sjunk(?:it|er)|sjönk|stigit|steg|växt|höjts?|sänkts?)[^.;0-9]{0,25}\bmed (?:ca |cirka |drygt |knappt |nära |hela |ungefär )?$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"^[ \u00A0](?:färre|fler|lägre|högre)\b(?! än)", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(@"\bfrån (?:drygt |knappt |cirka |ca )?\d.*\btill (?:drygt |knappt |cirka |ca )?\d|\btill \d.*\bfrån \d|\bjämfört med \d|\buppg(?:år|ick) (?:nu |då )?till \d|\(\d[^)]*(?:→|–|till) ?\d", RegexOptions.CultureInvariant)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"deltagar|respondent|svarande|inflöde|nöjda|insats", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex People();
}
