namespace MiaVoices.Terminal.Widgets;

/// <summary>How well a text answers to what was typed, and where.</summary>
/// <param name="Score">Higher is better.</param>
/// <param name="Marks">The stretches found, in UTF-16 code units, in order.</param>
public sealed record FuzzyMatch(int Score, IReadOnlyList<(int Start, int Length)> Marks)
{
    private const int AtBeginning = 1000;
    private const int AtWord = 800;
    private const int InWord = 500;
    private const int Scattered = 200;
    private const int WordStartBonus = 30;
    private const int LettersFolded = 15;

    /// <summary>
    /// Compares a text with what was typed. Every typed word must be found: at the beginning, at the beginning of a word, within one, or
    /// letter by letter in order. Case does not count; å, ä, ö and é are also found as a, o and e, a little lower.
    /// </summary>
    /// <param name="typed">What was typed; nothing matches everything.</param>
    /// <param name="text">The text.</param>
    /// <returns>Null if a word is not found.</returns>
    public static FuzzyMatch? Of(string typed, string text)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(text);
        var lower = text.ToLowerInvariant();
        var score = 0;
        var marks = new List<(int Start, int Length)>();
        foreach (var word in typed.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var found = Exact(word, lower, marks, 0) ?? Exact(Folded(word), Folded(lower), marks, LettersFolded) ?? Letters(word, lower, marks);
            if (found is not { } points)
            {
                return null;
            }

            score += points;
        }

        marks.Sort();
        return new FuzzyMatch(score, marks);
    }

    private static int? Exact(string word, string text, List<(int Start, int Length)> marks, int less)
    {
        var best = text.IndexOf(word, StringComparison.Ordinal);
        if (best < 0)
        {
            return null;
        }

        for (var at = best; at >= 0; at = at + 1 < text.Length ? text.IndexOf(word, at + 1, StringComparison.Ordinal) : -1)
        {
            if (IsWordStart(text, at))
            {
                best = at;
                break;
            }
        }

        marks.Add((best, word.Length));
        return (best == 0 ? AtBeginning : IsWordStart(text, best) ? AtWord : InWord) - Math.Min(best, 100) - less;
    }

    private static int? Letters(string word, string text, List<(int Start, int Length)> marks)
    {
        var places = new int[word.Length];
        var at = 0;
        for (var i = 0; i < word.Length; i++)
        {
            // A letter at the beginning of a word is what abbreviations are made of.
            var next = text.IndexOf(word[i], at);
            if (next < 0)
            {
                return null;
            }

            places[i] = WordStartFrom(text, word, i, next) ?? next;
            at = places[i] + 1;
        }

        var score = Scattered - Math.Min(100, places[^1] - places[0]);
        foreach (var place in places)
        {
            score += IsWordStart(text, place) ? WordStartBonus : 0;
            if (marks.Count > 0 && marks[^1].Start + marks[^1].Length == place)
            {
                marks[^1] = (marks[^1].Start, marks[^1].Length + 1);
            }
            else
            {
                marks.Add((place, 1));
            }
        }

        return score;
    }

    // The beginning of a later word with this letter, if the rest can still be found behind it.
    private static int? WordStartFrom(string text, string word, int letter, int from)
    {
        for (var at = from; at >= 0 && at < text.Length; at = at + 1 < text.Length ? text.IndexOf(word[letter], at + 1) : -1)
        {
            if (IsWordStart(text, at) && HasInOrder(text, at + 1, word.AsSpan(letter + 1)))
            {
                return at;
            }
        }

        return null;
    }

    private static bool HasInOrder(string text, int from, ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            from = text.IndexOf(letter, Math.Min(from, text.Length)) + 1;
            if (from == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWordStart(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);

    private static string Folded(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = source[i] switch { 'å' or 'ä' or 'à' => 'a', 'ö' or 'ø' => 'o', 'é' or 'è' => 'e', 'ü' => 'u', var other => other };
        }
    });
}
