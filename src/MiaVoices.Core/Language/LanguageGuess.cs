using System.Collections.Frozen;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Language;

/// <summary>Guesses the language of a text by its most usual small words. Thread-safe.</summary>
public static class LanguageGuess
{
    private const int FewestWords = 20;

    // Words that only one of the languages has ("i", "var", "man", "for" are in both).
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> English = FrozenSet.Create(StringComparer.Ordinal,
        "the", "and", "of", "to", "you", "that", "was", "it", "is", "with", "have", "this", "not", "are", "but", "they", "what", "she", "my", "it's", "don't")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Swedish = FrozenSet.Create(StringComparer.Ordinal,
        "och", "att", "det", "som", "en", "på", "är", "av", "för", "med", "till", "den", "inte", "om", "ett", "jag", "vi", "de", "han", "mig")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// English where its small words are more than twice as many as the Swedish ones and there are some to judge by;
    /// otherwise Swedish.
    /// </summary>
    public static TextLanguage Of(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (english, swedish) = (0, 0);
        Span<char> lower = stackalloc char[8];
        foreach (var text in texts)
        {
            var words = new WordSegmenter(text);
            while (words.MoveNext())
            {
                if (words.Length <= lower.Length)
                {
                    var word = lower[..text.AsSpan(words.Start, words.Length).ToLowerInvariant(lower)];
                    english += English.Contains(word) ? 1 : 0;
                    swedish += Swedish.Contains(word) ? 1 : 0;
                }
            }
        }

        return english >= FewestWords && english > 2 * swedish ? TextLanguage.English : TextLanguage.Swedish;
    }
}
