namespace MiaVoices.Core.Language;

/// <summary>The forms that follow from a word and its class, as far as the stemmer does not bring them together. Thread-safe.</summary>
internal static class InflectionForms
{
    /// <summary>Past, supine and participles of a verb with -de or -te ("köpa": köpte, köpt; "leda": ledde, lett).</summary>
    public static IEnumerable<string> OfWeakVerb(string infinitive)
    {
        var root = infinitive[..^1];
        if (root[^1] is 'j' && !IsVowel(root[^2]))
        {
            root = root[..^1];
            yield return root + "jer";
        }

        var isDoubled = root[^1] == root[^2];
        var past = isDoubled && root[^1] is 'm' or 'n' ? root[..^1] : root;
        var afterVowel = IsVowel(root[^2]);
        var (de, t, d) = root[^1] switch
        {
            'd' when afterVowel => (past + "de", past[..^1] + "tt", past + "d"),
            'd' => (past + "e", past[..^1] + "t", past),
            't' when afterVowel => (past + "te", past + "t", past + "t"),
            't' => (past + "e", past, past),
            'k' or 'p' or 's' or 'x' => (past + "te", past + "t", past + "t"),
            _ => (past + "de", past + "t", past + "d"),
        };
        yield return de;
        yield return t;
        yield return d;
        yield return d + "a";
        if (root[^1] is 'r' or 'l' && afterVowel)
        {
            yield return root;
        }
    }

    /// <summary>Definite forms and plurals of a regular noun of either gender; some do not exist, and are then never met.</summary>
    public static IEnumerable<string> OfNoun(string word)
    {
        if (IsVowel(word[^1]))
        {
            yield return word + "n";
            yield return word + "t";
            yield return word + "na";
            if (word[^1] is 'a')
            {
                yield return word[..^1] + "or";
                yield return word[..^1] + "orna";
                yield break;
            }

            if (word[^1] is 'e')
            {
                yield break;
            }

            foreach (var ending in VowelEndings)
            {
                yield return word + ending;
            }

            yield break;
        }

        foreach (var root in Roots(word))
        {
            foreach (var ending in Endings)
            {
                yield return root + ending;
            }
        }

        if (word[^1] is 'r' or 'l')
        {
            yield return word + "n";
        }
    }

    /// <summary>Neuter, plural and definite forms of an adjective.</summary>
    public static IEnumerable<string> OfAdjective(string word)
    {
        yield return word[^1] switch
        {
            'd' when IsVowel(word[^2]) => word[..^1] + "tt",
            'd' => word[..^1] + "t",
            't' when IsVowel(word[^2]) => word + "t",
            'n' when word.Length > 4 && word[^2] is 'e' => word[..^1] + "t",
            _ => word + "t",
        };
        foreach (var root in Roots(word))
        {
            foreach (var ending in AdjectiveEndings)
            {
                yield return root + ending;
            }
        }
    }

    private static readonly string[] VowelEndings = ["et", "er", "erna", "ar", "arna"];
    private static readonly string[] Endings = ["et", "en", "ar", "er", "arna", "erna", "a"];
    private static readonly string[] AdjectiveEndings = ["a", "e", "are", "ast", "aste"];

    /// <summary>The word, without the e that it loses before endings, and with the m that it doubles.</summary>
    private static IEnumerable<string> Roots(string word)
    {
        yield return word;
        if (word.Length > 4 && word[^2] is 'e' && word[^1] is 'l' or 'r' or 'n' && !IsVowel(word[^3]))
        {
            var root = word[..^2];

            // "himmel", "gammal": before the ending one of two like consonants is enough.
            yield return (root[^1] is 'm' or 'n' && root[^1] == root[^2] ? root[..^1] : root) + word[^1];
        }

        if (word[^1] is 'm' && IsVowel(word[^2]))
        {
            yield return word + word[^1];
        }
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'å' or 'ä' or 'ö';
}
