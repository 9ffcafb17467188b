namespace MiaVoices.Core.Search;

/// <summary>Reads one written word of a query with its signs: <c>kon*</c>, <c>m*het</c>, <c>k?nd</c>, <c>ord~1</c>.</summary>
internal static class WordReader
{
    /// <summary>Reads a word that has no blank in it.</summary>
    /// <param name="word">The word without a mark before it.</param>
    /// <param name="mode">What a mark before it says.</param>
    /// <param name="fault">Null, or the key of what is wrong.</param>
    /// <param name="at">Where in the word it is wrong.</param>
    internal static TermQuery? Read(string word, TermMode mode, out string? fault, out int at)
    {
        (fault, at) = (null, 0);
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] == '~' && char.IsLetterOrDigit(word[i - 1]))
            {
                return Fuzzy(word[..i], word[(i + 1)..], out fault, out at);
            }
        }

        var wild = Wild(word);
        if (wild < 0)
        {
            return new TermQuery(word, mode);
        }

        if (!WildcardPattern.HasLetter(word))
        {
            (fault, at) = ("search.star.alone", wild);
            return null;
        }

        return word.AsSpan(wild).TrimStart('*').Length == 0
            ? new TermQuery(word[..wild], TermMode.Prefix)
            : new TermQuery(word, TermMode.Wildcard);
    }

    /// <summary>Reads what stands between the slashes of a regular expression.</summary>
    internal static TermQuery? Regex(string pattern, out string? fault, out int at)
    {
        (fault, at) = ("search.regex.empty", 0);
        return pattern.Length == 0 || RegexPattern.Read(pattern, out fault, out at) is null ? null : new TermQuery(pattern, TermMode.Regex);
    }

    private static TermQuery? Fuzzy(string word, string edits, out string? fault, out int at)
    {
        (fault, at) = (null, 0);
        if (Wild(word) is >= 0 and var wild)
        {
            (fault, at) = ("search.fuzzy.wildcard", wild);
            return null;
        }

        if (edits is not ("" or "1" or "2"))
        {
            (fault, at) = ("search.fuzzy.edits", word.Length + 1);
            return null;
        }

        return new TermQuery(word, TermMode.Fuzzy) { Edits = edits.Length == 0 ? null : edits[0] - '0' };
    }

    private static int Wild(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (WildcardPattern.IsWild(word, i))
            {
                return i;
            }
        }

        return -1;
    }
}
