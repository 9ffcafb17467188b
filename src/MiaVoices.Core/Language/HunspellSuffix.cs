namespace MiaVoices.Core.Language;

/// <summary>A suffix rule.</summary>
/// <param name="strip">Taken from the end of the word first.</param>
/// <param name="add">Put there instead.</param>
/// <param name="condition">Letters that the end of the word must have, one set a place.</param>
internal sealed class HunspellSuffix(string strip, string add, HunspellSuffix.Letters[] condition)
{
    /// <summary>Taken from the end of the word first.</summary>
    public string Strip => strip;

    /// <summary>Put there instead.</summary>
    public string Add => add;

    /// <summary>Whether the rule is for this word.</summary>
    public bool Fits(ReadOnlySpan<char> word)
    {
        if (word.Length < condition.Length || word.Length < strip.Length)
        {
            return false;
        }

        // From the end: there most rules differ.
        for (int i = condition.Length - 1, place = word.Length - 1; i >= 0; i--, place--)
        {
            if (!condition[i].Has(word[place]))
            {
                return false;
            }
        }

        return word.EndsWith(strip, StringComparison.Ordinal);
    }

    /// <summary>Reads a condition such as "[^aeiou]da"; false when a bracket is not closed or empty.</summary>
    public static bool TryCondition(string text, out Letters[] condition)
    {
        List<Letters> places = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not '[')
            {
                places.Add(text[i] is '.' ? new Letters("", true) : new Letters(text[i..(i + 1)], false));
                continue;
            }

            var end = text.IndexOf(']', i);
            if (end <= i + 1)
            {
                condition = [];
                return false;
            }

            var isNegated = text[i + 1] is '^';
            places.Add(new Letters(text[(i + (isNegated ? 2 : 1))..end], isNegated));
            i = end;
        }

        condition = [.. places];
        return true;
    }

    /// <summary>The letters that may stand in a place, or those that may not.</summary>
    internal readonly record struct Letters(string Set, bool IsNegated)
    {
        public bool Has(char letter)
        {
            foreach (var member in Set)
            {
                if (member == letter)
                {
                    return !IsNegated;
                }
            }

            return IsNegated;
        }
    }
}
