using System.Buffers;
using System.Collections.Frozen;

namespace MiaVoices.Core.Language;

/// <summary>What the shape of a beginning says of it as the first part of a compound.</summary>
internal static class FirstPartShape
{
    /// <summary>The shortest unknown beginning.</summary>
    public const int Shortest = 4;

    /// <summary>The shortest head after an unknown beginning: shorter ones are found by chance.</summary>
    public const int ShortestHeadAfter = 6;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyåäö");

    private static readonly string[] EndingsThatTakeS = ["hets", "ings", "ions", "skaps", "itets", "doms", "nads", "ments", "ats"];

    // Nouns that begin so are made from verbs and take -s ("förvärvs|källa", "uppdrags|givare").
    private static readonly string[] BeginningsThatTakeS =
        ["för", "över", "upp", "till", "under", "bi", "be", "av", "an", "ut", "om", "sam", "med", "fram", "åter", "mot"];

    // Words of one syllable that take -s when they begin a compound.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsThatTakeS = FrozenSet.Create(StringComparer.Ordinal,
        "tid", "liv", "land", "år", "dag", "stad", "krig", "rätt", "råd", "rum", "död", "berg", "skog", "hav", "man", "gud", "stat", "ugn",
        "fred", "brott", "drift", "bord", "verk", "köp", "värld", "kväll").GetAlternateLookup<ReadOnlySpan<char>>();

    // With these a verb is changed rather than a noun begun, and a noun made from such a verb often follows an unknown part:
    // "blod|förgiftning" must not become "blodför|giftning".
    private static readonly string[] Particles =
    [
        "över", "under", "efter", "före", "från", "fram", "till", "genom", "åter", "emot", "mot", "mellan", "inom", "för", "upp", "ut", "in",
        "an", "av", "om", "be", "med", "ned", "ner", "hän", "sam", "samman", "inter", "anti", "miss", "van", "vid", "på", "er", "ort",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Codas = FrozenSet.Create(StringComparer.Ordinal,
        "nd", "ng", "nk", "nt", "mp", "rd", "rg", "rk", "rm", "rn", "rp", "rt", "rv", "rj", "ld", "lg", "lj", "lk", "lm", "lp", "lt", "lv", "st", "sk", "sp",
        "ft", "kt", "pt", "ns", "rs", "ts", "ks", "ds", "gs", "ls", "ms", "ps", "bs", "fs", "vs", "gn", "sm", "ll", "nn", "mm", "tt", "pp", "kk",
        "ck", "ss", "ff", "gg", "bb", "dd", "rr").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// True for a beginning whose ending says that it is a noun with linking -s ("delaktighets|fråga"), known or not.
    /// </summary>
    public static bool HasLinkingEnding(ReadOnlySpan<char> form)
    {
        foreach (var ending in EndingsThatTakeS)
        {
            if (form.Length >= ending.Length + 3 && form.EndsWith(ending, StringComparison.Ordinal)
                && form[..^ending.Length].ContainsAny(Vowels))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a first part rather takes the s that follows it as a link than leaves it to the head.</summary>
    /// <param name="form">The part with that s.</param>
    public static bool PrefersS(ReadOnlySpan<char> form)
    {
        if (HasLinkingEnding(form) || WordsThatTakeS.Contains(form[..^1]))
        {
            return true;
        }

        foreach (var beginning in BeginningsThatTakeS)
        {
            if (form.Length > beginning.Length + 2 && form.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a word that rather changes a verb than begins a compound.</summary>
    public static bool IsParticle(ReadOnlySpan<char> form)
    {
        foreach (var particle in Particles)
        {
            if (form.SequenceEqual(particle))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for an unknown beginning that may be a noun or a name.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> form)
    {
        if (form.Length < Shortest || !form.ContainsAny(Vowels) || Vowels.Contains(form[^1])
            || (!Vowels.Contains(form[^2]) && !Codas.Contains(form[^2..])))
        {
            return false;
        }

        foreach (var particle in Particles)
        {
            if (form.EndsWith(particle, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The stem of an unknown beginning, without an -s that links.</summary>
    public static string Stem(ReadOnlySpan<char> form) =>
        SwedishStemmer.Stem((HasLinkingEnding(form) ? form[..^1] : form).ToString());
}
