using System.Globalization;

namespace MiaVoices.Terminal.Editing;

/// <summary>Steps of a caret through a text: by what a person takes for a character, and by word. Thread-safe.</summary>
public static class TextSteps
{
    /// <summary>The end of the cluster that begins at an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Between two clusters.</param>
    public static int After(string text, int offset)
    {
        ArgumentNullException.ThrowIfNull(text);
        return offset >= text.Length ? text.Length : offset + StringInfo.GetNextTextElementLength(text, offset);
    }

    /// <summary>The beginning of the cluster that ends at an offset, or that the offset cuts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">An offset.</param>
    public static int Before(string text, int offset)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (offset <= 0)
        {
            return 0;
        }

        // A cluster never goes over a line feed, so its line is enough; CR LF is one.
        var from = offset >= 2 ? text.LastIndexOf('\n', offset - 2) + 1 : 0;
        var at = from;
        while (true)
        {
            var next = After(text, at);
            if (next >= offset)
            {
                return at;
            }

            at = next;
        }
    }

    /// <summary>The nearest boundary of a cluster at or before an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">An offset.</param>
    public static int Boundary(string text, int offset)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = Math.Clamp(offset, 0, text.Length);
        if (at == 0 || at == text.Length)
        {
            return at;
        }

        var before = Before(text, at);
        return After(text, before) == at ? at : before;
    }

    /// <summary>The beginning of the next word, or the end of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">An offset.</param>
    public static int NextWord(string text, int offset)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = offset;
        while (at < text.Length && IsWord(text, at))
        {
            at++;
        }

        while (at < text.Length && !IsWord(text, at))
        {
            at++;
        }

        return Boundary(text, at);
    }

    /// <summary>The beginning of the word that the offset is in or behind, or of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">An offset.</param>
    public static int PreviousWord(string text, int offset)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = offset;
        while (at > 0 && !IsWord(text, at - 1))
        {
            at--;
        }

        while (at > 0 && IsWord(text, at - 1))
        {
            at--;
        }

        return Boundary(text, at);
    }

    /// <summary>The word round an offset; between words, what stands there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">An offset.</param>
    public static (int Start, int End) WordAt(string text, int offset)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return (0, 0);
        }

        var at = Math.Clamp(offset, 0, text.Length - 1);
        if (!IsWord(text, at))
        {
            var start = Boundary(text, at);
            return (start, After(text, start));
        }

        var (first, last) = (at, at + 1);
        while (first > 0 && IsWord(text, first - 1))
        {
            first--;
        }

        while (last < text.Length && IsWord(text, last))
        {
            last++;
        }

        return (first, last);
    }

    // Halves of surrogates and combining marks belong to the word that they stand in.
    private static bool IsWord(string text, int at)
    {
        var character = text[at];
        return char.IsLetterOrDigit(character) || char.IsSurrogate(character) || character == '_'
            || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
