using System.Text;

namespace MiaVoices.Core.Search;

/// <summary>Letters with <c>*</c> for any number of letters and <c>?</c> for one.</summary>
internal sealed class WildcardPattern : FormPattern
{
    internal WildcardPattern(string folded)
        : base(folded, MatchReason.Wildcard) => Beginning = folded[..Math.Max(0, folded.AsSpan().IndexOfAny('*', '?'))];

    internal override string Beginning { get; }

    /// <summary>
    /// True if the character of a written pattern stands for others: every star, and a question mark with a letter or another
    /// such sign after it. A question mark at the end asks a question.
    /// </summary>
    internal static bool IsWild(string written, int at) => written[at] == '*'
        || (written[at] == '?' && at + 1 < written.Length && (IsLetter(written, at + 1) || IsWild(written, at + 1)));

    /// <summary>True if the pattern holds a letter or a digit; without one it would fit everything.</summary>
    internal static bool HasLetter(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }

    internal override int Distance(string form)
    {
        var pattern = Text;

        // Greedy with one place to return to: the last star decides, as what stands before it fitted already.
        var (at, place) = (0, 0);
        var (star, held) = (-1, 0);
        while (place < form.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                held = place;
            }
            else if (at < pattern.Length && pattern[at] == '?')
            {
                at++;
                place += LetterLength(form, place);
            }
            else if (at < pattern.Length && pattern[at] == form[place])
            {
                at++;
                place++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                held += LetterLength(form, held);
                place = held;
            }
            else
            {
                return -1;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
        {
            at++;
        }

        return at == pattern.Length ? 0 : -1;
    }

    private static int LetterLength(string form, int place) =>
        place + 1 < form.Length && char.IsSurrogatePair(form[place], form[place + 1]) ? 2 : 1;

    private static bool IsLetter(string text, int at) => char.IsLetterOrDigit(text, at);
}
