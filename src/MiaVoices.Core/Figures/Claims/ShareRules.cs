using System.Text.RegularExpressions;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>Percentages against the number who answered: one that fits no whole number of persons, one without any base, shares of one question over 100.</summary>
internal static partial class ShareRules
{
    private const int LeastBaseReach = 3;

    public static IEnumerable<ClaimFinding> Check(ClaimText text, HashSet<Quantity> taken)
    {
        for (var b = 0; b < text.Blocks.Count; b++)
        {
            var block = text.Blocks[b];
            if (block.Kind == BlockKind.Row)
            {
                continue;
            }

            var list = ListOf(text, b);
            var one = IsOneQuestion(list);
            if (block.Kind == BlockKind.Point && list[0] == block && Over(list) is { } over)
            {
                yield return over;
            }

            var hasBase = HasBase(text, b);
            foreach (var (sentence, percent) in block.Quantities.Where(q => q.Quantity.Kind == QuantityKind.Percent && !taken.Contains(q.Quantity)))
            {
                var known = Bases(text, b, sentence, percent, one);
                if (known.Count > 0)
                {
                    if (percent.Exactness != Exactness.Open && known.All(n => !percent.IsPossibleOf(n)))
                    {
                        yield return Impossible(sentence, percent, known.Min(), one ? list : [block]);
                    }
                }
                else if (!hasBase && IsOfPeople(sentence, block) && !IsTarget(sentence.Text, percent) && !Defines().IsMatch(sentence.Text))
                {
                    yield return new ClaimFinding(sentence.Line, percent.Text, ClaimKind.NoBase, ClaimLevel.BaseMissing, []);
                }
            }
        }
    }

    /// <summary>Whether the percentage is something to reach.</summary>
    internal static bool IsTarget(string sentence, Quantity percent) =>
        TargetBefore().IsMatch(sentence[..percent.Start]) || ToReach().IsMatch(sentence[percent.End..]);

    private static ClaimFinding Impossible(ClaimSentence sentence, Quantity percent, int n, IReadOnlyList<ClaimBlock> list)
    {
        var below = (int)Math.Floor(percent.Value * n / 100);
        var shares = list.SelectMany(b => b.Quantities).Select(q => q.Quantity).Where(q => q.Kind == QuantityKind.Percent && q.Exactness != Exactness.Open).ToList();
        var least = shares.Count < 3 ? 0 : Enumerable.Range(2, 499).FirstOrDefault(m => shares.All(s => s.IsPossibleOf(m)));
        return new ClaimFinding(sentence.Line, percent.Text, ClaimKind.ImpossiblePercentage, ClaimLevel.CannotHold,
        [
            FigureClaims.Number(n),
            string.Join("; ", new[] { below, below + 1 }.Where(k => k <= n).Select(k => $"{k}/{n} = {FigureClaims.Percent(100m * k / n, percent.Decimals + 1)} %")),
            least == 0 ? "" : FigureClaims.Number(least),
        ]);
    }

    /// <summary>The numbers of answers that the percentage can be a share of: beside it, or those who answered in the text just before it.</summary>
    private static List<int> Bases(ClaimText text, int at, ClaimSentence sentence, Quantity percent, bool isOneQuestion)
    {
        var after = sentence.Text[percent.End..];
        if (OfOthers().IsMatch(after) && !OfAll().IsMatch(after))
        {
            return [];
        }

        // "60 procent av de 42 svarande", "60 procent (n = 42)".
        var next = sentence.Quantities.FirstOrDefault(q => q.Start >= percent.End);
        if (next is { Kind: QuantityKind.Answered or QuantityKind.Persons, Exactness: Exactness.Exact } && Direct().IsMatch(sentence.Text[percent.End..next.Start]))
        {
            return [next.Count];
        }

        // Another base in between means that the nearest one counts; several in one sentence leave all open.
        var before = sentence.Quantities.Where(q => q.End <= percent.Start && q.Kind == QuantityKind.Answered).ToList();
        if (before.Count > 0)
        {
            return before.All(q => q.Exactness == Exactness.Exact) ? [.. before.Select(q => q.Count).Where(n => n > 0)] : [];
        }

        if (!isOneQuestion)
        {
            return [];
        }

        for (var b = at - 1; b >= 0 && text.Blocks[b].Kind != BlockKind.Row && text.Blocks[b].Section == text.Blocks[at].Section; b--)
        {
            if (text.Blocks[b].Kind != BlockKind.Point)
            {
                var answered = text.Blocks[b].Quantities.Select(q => q.Quantity).Where(q => q.Kind == QuantityKind.Answered && q.Exactness == Exactness.Exact).Select(q => q.Count).Where(n => n > 0).ToList();
                return answered;
            }
        }

        return [];
    }

