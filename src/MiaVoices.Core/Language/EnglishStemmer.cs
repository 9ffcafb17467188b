using System.Buffers;
using System.Collections.Frozen;

namespace MiaVoices.Core.Language;

/// <summary>
/// The English stemmer of the Snowball project ("Porter2", Martin Porter's description of the algorithm). Expects lower case with
/// straight apostrophes. Thread-safe.
/// </summary>
public static class EnglishStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");
    private const string Doubles = "bdfgmnprt";
    private const string BeforeLi = "cdeghkmnrt";

    private static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> KeptAfterPlural = FrozenSet.Create(StringComparer.Ordinal,
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed");

    private static readonly (string Suffix, string By)[] Second =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"),
        ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string By)[] Third =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Fourth =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    /// <summary>The stem of a word.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length <= 2)
        {
            return word;
        }

        if (Exceptions.TryGetValue(word, out var known))
        {
            return known;
        }

        word = word[0] is '\'' ? word[1..] : word;
        word = MarkConsonantY(word);
        var (r1, r2) = Regions(word);
        word = WithoutPlural(WithoutGenitive(word));
        if (KeptAfterPlural.Contains(word))
        {
            return word;
        }

        word = WithoutPast(word, r1);
        word = YToI(word);
        word = Replace(word, Second, r1, r1, isThird: false);
        word = Replace(word, Third, r1, r2, isThird: true);
        word = WithoutFourth(word, r2);
        return WithoutFinal(word, r1, r2).Replace('Y', 'y');
    }

    /// <summary>A y that begins the word or follows a vowel is a consonant, and is written Y until the end.</summary>
    private static string MarkConsonantY(string word)
    {
        if (!word.Contains('y', StringComparison.Ordinal))
        {
            return word;
        }

        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] is 'y' && (i == 0 || IsVowel(letters[i - 1])))
            {
                letters[i] = 'Y';
            }
        }

        return new string(letters);
    }

    private static (int R1, int R2) Regions(string word)
    {
        var r1 = word.StartsWith("gener", StringComparison.Ordinal) || word.StartsWith("arsen", StringComparison.Ordinal) ? 5
            : word.StartsWith("commun", StringComparison.Ordinal) ? 6
            : AfterVowelAndConsonant(word, 0);
        return (r1, AfterVowelAndConsonant(word, r1));
    }

    private static int AfterVowelAndConsonant(string word, int start)
    {
        for (var i = start + 1; i < word.Length; i++)
        {
            if (IsVowel(word[i - 1]) && !IsVowel(word[i]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    private static string WithoutGenitive(string word) =>
        Ends(word, "'s'") ? word[..^3] : Ends(word, "'s") ? word[..^2] : Ends(word, "'") ? word[..^1] : word;

    private static string WithoutPlural(string word)
    {
        if (Ends(word, "sses"))
        {
            return word[..^2];
        }

        if (Ends(word, "ied") || Ends(word, "ies"))
        {
            return word.Length > 4 ? word[..^2] : word[..^1];
        }

        if (Ends(word, "us") || Ends(word, "ss") || !Ends(word, "s"))
        {
            return word;
        }

        return HasVowel(word.AsSpan(0, Math.Max(0, word.Length - 2))) ? word[..^1] : word;
    }

    private static string WithoutPast(string word, int r1)
    {
        var eed = Ends(word, "eedly") ? 5 : Ends(word, "eed") ? 3 : 0;
        if (eed > 0)
        {
            return word.Length - eed >= r1 ? word[..^eed] + "ee" : word;
        }

        var length = Ends(word, "ingly") ? 5 : Ends(word, "edly") ? 4 : Ends(word, "ing") ? 3 : Ends(word, "ed") ? 2 : 0;
        if (length == 0 || !HasVowel(word.AsSpan(0, word.Length - length)))
        {
            return word;
        }

        word = word[..^length];
        if (Ends(word, "at") || Ends(word, "bl") || Ends(word, "iz"))
        {
            return word + "e";
        }

        if (word.Length > 1 && word[^1] == word[^2] && Doubles.Contains(word[^1], StringComparison.Ordinal))
        {
            return word[..^1];
        }

        return word.Length <= r1 && EndsInShortSyllable(word) ? word + "e" : word;
    }

    private static string YToI(string word) =>
        word.Length > 2 && word[^1] is 'y' or 'Y' && !IsVowel(word[^2]) ? word[..^1] + "i" : word;

    private static string Replace(string word, (string Suffix, string By)[] table, int r1, int r2, bool isThird)
    {
        foreach (var (suffix, by) in table)
        {
            if (!Ends(word, suffix))
            {
                continue;
            }

            var rest = word.Length - suffix.Length;
            var isAllowed = rest >= r1 && suffix switch
            {
                "ogi" => rest > 0 && word[rest - 1] is 'l',
                "li" => rest > 0 && BeforeLi.Contains(word[rest - 1], StringComparison.Ordinal),
                "ative" => !isThird || rest >= r2,
                _ => true,
            };
            return isAllowed ? word[..rest] + by : word;
        }

        return word;
    }

    private static string WithoutFourth(string word, int r2)
    {
        foreach (var suffix in Fourth)
        {
            if (!Ends(word, suffix))
            {
                continue;
            }

            var rest = word.Length - suffix.Length;
            return rest >= r2 && (suffix != "ion" || (rest > 0 && word[rest - 1] is 's' or 't')) ? word[..rest] : word;
        }

        return word;
    }

    private static string WithoutFinal(string word, int r1, int r2)
    {
        if (Ends(word, "e"))
        {
            var rest = word[..^1];
            return rest.Length >= r2 || (rest.Length >= r1 && !EndsInShortSyllable(rest)) ? rest : word;
        }

        return Ends(word, "ll") && word.Length - 1 >= r2 ? word[..^1] : word;
    }

    /// <summary>A vowel between a consonant and one that is not w, x or Y; or a vowel that begins the word before a consonant.</summary>
    private static bool EndsInShortSyllable(string word) => word.Length switch
    {
        < 2 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => !IsVowel(word[^3]) && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y'),
    };

    private static bool Ends(string word, string suffix) => word.EndsWith(suffix, StringComparison.Ordinal);

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
