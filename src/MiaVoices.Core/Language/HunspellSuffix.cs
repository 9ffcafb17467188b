namespace MiaVoices.Core.Language;

/// <summary>A suffix rule.</summary>
/// <param name="Strip">Taken from the end of the word first.</param>
/// <param name="Add">Put there instead.</param>
/// <param name="Condition">Letters that the end of the word must have, one set a place.</param>
internal sealed record HunspellSuffix(string Strip, string Add, IReadOnlyList<(string Letters, bool IsNegated)> Condition)
{
    /// <summary>Whether the rule is for this word.</summary>
    public bool Fits(ReadOnlySpan<char> word)
    {
        if (word.Length < Condition.Count || !word.EndsWith(Strip, StringComparison.Ordinal))
        {
            return false;
        }

        var end = word[^Condition.Count..];
        for (var i = 0; i < end.Length; i++)
        {
            var (letters, isNegated) = Condition[i];
            if (letters.Contains(end[i], StringComparison.Ordinal) == isNegated)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a condition such as "[^aeiou]da"; false when a bracket is not closed.</summary>
    public static bool TryCondition(string text, out IReadOnlyList<(string Letters, bool IsNegated)> condition)
    {
        List<(string, bool)> places = [];
        condition = places;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '[')
            {
                var end = text.IndexOf(']', i);
                if (end < 0)
                {
                    return false;
                }

                var isNegated = text[i + 1] is '^';
                places.Add((text[(i + (isNegated ? 2 : 1))..end], isNegated));
                i = end;
            }
            else
            {
                places.Add(text[i] is '.' ? ("", true) : (text[i..(i + 1)], false));
            }
        }

        return true;
    }
}
