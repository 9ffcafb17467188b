using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Search;

/// <summary>Names of filters.</summary>
internal static class QueryFields
{
    // What Swedish hangs on an abbreviation after a colon: "EU:s", "tv:n", "LSS:are". Such a word is no filter.
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "s", "n", "t", "en", "et", "ens", "ets", "ns", "ts", "e", "er", "ers", "ar", "ars", "or", "ors", "na", "nas",
        "erna", "ernas", "arna", "arnas", "orna", "ornas", "are", "aren", "arens", "arna", "ig", "igt", "iga",
    };

    /// <summary>The field that a name stands for, whatever its letter case.</summary>
    internal static FilterField? Find(string name) => Folded(name) switch
    {
        "talare" or "speaker" => FilterField.Speaker,
        "roll" or "role" => FilterField.Role,
        "grupp" or "group" => FilterField.Attribute,
        "kod" or "code" => FilterField.Code,
        "källa" or "source" => FilterField.Source,
        "fråga" or "question" => FilterField.Question,
        "våg" or "wave" => FilterField.Wave,
        _ => null,
    };

    /// <summary>The field that a value makes of a field: <c>kod:ingen</c> asks for no code, while <c>kod:"ingen"</c> names one.</summary>
    internal static FilterField? WithValue(FilterField? field, string value, bool quoted) => (field, quoted, Folded(value)) switch
    {
        (FilterField.Code, false, "ingen" or "none") => FilterField.Uncoded,
        (FilterField.Code, false, "någon" or "any") => FilterField.Coded,
        _ => field,
    };

    /// <summary>True for the filter that asks for words spelt nearly so.</summary>
    internal static bool IsFuzzy(string name) => Folded(name) is "ungefär" or "fuzzy";

    /// <summary>True if a text can be the name of a filter: letters, digits, '_' and '-', a letter first.</summary>
    internal static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !char.IsLetter(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            // A combining mark belongs to a letter that is not composed yet.
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-') && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True if what stands after the colon is an ending, so that the whole is a word.</summary>
    internal static bool IsEnding(ReadOnlySpan<char> value) => Endings.Contains(value.ToString());

    /// <summary>True if two names mean the same field; '_' stands for a blank, which a filter cannot hold.</summary>
    internal static bool Same(string written, string attribute) =>
        string.Equals(Folded(written).Replace('_', ' '), Folded(attribute).Replace('_', ' '), StringComparison.Ordinal);

    /// <summary>The form in which names and values are compared.</summary>
    internal static string Folded(string text) => CanonicalComposition.Compose(text).Trim().ToLowerInvariant();
}
