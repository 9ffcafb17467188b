using System.Globalization;
using System.Text.RegularExpressions;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>Tables in Markdown: "13 (62 %)" under "deltagare (21)", a row of sums, and goals with target and outcome.</summary>
internal static partial class TableRules
{
    public static IEnumerable<ClaimFinding> Check(ClaimText text)
    {
        for (var b = 0; b < text.Blocks.Count; b++)
        {
            if (text.Blocks[b].Kind != BlockKind.Row)
            {
                continue;
            }

            var rows = text.Blocks.Skip(b).TakeWhile((r, i) => r.Kind == BlockKind.Row && r.Line == text.Blocks[b].Line + i).Select(r => (r.Line, Cells: Cells(r.Text))).ToList();
            b += rows.Count - 1;
            if (rows.Count < 3)
            {
                continue;
            }

            var header = rows[0].Cells;
            var body = rows.Skip(2).ToList();
            foreach (var finding in Shares(header, body).Concat(Sums(body)).Concat(Goals(header, body)))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<ClaimFinding> Shares(string[] header, List<(int Line, string[] Cells)> body)
    {
        foreach (var (line, cells) in body)
        {
            for (var c = 1; c < Math.Min(cells.Length, header.Length); c++)
            {
                var share = CountWithPercent().Match(cells[c]);
                var of = HeaderBase().Match(header[c]);
                if (!share.Success || !of.Success || QuantityFinder.In(share.Groups["p"].Value) is not [{ Kind: QuantityKind.Percent } percent])
                {
                    continue;
                }

                var (k, n) = (Number(share.Groups["k"].Value), Number(of.Groups["n"].Value));
                if (k > n)
                {
                    yield return new ClaimFinding(line, cells[c], ClaimKind.MoreThanWhole, ClaimLevel.CannotHold, [FigureClaims.Number(k), FigureClaims.Number(n)]);
                }
                else if (n > 0 && !percent.Fits(100m * k / n))
                {
                    yield return new ClaimFinding(line, cells[c], ClaimKind.OtherPercentage, ClaimLevel.CannotHold, [FigureClaims.Number(k), FigureClaims.Number(n), FigureClaims.Percent(100m * k / n)]);
                }
            }
        }
    }

    /// <summary>A last row called sum must be one, in columns of whole numbers.</summary>
    private static IEnumerable<ClaimFinding> Sums(List<(int Line, string[] Cells)> body)
    {
        var (line, last) = body[^1];
        if (body.Count < 3 || !SumRow().IsMatch(last[0]))
        {
            yield break;
        }

        for (var c = 1; c < last.Length; c++)
        {
            var column = body.Select(r => c < r.Cells.Length && WholeNumber().IsMatch(r.Cells[c]) ? Number(r.Cells[c]) : -1).ToList();
            var sum = column.SkipLast(1).Sum();
            if (column.All(n => n >= 0) && sum != column[^1])
            {
                yield return new ClaimFinding(line, last[c], sum > column[^1] ? ClaimKind.MoreThanWhole : ClaimKind.PartsMissing, ClaimLevel.LookAt,
                    sum > column[^1] ? [FigureClaims.Number(sum), last[c]] : [FigureClaims.Number(sum), last[c], FigureClaims.Number(column[^1] - sum)]);
            }
        }
    }

    private static IEnumerable<ClaimFinding> Goals(string[] header, List<(int Line, string[] Cells)> body)
    {
        var target = Array.FindIndex(header, h => TargetColumn().IsMatch(h));
        var outcome = Array.FindIndex(header, h => OutcomeColumn().IsMatch(h));
        var met = Array.FindIndex(header, h => MetColumn().IsMatch(h));
        if (target < 0 || outcome < 0 || met < 0)
        {
            yield break;
        }

        foreach (var (line, cells) in body.Where(r => r.Cells.Length > Math.Max(met, Math.Max(target, outcome))))
        {
            var wanted = QuantityFinder.In(cells[target]).FirstOrDefault(q => q.Kind == QuantityKind.Percent);
            var reached = QuantityFinder.In(cells[outcome]).OrderBy(q => q.Kind == QuantityKind.Ratio ? 0 : 1).FirstOrDefault(q => q.Kind is QuantityKind.Percent or QuantityKind.Ratio);
            if (wanted is null || reached is null || !YesNo().IsMatch(cells[met]))
            {
                continue;
            }

            var share = reached.Kind == QuantityKind.Ratio ? 100m * reached.Count / reached.Of : reached.Value;
            var half = reached.Kind == QuantityKind.Ratio ? 0 : reached.Unit / 2;
            var said = Yes().IsMatch(cells[met]);
            if (said ? share < wanted.Value - half : share >= wanted.Value + half)
            {
                yield return new ClaimFinding(line, cells[target], ClaimKind.GoalMisfit, ClaimLevel.CannotHold, [FigureClaims.Percent(wanted.Value, wanted.Decimals), FigureClaims.Percent(share)]);
            }
        }
    }

    private static string[] Cells(string row) => [.. row.Trim().Trim('|').Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|').Select(c => c.Trim())];

    private static int Number(string text) =>
        int.TryParse(string.Concat(text.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    [GeneratedRegex(@"^(?<k>\d[\d \u00A0]*)\((?<p>[^)]*%)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex CountWithPercent();

    [GeneratedRegex(@"\((?:n ?= ?)?(?<n>\d[\d \u00A0]*)\)$|n[ \u00A0]?=[ \u00A0]?(?<n>\d[\d \u00A0]*)", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderBase();

    [GeneratedRegex(@"^\d[\d \u00A0]*$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^\W*(?:summa|totalt|sammanlagt)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SumRow();

    [GeneratedRegex(@"^\W*(?:mål|målnivå|målvärde)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TargetColumn();

    [GeneratedRegex(@"^\W*(?:utfall|resultat)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OutcomeColumn();

    [GeneratedRegex(@"uppnå|nått|uppfyll", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MetColumn();

    [GeneratedRegex(@"^\W*(?:ja|nej)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"^\W*ja\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Yes();
}