    /// <summary>Whether a base is named in the same section, not too far before.</summary>
    private static bool HasBase(ClaimText text, int at)
    {
        var reach = 0;
        for (var b = at; b >= 0 && text.Blocks[b].Section == text.Blocks[at].Section && reach <= LeastBaseReach; b--)
        {
            var block = text.Blocks[b];
            if (block.Kind == BlockKind.Row
                || block.Quantities.Any(q => q.Quantity.Kind is QuantityKind.Ratio or QuantityKind.Answered || (q.Quantity.Kind == QuantityKind.Persons && !ChangeRules.IsChange(q.Sentence, q.Quantity))))
            {
                return true;
            }

            reach += block.Kind == BlockKind.Point && b < at ? 0 : 1;
        }

        // A table right after the text is its base too.
        return text.Blocks.Skip(at + 1).TakeWhile(b => b.Section == text.Blocks[at].Section).Take(2).Any(b => b.Kind == BlockKind.Row);
    }

    private static ClaimFinding? Over(List<ClaimBlock> list)
    {
        var shares = Leading(list);
        var sum = shares.Sum(q => q.Value);
        var tolerance = shares.Sum(q => q.Unit) / 2;
        var oneQuestion = list.Any(b => Scale().IsMatch(b.Text));
        return oneQuestion && shares.Count == list.Count && sum > 100 + tolerance && sum < 130
            ? new ClaimFinding(list[0].Line, shares[0].Text, ClaimKind.SharesOver, ClaimLevel.LookAt, [FigureClaims.Percent(sum, 0)])
            : null;
    }

    /// <summary>Points that each begin with a share, which together make about a whole.</summary>
    private static bool IsOneQuestion(List<ClaimBlock> list)
    {
        var shares = Leading(list);
        return list.Count >= 3 && shares.Count == list.Count && Math.Abs(shares.Sum(q => q.Value) - 100) <= list.Count;
    }

    private static List<Quantity> Leading(List<ClaimBlock> list) =>
        [.. list.Select(b => b.Quantities.Select(q => q.Quantity).FirstOrDefault(q => q.Kind == QuantityKind.Percent && q.Start < 16)).OfType<Quantity>()];

    private static List<ClaimBlock> ListOf(ClaimText text, int at)
    {
        if (text.Blocks[at].Kind != BlockKind.Point)
        {
            return [text.Blocks[at]];
        }

        var (first, last) = (at, at);
        while (first > 0 && text.Blocks[first - 1].Kind == BlockKind.Point)
        {
            first--;
        }

        while (last + 1 < text.Blocks.Count && text.Blocks[last + 1].Kind == BlockKind.Point)
        {
            last++;
        }

        return [.. text.Blocks.Skip(first).Take(last - first + 1)];
    }

    private static bool IsOfPeople(ClaimSentence sentence, ClaimBlock block) => People().IsMatch(sentence.Text) || (block.Kind == BlockKind.Point && Answers().IsMatch(sentence.Text));

    /// <summary>A sentence that says from which shares a word is used is a definition and needs no base.</summary>
    [GeneratedRegex(@"\b(?:någon|några|flera|de flesta|en majoritet|nästan alla|samtliga)\s+(?:är|betyder|står för|används (?:för|om|när))\s.{0,40}?(?:\d|personer|alla)", RegexOptions.IgnoreCase)]
    private static partial Regex Defines();

    [GeneratedRegex(@"^[ \u00A0]+av[ \u00A0]+\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"^[ \u00A0]+av[ \u00A0]+(?:de[ \u00A0]+(?:som[ \u00A0]svara|svarande|tillfrågade|intervjuade|\d)|dem\b|dessa\b|deltagarna\b|respondenterna\b|samtliga\b|alla\b)", RegexOptions.CultureInvariant)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"^[ \u00A0]+av[ \u00A0]+(?:de|våra|totalt|alla|samtliga)?[ \u00A0]?$|^[ \u00A0]*\($", RegexOptions.CultureInvariant)]
    private static partial Regex Direct();

    [GeneratedRegex(@"\b(?:\p{L}*mål|mål(?:et|en|sättning(?:en)?)|\p{L}+målen?|\p{L}+målet)\b[^.;0-9]{0,80}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TargetBefore();

    [GeneratedRegex(@"^[^.;]{0,40}\bska(?:ll)? (?:ha|känna|vara|nå|uppleva|få)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ToReach();

    [GeneratedRegex(@"(?:deltagar|respondent|medarbetar|brukar|handläggar|remittent|personal)\w*|\b(?:personer|personerna|kvinnor|kvinnorna|männen|svarande|intervjuade|tillfrågade|svarade|svarat|besvarat|instämmer|uppger|uppgav|upplever|upplevde|tycker|tyckte|nöjda|missnöjda)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"\b(?:anser|ansåg|tycker|tyckte|uppger|uppgav|svara(?:de|t)|känner|kände|upplever|upplevde|instämmer|är nöjda|var nöjda)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Answers();

    [GeneratedRegex(@"\b(?:[Aa]ldrig|[Ss]ällan|varken eller|[Ii]bland|vet ej|vet inte|mycket nöjda?|ganska nöjda?|[Ii]nstämmer (?:helt|delvis|inte))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Scale();
}
