namespace MiaVoices.Core.Language;

/// <summary>
/// The Swedish stemmer of the Snowball project, revision of 2025 (with -öst and -et). A stem is always the beginning of its word, so
/// a length is enough. Expects lower case and composed å, ä, ö. Thread-safe; allocates nothing but the string asked for.
/// </summary>
public static class SwedishStemmer
{
    private const string AfterS = "bcdfghjklmnoprtvy";
    private const string BeforeOest = "iklnprtuv";

    // Longest first within each last letter: the first that fits is the one to take away.
    private static readonly string[][] MainSuffixes = ByLastLetter(
        "heterna", "erna", "arna", "orna", "a", "ad", "ande", "arne", "aste", "ade", "are", "e", "anden", "heten", "aren", "en",
        "ern", "heter", "ar", "er", "or", "hetens", "arens", "andes", "arnas", "ernas", "ornas", "ades", "erns", "ens", "as", "es", "s",
        "andet", "het", "at", "et", "ast");

    private static readonly string[] NotBeforeEt =
    [
        "h", "iet", "uit", "fab", "cit", "dit", "alit", "ilit", "mit", "nit", "pit", "rit", "sit", "tit", "ivit", "kvit", "xit",
        "kom", "rak", "pak", "stak",
    ];

    /// <summary>The stem of a word.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var length = StemLength(word);
        return length == word.Length ? word : word[..length];
    }

    /// <summary>The number of UTF-16 code units of the word that are its stem; never more than the word has.</summary>
    public static int StemLength(ReadOnlySpan<char> word)
    {
        var start = RegionStart(word);
        var length = WithoutMainSuffix(word, start);
        length = WithoutDoubledConsonant(word[..length], start);
        return WithoutDerivation(word[..length], start);
    }

    /// <summary>Where endings may begin: after the first consonant that follows a vowel, with at least three letters before.</summary>
    private static int RegionStart(ReadOnlySpan<char> word)
    {
        var i = 0;
        while (i < word.Length && !IsVowel(word[i]))
        {
            i++;
        }

        while (i < word.Length && IsVowel(word[i]))
        {
            i++;
        }

        return i < word.Length ? Math.Max(i + 1, 3) : word.Length;
    }

    private static int WithoutMainSuffix(ReadOnlySpan<char> word, int start)
    {
        if (word.IsEmpty || word[^1] is < 'a' or > 'z')
        {
            return word.Length;
        }

        foreach (var suffix in MainSuffixes[word[^1] - 'a'])
        {
            var rest = word.Length - suffix.Length;
            if (rest < start || !word.EndsWith(suffix, StringComparison.Ordinal))
            {
                continue;
            }

            return suffix switch
            {
                "s" => WithoutS(word),
                "et" => AllowsEt(word[..rest]) ? rest : word.Length,
                _ => rest,
            };
        }

        return word.Length;
    }

    private static int WithoutS(ReadOnlySpan<char> word)
    {
        var before = word[..^1];
        if (before.EndsWith("et", StringComparison.Ordinal) && AllowsEt(before[..^2]))
        {
            return before.Length - 2;
        }

        return !before.IsEmpty && AfterS.Contains(before[^1]) ? before.Length : word.Length;
    }

    private static bool AllowsEt(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 3 || IsVowel(rest[^1]) || !IsVowel(rest[^2]))
        {
            return false;
        }

        foreach (var ending in NotBeforeEt)
        {
            if (rest.EndsWith(ending, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static int WithoutDoubledConsonant(ReadOnlySpan<char> word, int start) =>
        word.Length - 2 >= start && word[^2..] is "dd" or "gd" or "nn" or "dt" or "gt" or "kt" or "tt"
            ? word.Length - 1
            : word.Length;

    private static int WithoutDerivation(ReadOnlySpan<char> word, int start)
    {
        if (EndsWith(word, "fullt", start))
        {
            return word.Length - 1;
        }

        if (EndsWith(word, "lig", start) || EndsWith(word, "els", start))
        {
            return word.Length - 3;
        }

        if (EndsWith(word, "öst", start))
        {
            return word.Length > 3 && BeforeOest.Contains(word[^4]) ? word.Length - 1 : word.Length;
        }

        return EndsWith(word, "ig", start) ? word.Length - 2 : word.Length;
    }

    private static bool EndsWith(ReadOnlySpan<char> word, string suffix, int start) =>
        word.Length - suffix.Length >= start && word.EndsWith(suffix, StringComparison.Ordinal);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'å' or 'ä' or 'ö';

    private static string[][] ByLastLetter(params string[] suffixes)
    {
        var table = new string[26][];
        for (var i = 0; i < table.Length; i++)
        {
            var last = (char)('a' + i);
            table[i] = [.. suffixes.Where(suffix => suffix[^1] == last).OrderByDescending(suffix => suffix.Length)];
        }

        return table;
    }
}
