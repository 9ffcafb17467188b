using System.Collections.Frozen;

namespace MiaVoices.Core.Language;

/// <summary>Swedish words that carry grammar rather than content. Thread-safe.</summary>
internal static class FunctionWords
{
    /// <summary>The embedded list.</summary>
    public const string List = "function-words.txt";

    private static readonly Lazy<FrozenSet<string>> Words =
        new(() => EmbeddedWords.Read(List).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>True for a folded function word.</summary>
    public static bool Contains(string exact) => Words.Value.Contains(exact);
}
