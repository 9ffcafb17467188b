using System.Buffers;

namespace MiaVoices.Core.Language;

/// <summary>A sentence in its place.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last code unit, closing quotation marks included.</param>
public readonly record struct SentenceSpan(int Start, int End);

/// <summary>Splits text, written or spoken, into sentences. Thread-safe.</summary>
public static class Sentences
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\u0085\u2028\u2029");
    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?…");
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"'”’»)]");
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyåäöAEIOUYÅÄÖé");

    // Without their last full stop; true for those that end a sentence when a capital follows.
    private static readonly Lazy<Dictionary<string, bool>> Abbreviations = new(ReadAbbreviations);

    /// <summary>
    /// The sentences in order, without white space around them. A line break ends a sentence; a pause written "..." or "…" does only before
    /// a capital; a full stop after an abbreviation, an initial or the number of a list does not. Every character that is not white space
    /// lies in exactly one sentence.
    /// </summary>
    public static IReadOnlyList<SentenceSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<SentenceSpan>();
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            var unit = text[i];
            if (Breaks.Contains(unit))
            {
                Add(text, start, i, sentences);
                start = ++i;
            }
            else if (Stops.Contains(unit))
            {
                var stop = i;
                i = After(text, i, Stops);
                var end = After(text, i, Closers);
                if (Ends(text, start, stop, i, end))
                {
                    Add(text, start, end, sentences);
                    start = end;
                }

                i = end;
            }
            else
            {
                i++;
            }
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    private static int After(string text, int start, SearchValues<char> characters)
    {
        while (start < text.Length && characters.Contains(text[start]))
        {
            start++;
        }

        return start;
    }

    private static void Add(string text, int start, int end, List<SentenceSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new SentenceSpan(start, end));
        }
    }

    /// <summary>Whether a run of stops ends the sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="stop">The first of the stops.</param>
    /// <param name="after">One past the last of them.</param>
    /// <param name="end">One past the quotation marks and brackets that close after them.</param>
    private static bool Ends(string text, int start, int stop, int after, int end)
    {
        if (end >= text.Length)
        {
            return true;
        }

        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]) && !Breaks.Contains(text[next]))
        {
            next++;
        }

        if (next == text.Length || Breaks.Contains(text[next]))
        {
            return true;
        }

        var isSmall = char.IsLower(text[next]);
        if (next == end)
        {
            // No space: "bra.Sen gick jag", but not "10.30", "t.ex", "www.sida.se" or "U.S.A".
            return char.IsUpper(text[next]) && stop > start + 1 && char.IsLower(text[stop - 1]) && char.IsLower(text[stop - 2])
                && next + 1 < text.Length && !char.IsUpper(text[next + 1]);
        }

        var stops = text.AsSpan(stop, after - stop);
        if (stops.ContainsAny('!', '?'))
        {
            return !isSmall || end == after;
        }

        return stops is "." ? EndsAtFullStop(text, start, stop, isSmall && end == after) && !(isSmall && end > after) : !isSmall;
    }

    private static bool EndsAtFullStop(string text, int start, int stop, bool isSmall)
    {
        var first = stop;
        while (first > start && !char.IsWhiteSpace(text[first - 1]) && text[first - 1] is not ('(' or '"' or '”' or '»' or '/'))
        {
            first--;
        }

        var word = text.AsSpan(first, stop - first);
        if (word.IsEmpty)
        {
            return true;
        }

        var isFirst = text.AsSpan(start, first - start).IsWhiteSpace();
        if ((word.Length == 1 && char.IsUpper(word[0])) || (isFirst && word.Length <= 3 && !word.ContainsAnyExceptInRange('0', '9')))
        {
            return false;
        }

        if (Abbreviations.Value.TryGetValue(word.ToString().ToLowerInvariant(), out var mayEnd))
        {
            return mayEnd && !isSmall;
        }

        // Transcripts often go on with small letters; what looks like an abbreviation that is not in the list does not end.
        return !isSmall || (word.Length > 2 && char.IsLetter(word[^1]) && !word.Contains('.') && word.ContainsAny(Vowels));
    }

    private static Dictionary<string, bool> ReadAbbreviations()
    {
        var abbreviations = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var entry in EmbeddedWords.Read("abbreviations.txt"))
        {
            abbreviations[entry.TrimEnd('!')] = entry[^1] is '!';
        }

        return abbreviations;
    }
}
