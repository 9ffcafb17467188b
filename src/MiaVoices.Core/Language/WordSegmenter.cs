using System.Globalization;

namespace MiaVoices.Core.Language;

/// <summary>
/// Finds the words of a text in order, after UAX #29 (Unicode 15.0). Two rules are narrower, since survey answers and transcripts often
/// lack the space after a mark: a full stop joins letters only after one or two of them and before a small letter ("t.ex", "fr.o.m", not
/// "bra.Sen"), and a colon only before a Swedish ending ("EU:s", "3:e", not "Anna:ja"). Hyphens break, emoji and flags are words.
/// Ideographs and letters of scripts without spaces are words each. Lone surrogates belong to no word.
/// </summary>
internal ref struct WordSegmenter(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly WordBreaks breaks = WordBreaks.Instance;
    private int position;

    /// <summary>First UTF-16 code unit of the word.</summary>
    public int Start { get; private set; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length { get; private set; }

    /// <summary>Moves to the next word; false at the end.</summary>
    public bool MoveNext()
    {
        while (position < text.Length)
        {
            Start = position;
            var value = ClassAt(position, out var width);
            var isWord = true;
            switch (value)
            {
                case WordBreak.Letter or WordBreak.Number or WordBreak.Katakana or WordBreak.Joiner:
                    isWord = SkipWord(value, width);
                    break;
                case WordBreak.HalfFlag:
                    SkipFlag(width);
                    break;
                case WordBreak.Pictograph:
                    SkipPictographs(width);
                    break;
                default:
                    isWord = value == WordBreak.Other && IsLetter(position, width);
                    position += width;
                    if (isWord)
                    {
                        position = AfterMarks(position);
                    }

                    break;
            }

            if (isWord)
            {
                Length = position - Start;
                return true;
            }
        }

        return false;
    }

    private bool SkipWord(WordBreak last, int width)
    {
        var hasContent = last != WordBreak.Joiner;
        var letters = last == WordBreak.Letter ? 1 : 0;
        position = AfterMarks(position + width);
        while (position < text.Length)
        {
            var next = ClassAt(position, out width);

            // The vowel and the tail of a decomposed Hangul syllable are no letters of their own.
            var isTail = text[position] is >= '\u1160' and <= '\u11FF';
            if (Joins(last, next))
            {
                position = AfterMarks(position + width);
            }
            else if (next is WordBreak.MidLetter or WordBreak.MidNumber or WordBreak.MidBoth
                && JoinsAcross(last, next, AfterMarks(position + width), letters))
            {
                position = AfterMarks(position + width);
                isTail = false;
                next = ClassAt(position, out width);
                position = AfterMarks(position + width);
                letters = 0;
            }
            else
            {
                break;
            }

            letters += next == WordBreak.Letter && !isTail ? 1 : 0;
            hasContent |= next != WordBreak.Joiner;
            last = next;
        }

        return hasContent;
    }

    private static bool Joins(WordBreak last, WordBreak next) => (last, next) switch
    {
        (WordBreak.Letter or WordBreak.Number, WordBreak.Letter or WordBreak.Number) => true,
        (WordBreak.Katakana, WordBreak.Katakana) => true,
        (WordBreak.Joiner, WordBreak.Letter or WordBreak.Number or WordBreak.Katakana or WordBreak.Joiner) => true,
        (WordBreak.Letter or WordBreak.Number or WordBreak.Katakana, WordBreak.Joiner) => true,
        _ => false,
    };

    /// <summary>Whether the mark at the position joins what stands before it with what begins at <paramref name="after"/>.</summary>
    private readonly bool JoinsAcross(WordBreak last, WordBreak mid, int after, int letters)
    {
        if (after >= text.Length)
        {
            return false;
        }

        var next = ClassAt(after, out _);
        var mark = text[position];
        if (last == WordBreak.Number && next == WordBreak.Number)
        {
            return mid != WordBreak.MidLetter;
        }

        if (next != WordBreak.Letter)
        {
            return false;
        }

        return mark switch
        {
            ':' or '\uFE13' or '\uFE55' or '\uFF1A' => last is WordBreak.Letter or WordBreak.Number && IsEnding(after),
            '.' or '\u2024' or '\uFE52' or '\uFF0E' => last == WordBreak.Letter && letters is 1 or 2 && !char.IsUpper(text[after]),
            _ => last == WordBreak.Letter && mid != WordBreak.MidNumber,
        };
    }

    private readonly bool IsEnding(int start)
    {
        var end = start;
        while (end < text.Length && text[end] is >= 'a' and <= 'z' && end - start <= 5)
        {
            end++;
        }

        return (end == text.Length || ClassAt(end, out _) is WordBreak.Other or WordBreak.MidBoth or WordBreak.MidNumber or WordBreak.MidLetter)
            && SwedishEndings.IsAfterColon(text[start..end]);
    }

    private void SkipFlag(int width)
    {
        position = AfterMarks(position + width);
        if (position < text.Length && ClassAt(position, out width) == WordBreak.HalfFlag)
        {
            position = AfterMarks(position + width);
        }
    }

    private void SkipPictographs(int width)
    {
        position = AfterMarks(position + width);
        while (text[position - 1] is '\u200D' && position < text.Length && ClassAt(position, out width) == WordBreak.Pictograph)
        {
            position = AfterMarks(position + width);
        }
    }

    private readonly int AfterMarks(int start)
    {
        while (start < text.Length
            && ClassAt(start, out var width) is WordBreak.Extend or WordBreak.Format or WordBreak.ZeroWidthJoiner)
        {
            start += width;
        }

        return start;
    }

    private readonly bool IsLetter(int start, int width)
    {
        var category = width == 2
            ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[start], text[start + 1]))
            : CharUnicodeInfo.GetUnicodeCategory(text[start]);
        return category is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
    }

    private readonly WordBreak ClassAt(int start, out int width)
    {
        var unit = text[start];
        width = 1;
        if (!char.IsHighSurrogate(unit) || start + 1 == text.Length || !char.IsLowSurrogate(text[start + 1]))
        {
            return breaks.Of(unit);
        }

        width = 2;
        return breaks.Of(char.ConvertToUtf32(unit, text[start + 1]));
    }
}
