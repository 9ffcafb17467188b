using System.Text.RegularExpressions;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>A word of quantity against the share beside it, or a headline against the figures under it.</summary>
internal static partial class WordRules
{
    // The least and most share in per cent, and whether a share outside is a contradiction and no matter of taste.
    private static readonly (Regex Word, decimal Least, decimal Most, bool IsStrict)[] Meanings =
    [
        (Near(), 95, 100, false),
        (AlmostAll(), 85, 100, false),
        (All(), 100, 100, true),
        (OverHalf(), 49.5m, 62, true),
        (UnderHalf(), 38, 50.5m, true),
        (Half(), 45, 55, false),
        (Third(), 29, 38, false),
        (Fourth(), 21, 29, false),
        (Majority(), 50, 100, true),
        (Some(), 0, 30, false),
    ];

    public static IEnumerable<ClaimFinding> Check(ClaimText text)
    {
        foreach (var sentence in text.Blocks.Where(b => b.Kind is not BlockKind.Row).SelectMany(b => b.Sentences))
        {
            foreach (var share in sentence.Quantities.Where(q => q.Kind is QuantityKind.Percent or QuantityKind.Ratio && q.Exactness == Exactness.Exact))
            {
                var before = Beside().Match(sentence.Text[..share.Start]);
                if (!before.Success || Meaning(before.Groups["words"].Value) is not var (word, least, most, isStrict))
                {
                    continue;
                }

                var value = share.Kind == QuantityKind.Ratio ? 100m * share.Count / share.Of : share.Value;
                var isMajority = least == 50 && most == 100;
                if (value < least || value > most || (isMajority && value == 50))
                {
                    yield return new ClaimFinding(sentence.Line, share.Text, ClaimKind.WordMisfit, isStrict ? ClaimLevel.CannotHold : ClaimLevel.LookAt,
                        [word, FigureClaims.Percent(value), $"{least:0}–{most:0}"]);
                }
            }
        }

        for (var b = 0; b < text.Blocks.Count; b++)
        {
            if (text.Blocks[b].Kind == BlockKind.Heading && Meaning(text.Blocks[b].Text) is var (word, least, _, _) && (least >= 85 || word.Contains("procent", StringComparison.Ordinal)))
            {
                var section = text.Blocks[b].Section;
                var shares = text.Blocks.Skip(b + 1).TakeWhile(x => x.Section == section).SelectMany(x => x.Quantities).Select(q => q.Quantity)
                    .Where(q => q.Kind is QuantityKind.Percent or QuantityKind.Ratio).Select(q => q.Kind == QuantityKind.Ratio ? 100m * q.Count / q.Of : q.Value).ToList();
                if (shares.Count > 0 && shares.Max() < least)
                {
                    yield return new ClaimFinding(text.Blocks[b].Line, word, ClaimKind.HeadlineMisfit, ClaimLevel.LookAt, [word, FigureClaims.Percent(shares.Max())]);
                }
            }
        }
    }

    private static (string Word, decimal Least, decimal Most, bool IsStrict)? Meaning(string words)
    {
        foreach (var (word, least, most, isStrict) in Meanings)
        {
            if (word.Match(words) is { Success: true } found)
            {
                return (found.Value, least, most, isStrict);
            }
        }

        return null;
    }

    /// <summary>A word of quantity with at most two words after it, then a bracket: "de flesta deltagarna (12 av 20)".</summary>
    [GeneratedRegex(@"(?<words>(?:\p{L}+[ \u00A0]){0,2}\p{L}+(?:[ \u00A0]\p{L}+){0,2})[ \u00A0]?(?:\(|[–—] ?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\b(?:nästan|nära|närmare) (?:hundra|100) procent\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Near();

    [GeneratedRegex(@"\b(?:nästan|så gott som|i stort sett) (?:alla|samtliga)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AlmostAll();

    [GeneratedRegex(@"(?<!\b(?:av|inte|bland|hos|för|från|till|med) )\b(?:samtliga|alla)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex All();

    [GeneratedRegex(@"\b(?:drygt|något över|mer än|över) hälften\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OverHalf();

    [GeneratedRegex(@"\b(?:knappt|nästan|nära|mindre än|inte fullt) hälften\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UnderHalf();

    [GeneratedRegex(@"\bhälften\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Half();

    [GeneratedRegex(@"\b(?:var tredje|en tredjedel)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Third();

    [GeneratedRegex(@"\b(?:var fjärde|en fjärdedel)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Fourth();

    [GeneratedRegex(@"\b(?:de flesta|flertalet|majoriteten|en (?:klar |stor |knapp )?majoritet)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Majority();

    [GeneratedRegex(@"\b(?:några få|enstaka|ett fåtal)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Some();
}
