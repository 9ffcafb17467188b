using MiaVoices.Core.Language;

namespace MiaVoices.App.Screens.Suggesting;

/// <summary>Where a word stands in a text as a word of its own, upper and lower case alike.</summary>
internal static class WordPlaces
{
    public static IEnumerable<SentenceSpan> Of(string text, string word)
    {
        if (word.Length == 0)
        {
            yield break;
        }

        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !Joins(text[at - 1], word[0])) && (end == text.Length || !Joins(word[^1], text[end])))
            {
                yield return new SentenceSpan(at, end);
            }
        }
    }

    private static bool Joins(char left, char right) => char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right);
}
