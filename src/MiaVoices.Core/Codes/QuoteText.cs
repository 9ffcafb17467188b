using System.Globalization;
using System.Text;

namespace MiaVoices.Core.Codes;

/// <summary>What is shown of a quote: its words without the cuts. Pure; thread-safe.</summary>
public static class QuoteText
{
    /// <summary>The mark of words left out.</summary>
    public const string Omission = "[…]";

    /// <summary>
    /// The words with a mark for each cut, or with what stands instead within brackets. Cuts with nothing but white space
    /// between are one mark. White space beside a mark of omission is one space; before a closing mark (, . ; : ? !) there is none.
    /// </summary>
    /// <param name="words">The words.</param>
    /// <param name="cuts">Cuts in which <see cref="Fault"/> finds nothing wrong.</param>
    public static string Of(string words, IReadOnlyList<QuoteCut> cuts)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(cuts);
        var text = new StringBuilder(words.Length);
        var (at, omitted) = (0, false);
        foreach (var cut in cuts.Append(new QuoteCut(words.Length, words.Length)))
        {
            var kept = words[at..cut.Start];
            if (omitted && kept.TrimStart() is { Length: > 0 } rest)
            {
                text.Append(IsClosing(rest[0]) ? "" : " ").Append(rest);
                omitted = false;
            }
            else if (!omitted)
            {
                text.Append(kept);
            }

            at = cut.End;
            if (cut.Instead.Length > 0)
            {
                text.Append(omitted ? " " : "").Append('[').Append(cut.Instead).Append(']');
                omitted = false;
            }
            else if (cut.End > cut.Start && !omitted)
            {
                TrimEnd(text);
                text.Append(text.Length > 0 ? " " : "").Append(Omission);
                omitted = true;
            }
        }

        return text.ToString();
    }

    /// <summary>What is wrong with cuts: the key of a text, or null.</summary>
    public static string? Fault(string words, IReadOnlyList<QuoteCut> cuts)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(cuts);
        var (before, left) = (0, false);
        foreach (var cut in cuts)
        {
            if (cut.Start < before || cut.End <= cut.Start || cut.End > words.Length)
            {
                return "quote.cutOutside";
            }

            if (!IsBoundary(words, cut.Start) || !IsBoundary(words, cut.End))
            {
                return "quote.cutInWord";
            }

            if (cut.Instead.AsSpan().IndexOfAny('[', ']', '\n') >= 0)
            {
                return "quote.badInstead";
            }

            left |= !string.IsNullOrWhiteSpace(words[before..cut.Start]);
            before = cut.End;
        }

        return left || !string.IsNullOrWhiteSpace(words[before..]) ? null : "quote.nothingLeft";
    }

    /// <summary>Whether words may be cut here: not within a word (a hyphen, colon or apostrophe between letters belongs to it) and not within what is seen as one character.</summary>
    public static bool IsBoundary(string words, int position)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (position <= 0 || position >= words.Length)
        {
            return position == 0 || position == words.Length;
        }

        if (char.IsLowSurrogate(words[position]) || IsExtending(words, position) || words[position - 1] == '\u200D')
        {
            return false;
        }

        bool Letter(int i) => i >= 0 && i < words.Length && IsLetter(words, i);
        bool Joiner(int i) => words[i] is '-' or '‑' or ':' or '\'' or '’' or '.' && Letter(i - 1) && Letter(i + 1);
        return !((Letter(position - 1) || Joiner(position - 1)) && (Letter(position) || Joiner(position)));
    }

    private static bool IsLetter(string words, int at) =>
        char.IsLetterOrDigit(words[at]) || IsExtending(words, at)
        || (char.IsLowSurrogate(words[at]) && at > 0 && char.IsHighSurrogate(words[at - 1]) && char.IsLetter(words, at - 1))
        || (char.IsHighSurrogate(words[at]) && at + 1 < words.Length && char.IsLowSurrogate(words[at + 1]) && char.IsLetter(words, at));

    private static bool IsExtending(string words, int at) =>
        words[at] == '\u200D' || CharUnicodeInfo.GetUnicodeCategory(words[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsClosing(char c) => c is ',' or '.' or ';' or ':' or '?' or '!' or ')' or '”' or '»';

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
        {
            text.Length--;
        }
    }
}
