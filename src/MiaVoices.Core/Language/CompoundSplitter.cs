namespace MiaVoices.Core.Language;

/// <summary>
/// Splits compounds into known first parts and a known head: fewest parts first, then the longest head. Thread-safe.
/// </summary>
public sealed class CompoundSplitter
{
    private const int ShortestPart = 3;
    private const int ShortestCompoundPart = 8;
    private const int LongestPart = 24;
    private const int LongestWord = 64;
    private const int Unreached = int.MaxValue;

    private readonly ICompoundLexicon[] lexicons;

    /// <summary>A splitter over one or more sources of words; a word is known when one of them knows it.</summary>
    public CompoundSplitter(params IEnumerable<ICompoundLexicon> lexicons)
    {
        ArgumentNullException.ThrowIfNull(lexicons);
        this.lexicons = [.. lexicons];
    }

    /// <summary>
    /// The parts of a folded word (<see cref="AnalysedWord.Exact"/>), places counted in it; empty when it is no compound. Linking
    /// letters belong to the part before them, endings to the head. Of three like consonants Swedish writes two ("buss|station" is
    /// "busstation"): the part before is then one letter short.
    /// </summary>
    public IReadOnlyList<WordPart> Split(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 * ShortestPart || word.Length > LongestWord || !IsLetters(word) || IsWhole(word))
        {
            return [];
        }

