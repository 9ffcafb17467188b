using System.Buffers;

namespace MiaVoices.Core.Language;

/// <summary>
/// Endings of words in no list that the stemmer leaves: definite forms in -an and -et, neuter adjectives, plurals of nouns whose own
/// end looks like an ending. The answer is the word without inflection, as the stemmer shall see it. Thread-safe.
/// </summary>
internal static class InflectionRules
{
    private const int ShortestPassive = 7;
    private const int ShortestDefinite = 6;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyåäö");

    // Ending and how much of it goes. The first that fits is taken; a genitive -s is taken away before.
    private static readonly (string Ending, int Cut, int Shortest)[] Endings =
    [
        ("samma", 2, 7), ("samme", 2, 7), ("samt", 1, 7), ("bara", 1, 7), ("bare", 1, 7), ("bart", 1, 7), ("ellt", 1, 6), ("ivt", 1, 6), ("alt", 1, 6),
        ("ärt", 1, 6), ("nader", 2, 7), ("naden", 2, 7), ("naderna", 4, 9), ("enser", 2, 7), ("ensen", 2, 7), ("enserna", 4, 9),
        ("torer", 2, 7), ("torn", 1, 7), ("torerna", 4, 9), ("sorer", 2, 7), ("sorn", 1, 7), ("sorerna", 4, 9), ("oser", 2, 6), ("osen", 2, 7),
        ("oserna", 4, 8), ("yser", 2, 6), ("ysen", 2, 6), ("yserna", 4, 8), ("login", 1, 7), ("logins", 2, 8), ("grafin", 1, 8), ("nomin", 1, 7),
        ("kratin", 1, 8), ("sofin", 1, 7), ("ergin", 1, 6), ("tegin", 1, 7), ("rapin", 1, 6), ("iet", 2, 6), ("ena", 2, 7),
    ];

    /// <summary>The length of a folded word without the inflection that a rule knows; its own length when none fits.</summary>
    public static int LengthWithout(ReadOnlySpan<char> form)
    {
        if (form.Length < ShortestDefinite)
        {
            return form.Length;
        }

        if (form.Length >= ShortestPassive && form.EndsWith("ats", StringComparison.Ordinal) && !IsNounInAts(form))
        {
            return form.Length - 2;
        }

        var word = form[^1] is 's' ? form[..^1] : form;
        foreach (var (ending, cut, shortest) in Endings)
        {
            if (word.Length >= shortest && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word.Length - cut;
            }
        }

        return IsDefiniteOfA(word) ? word.Length - 1
            : IsDefiniteNeuter(word) ? word.Length - 2
            : form.Length;
    }

    /// <summary>"plats", "insats", "palats" beside the passive "diskuterats".</summary>
    private static bool IsNounInAts(ReadOnlySpan<char> form) =>
        form.EndsWith("plats", StringComparison.Ordinal) || form.EndsWith("sats", StringComparison.Ordinal)
        || form.EndsWith("alats", StringComparison.Ordinal) || form.EndsWith("drats", StringComparison.Ordinal);

    /// <summary>"flaskan", "flickan", "mamman": a cluster that a word in -a has and one in -an has not.</summary>
    private static bool IsDefiniteOfA(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestDefinite || !word.EndsWith("an", StringComparison.Ordinal))
        {
            return false;
        }

        var before = word[..^2];
        return !IsVowel(before[^1]) && (before[^1] == before[^2] || before[^2..] is "ck" or "sk");
    }

    /// <summary>"parlamentet", "tornet": two consonants before -et, which few words have that end so themselves.</summary>
    private static bool IsDefiniteNeuter(ReadOnlySpan<char> word) =>
        word.Length >= ShortestDefinite && word.EndsWith("et", StringComparison.Ordinal) && word[^3] is not 'h' && !IsVowel(word[^3]) && !IsVowel(word[^4])
        && !word.EndsWith("ndet", StringComparison.Ordinal)
        && word[..^4].ContainsAny(Vowels);

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}
