using System.Text.RegularExpressions;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Reports;

/// <summary>What in a text may point at a person.</summary>
public enum IdentifierKind
{
    /// <summary>A Swedish personal identity number, or digits that look like one.</summary>
    PersonalNumber,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address, a web address or a handle.</summary>
    Email,

    /// <summary>A street with its number, or a postcode with its place.</summary>
    Address,

    /// <summary>A word with a capital letter that begins no sentence: a name of a person, a place or a workplace, more often than not.</summary>
    Name,

    /// <summary>A word about illness, diagnosis or treatment.</summary>
    Health,
}

/// <summary>A place in a text that may point at a person.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Length">Number of UTF-16 code units.</param>
public sealed record Identifier(IdentifierKind Kind, int Start, int Length)
{
    /// <summary>Whether it points at one person by itself: what nobody may publish.</summary>
    public bool IsDirect => Kind is IdentifierKind.PersonalNumber or IdentifierKind.Phone or IdentifierKind.Email or IdentifierKind.Address;
}

/// <summary>
/// Finds what may point at a person, by rules that look at the text alone, for a person to judge: they find too much and
/// too little. Pure; thread-safe.
/// </summary>
public static partial class Identifiers
{
    /// <summary>Known to everyone, and no persons.</summary>
    private static readonly HashSet<string> Public = new(StringComparer.OrdinalIgnoreCase)
    {
        "Försäkringskassan", "Arbetsförmedlingen", "Skatteverket", "Migrationsverket", "Socialstyrelsen", "Kronofogden", "Pensionsmyndigheten", "CSN", "AF", "FK", "IVO", "ESF", "EU",
        "Samordningsförbundet", "Finsam", "Komvux", "SFI", "Sverige", "Sveriges", "Svenska", "Teams", "Zoom", "Word", "Excel", "Facebook", "Google", "Bostonmetoden", "IPS", "SE", "CM", "ASF",
        "Gud", "Herregud", "Jag", "Nu", "Ja", "Nej", "Jul", "Covid", "Corona", "KBT", "DBT", "ADHD", "ADD", "PTSD", "IBS", "OCD", "KOL", "MS", "TV", "OK", "SMS", "PDF", "HR", "IT",
    };

    private static readonly HashSet<string> HealthWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "adhd", "add", "autism", "aspergers", "ptsd", "ibs", "ocd", "kol", "hiv", "ms", "cancer", "tumör", "diabetes", "epilepsi", "fibromyalgi", "stroke", "demens", "schizofreni", "bipolär",
        "depression", "depressionen", "depressioner", "deprimerad", "ångest", "ångesten", "panikångest", "psykos", "utmattning", "utmattningssyndrom", "utbränd", "utmattad", "självmord", "självskada",
        "självmordsförsök", "missbruk", "missbruket", "alkoholist", "narkotika", "abstinens", "ätstörning", "anorexi", "bulimi", "trauma", "migrän", "hjärtinfarkt", "infarkt", "operation",
        "opererades", "opererad", "diagnos", "diagnosen", "diagnoser", "medicin", "medicinen", "mediciner", "tabletter", "antidepressiva", "litium", "metadon", "gravid", "missfall", "abort",
        "psykiatrin", "psykiatriker", "psykolog", "beroendemottagningen", "rullstol", "synskadad", "hörselskadad", "funktionsnedsättning", "sjukskriven", "sjukskrivning", "värk", "smärta",
    };

    /// <summary>All places, in order; where two rules find the same letters the first kind counts.</summary>
    public static IReadOnlyList<Identifier> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<Identifier>();
        void Add(IdentifierKind kind, int start, int length)
        {
            if (!found.Exists(f => f.Start < start + length && start < f.Start + f.Length))
            {
                found.Add(new Identifier(kind, start, length));
            }
        }

        foreach (Match m in LongNumber().Matches(text))
        {
            if (PersonalNumber.LooksLike(m.Value))
            {
                Add(IdentifierKind.PersonalNumber, m.Index, m.Length);
            }
        }

        foreach (Match m in Email().Matches(text))
        {
            Add(IdentifierKind.Email, m.Index, m.Length);
        }

        foreach (Match m in Phone().Matches(text))
        {
            Add(IdentifierKind.Phone, m.Index, m.Length);
        }

        foreach (Match m in Address().Matches(text))
        {
            Add(IdentifierKind.Address, m.Index, m.Length);
        }

        Words(text, Add);
        return [.. found.OrderBy(f => f.Start)];
    }

    private static void Words(string text, Action<IdentifierKind, int, int> add)
    {
        foreach (Match m in Word().Matches(text))
        {
            var word = m.Value;
            if (HealthWords.Contains(word))
            {
                add(IdentifierKind.Health, m.Index, m.Length);
            }
            else if (char.IsUpper(word[0]) && word.Length > 1 && !Public.Contains(word) && !Public.Contains(word.TrimEnd('s')) && !BeginsSentence(text, m.Index))
            {
                add(IdentifierKind.Name, m.Index, m.Length);
            }
        }
    }

    /// <summary>Whether nothing but opening marks stands between the word and the end of the sentence before it.</summary>
    private static bool BeginsSentence(string text, int at)
    {
        var i = at - 1;
        while (i >= 0 && (char.IsWhiteSpace(text[i]) || text[i] is '"' or '”' or '»' or '\'' or '’' or '–' or '-' or '('))
        {
            if (text[i] == '\n')
            {
                return true;
            }

            i--;
        }

        return i < 0 || text[i] is '.' or '!' or '?' or '…' or ':' or ']';
    }

    [GeneratedRegex(@"(?<!\d)(?:18|19|20)?\d{6}\s?[-+–]?\s?\d{4}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"[\w.+-]+@\w[\w-]*(?:\.[\w-]+)+|(?<![\w@])@\w[\w.]{2,}|(?:https?://|www\.)\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\d+\-/])(?:\+46|0046|0)[\s\-()]*\d(?:[\s\-/()]*\d){6,10}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\p{Lu}[\w-]*(?:gatan|vägen|gränd|torget|stigen|backen|allén|plan|väg|gata)\s+\d+\s?[A-Z]?\b|(?<!\d)\d{3}\s?\d{2}\s+\p{Lu}\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