        var parts = WithKnownParts(word);
        return parts.Length > 0 ? Deepened(word, parts) : WithUnknownFirst(word);
    }

    /// <summary>Who knows a part that <see cref="Split"/> gave.</summary>
    internal PartSource SourceOf(ReadOnlySpan<char> word, WordPart part)
    {
        var text = word.Slice(part.Start, part.Length);
        var isHead = part.Start + part.Length == word.Length;

        // Of three like consonants the part has lost one.
        var doubled = isHead ? "" : string.Concat(text, text[^1..]);
        foreach (var lexicon in lexicons)
        {
            var knows = isHead
                ? lexicon.IsHead(text) || (InflectionLexicon.FindOwn(text) is { IsVerb: false } found && lexicon.IsHead(found.Lemmas[0]))
                : lexicon.TryFirst(text, out _) || lexicon.TryFirst(doubled, out _);
            if (knows)
            {
                return lexicon switch
                {
                    SwedishCompoundLexicon => PartSource.OwnLexicon,
                    HunspellCompoundLexicon => PartSource.Dictionary,
                    ProjectCompoundLexicon => PartSource.ProjectVocabulary,
                    _ => PartSource.OtherLexicon,
                };
            }
        }

        return PartSource.Shape;
    }

    private WordPart[] WithKnownParts(ReadOnlySpan<char> word)
    {
        // For each place: how few first parts lead to it, and where the last of them begins.
        Span<int> counts = stackalloc int[word.Length + 1];
        Span<int> from = stackalloc int[word.Length + 1];
        Span<int> ends = stackalloc int[word.Length + 1];
        counts.Fill(Unreached);
        counts[0] = 0;
        var head = 0;
        for (var start = 0; start <= word.Length - ShortestPart; start++)
        {
            if (counts[start] == Unreached)
            {
                continue;
            }

            if (start > 0 && IsHead(word[start..]) && (head == 0 || IsBetter(word, start, head, counts, from)))
            {
                head = start;
            }

            Extend(word, start, counts, from, ends);
        }

        return head == 0 ? [] : Parts(word, head, counts[head], from, ends);
    }

    /// <summary>
    /// Splits parts that are compounds themselves: a dictionary knows "handelsområde" as a word, and "fri|handelsområde" has three parts.
    /// </summary>
    private WordPart[] Deepened(ReadOnlySpan<char> word, WordPart[] parts)
    {
        List<WordPart>? deep = null;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            var text = word.Slice(part.Start, part.Length);
            var within = text.Length < ShortestCompoundPart || IsWhole(text) ? []
                : i == parts.Length - 1 ? WithKnownParts(text)
                : FirstsWithin(text);
            var isCompound = within.Length > 0 && within.All(inner => inner.Length > ShortestPart - 1)
                && !FirstPartShape.IsParticle(text[..within[0].Length]);
            if (isCompound)
            {
                deep ??= [.. parts[..i]];
                deep.AddRange(within.Select(inner => inner with { Start = inner.Start + part.Start }));
            }
            else
            {
                deep?.Add(part);
            }
        }

        return deep is null ? parts : [.. deep];
    }

    /// <summary>The two known first parts that make up a longer one ("frihandels" in "frihandelsområde").</summary>
    private WordPart[] FirstsWithin(ReadOnlySpan<char> text)
    {
        for (var place = ShortestPart; place <= text.Length - ShortestPart - 1; place++)
        {
            if (TryListedFirst(text[..place], out var first) && TryListedFirst(text[place..], out var second))
            {
                return [new WordPart(first, 0, place), new WordPart(second, place, text.Length - place)];
            }
        }

        return [];
    }

    /// <summary>
    /// Whether a later head is better: with fewer parts, or when it is the same but for an s that rather links ("förvärvs|källa").
    /// </summary>
    private static bool IsBetter(ReadOnlySpan<char> word, int start, int head, Span<int> counts, Span<int> from) =>
        counts[start] < counts[head]
        || (counts[start] == counts[head] && start == head + 1 && word[head] is 's' && FirstPartShape.PrefersS(word[from[start]..start]));

    /// <summary>A known, long head after an unknown beginning that has the shape of a word.</summary>
    private WordPart[] WithUnknownFirst(ReadOnlySpan<char> word)
    {
        for (var start = FirstPartShape.Shortest; start <= word.Length - FirstPartShape.ShortestHeadAfter; start++)
        {
            if (FirstPartShape.IsPlausible(word[..start]) && IsHead(word[start..]))
            {
                var first = word[..start];
                var ending = word[start..];
                return
                [
                    new WordPart(FirstPartShape.Stem(first), 0, start),
                    new WordPart(InflectionLexicon.Stem(ending), start, ending.Length),
                ];
            }
        }

        return [];
    }

    private void Extend(ReadOnlySpan<char> word, int start, Span<int> counts, Span<int> from, Span<int> ends)
    {
        var longest = Math.Min(start + LongestPart, word.Length - ShortestPart + 1);

        // Parts of two letters ("tv", "el") only begin a word: within words they are found everywhere.
        for (var end = start + (start == 0 ? 2 : ShortestPart); end <= longest; end++)
        {
            if (!TryFirst(word[start..end], out _))
            {
                continue;
            }

            Reach(end, start, end, counts, from, ends);
            if (end - start > ShortestPart && word[end - 1] == word[end - 2])
            {
                Reach(end - 1, start, end, counts, from, ends);
            }
        }
    }

    /// <summary>Notes that a first part leads to a place, unless fewer parts do.</summary>
    private static void Reach(int place, int start, int end, Span<int> counts, Span<int> from, Span<int> ends)
    {
        if (counts[start] + 1 < counts[place])
        {
            counts[place] = counts[start] + 1;
            from[place] = start;
            ends[place] = end;
        }
    }

    private WordPart[] Parts(ReadOnlySpan<char> word, int head, int count, Span<int> from, Span<int> ends)
    {
        var parts = new WordPart[count + 1];
        var ending = word[head..];
        parts[count] = new WordPart(InflectionLexicon.Stem(ending), head, ending.Length);
        var place = head;
        for (var i = count - 1; i >= 0; i--)
        {
            TryFirst(word[from[place]..ends[place]], out var stem);
            parts[i] = new WordPart(stem, from[place], place - from[place]);
            place = from[place];
        }

        return parts;
    }

    private bool IsWhole(ReadOnlySpan<char> word)
    {
        foreach (var lexicon in lexicons)
        {
            if (lexicon.IsWhole(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a lexicon knows the head as it stands, or as the word whose irregular form it is ("läro|böckerna").</summary>
    private bool IsHead(ReadOnlySpan<char> form) =>
        IsListedHead(form)
        || (InflectionLexicon.FindOwn(form) is { IsVerb: false } found && IsListedHead(found.Lemmas[0]));

    private bool IsListedHead(ReadOnlySpan<char> form)
    {
        foreach (var lexicon in lexicons)
        {
            if (lexicon.IsHead(form))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryFirst(ReadOnlySpan<char> form, out string stem)
    {
        if (TryListedFirst(form, out stem))
        {
            return true;
        }

        stem = FirstPartShape.HasLinkingEnding(form) ? SwedishStemmer.Stem(form[..^1].ToString()) : "";
        return stem.Length > 0;
    }

    private bool TryListedFirst(ReadOnlySpan<char> form, out string stem)
    {
        foreach (var lexicon in lexicons)
        {
            if (lexicon.TryFirst(form, out stem))
            {
                return true;
            }
        }

        stem = "";
        return false;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter))
            {
                return false;
            }
        }

        return true;
    }
}
