using System.Globalization;
using System.Text.RegularExpressions;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>Finds percentages, ratios and numbers of persons in a Swedish sentence. Thread-safe.</summary>
internal static partial class QuantityFinder
{
    private const string Whole = @"(?<![\d.,:/–-])\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|(?<![\d.,:/–-])\d+";

    private const string People =
        @"(?:unika |nya |andra |inskrivna |aktuella |avslutade |intervjuade |tillfrågade |svarande )*(?:\w{0,20}(?:deltagar(?:e|na|en)|personer(?:na)?|kvinnor(?:na)?|män(?:nen)?|medarbetar(?:e|na)|respondenter(?:na)?|informanter(?:na)?|individer(?:na)?|brukar(?:e|na)|elever(?:na)?|handläggare|remittenter(?:na)?|anställda|ungdomar(?:na)?|hushåll(?:en)?|svar(?:en)?|enkäter(?:na)?|intervjuer(?:na)?)|barn|pojkar|flickor|svarande|intervjuade|tillfrågade|avslutade|inskrivna|som svara(?:de|t)|har (?:svarat|besvarat|deltagit|avslutat))\b";

    private static readonly Dictionary<string, int> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = 1,
        ["ett"] = 1,
        ["två"] = 2,
        ["tre"] = 3,
        ["fyra"] = 4,
        ["fem"] = 5,
        ["sex"] = 6,
        ["sju"] = 7,
        ["åtta"] = 8,
        ["nio"] = 9,
        ["tio"] = 10,
        ["elva"] = 11,
        ["tolv"] = 12,
    };

    /// <summary>The numbers of a sentence in their order; none overlap.</summary>
    public static IReadOnlyList<Quantity> In(string sentence)
    {
        var found = new List<Quantity>();
        foreach (Match m in Percents().Matches(sentence))
        {
            var text = m.Groups["n"].Value.Replace(',', '.');
            var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
            Add(QuantityKind.Percent, m, decimal.Parse(text, CultureInfo.InvariantCulture), 0, decimals, How(sentence, m.Index));
        }

        foreach (Match m in Ratios().Matches(sentence))
        {
            if (Number(m.Groups["k"].Value) is { } k && Number(m.Groups["n"].Value) is { } n && n > 0)
            {
                Add(QuantityKind.Ratio, m, k, n, 0, How(sentence, m.Index));
            }
        }

        foreach (Match m in Answered().Matches(sentence))
        {
            if (Number(m.Groups["n"].Value) is { } n && !IsYear(m.Groups["n"].Value))
            {
                Add(QuantityKind.Answered, m, n, 0, 0, How(sentence, m.Groups["n"].Index));
            }
        }

        foreach (Match m in Persons().Matches(sentence))
        {
            if (Number(m.Groups["n"].Value) is { } n)
            {
                Add(QuantityKind.Persons, m, n, 0, 0, How(sentence, m.Index));
            }
        }

        return [.. found.OrderBy(q => q.Start)];

        void Add(QuantityKind kind, Match m, decimal value, int of, int decimals, Exactness how)
        {
            if (!found.Any(q => q.Start < m.Index + m.Length && m.Index < q.End))
            {
                found.Add(new Quantity(kind, m.Index, m.Index + m.Length, value, of, decimals, how, m.Value.Trim()));
            }
        }
    }

    private static int? Number(string text) =>
        Words.TryGetValue(text, out var word) ? word
        : int.TryParse(string.Concat(text.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
        : null;

    private static bool IsYear(string text) => text is ['1', '9', _, _] or ['2', '0', _, _];

    private static Exactness How(string sentence, int at)
    {
        var before = sentence[Math.Max(0, at - 24)..at].ToLowerInvariant();
        return Opens().IsMatch(before) ? Exactness.Open
            : Abouts().IsMatch(before) ? Exactness.About
            : Unders().IsMatch(before) ? Exactness.JustUnder
            : Overs().IsMatch(before) ? Exactness.JustOver
            : Exactness.Exact;
    }

    [GeneratedRegex(@"(?<![\d.,])(?<n>\d{1,3}(?:[.,]\d{1,2})?)[ \u00A0\u202F-]?(?:%(?!-?enhet)|pro\w{0,2}cent(?:en)?\b)(?!-?enhet)", RegexOptions.CultureInvariant)]
    private static partial Regex Percents();

    [GeneratedRegex($@"(?:(?<k>{Whole})|\b(?<k>en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv))[ \u00A0]+(?:\p{{L}}+[ \u00A0]+)?av[ \u00A0]+(?:de[ \u00A0]+|totalt[ \u00A0]+|alla[ \u00A0]+|våra[ \u00A0]+)?(?:(?<n>{Whole})(?![.,]?\d|[ \u00A0]?(?:%|pro\w?cent|kr|kron|mil[jl]|år|månader|dagar|veckor))|(?<n>två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ratios();

    [GeneratedRegex($@"\b[nN][ \u00A0]*=[ \u00A0]*(?<n>{Whole})|(?<n>{Whole})[ \u00A0]+(?:\p{{L}}{{3,}}[ \u00A0]+)?(?:som (?:har )?|har |hade )?(?:svara(?:de|t|nde)|besvara(?:de|t)|deltog|svar(?:en)?\b|enkätsvar\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Answered();

    [GeneratedRegex($@"(?<n>{Whole})[ \u00A0]+(?:(?:är|av)[ \u00A0]+)?{People}|(?<=\b[Aa]v (?:de |dessa |totalt )?)(?<n>{Whole})(?=[ \u00A0]+(?:som|avslutade|inskrivna|tillfrågade)\b)|(?<=till )(?<n>{Whole})(?=[ \u00A0]och av d)", RegexOptions.CultureInvariant)]
    private static partial Regex Persons();

    [GeneratedRegex(@"(?:minst|högst|max|som mest|som minst|mellan|upp till|uppemot|mer än|fler än|mindre än|färre än|under|\d[ \u00A0]?(?:–|-|till|eller|och)|±)[ \u00A0]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Opens();

    [GeneratedRegex(@"(?:≈|~|\bca\.?|\bc:a|cirka|omkring|runt|ungefär|kring|i snitt)[ \u00A0]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Abouts();

    [GeneratedRegex(@"(?:nära|nästan|närmare|knappt|inte fullt|strax under)[ \u00A0]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Unders();

    [GeneratedRegex(@"(?:drygt|över|strax över|lite mer än)[ \u00A0]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Overs();
}
