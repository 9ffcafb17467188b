namespace MiaVoices.Core.Search;

/// <summary>The signs and words that mean something in a query.</summary>
internal static class QueryMarks
{
    /// <summary>Straight and typographic double quotation marks; any closes what any has opened, as people mix them.</summary>
    internal static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\u2033' or '\uFF02';

    /// <summary>Control characters separate as blanks do.</summary>
    internal static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c == '\uFEFF';

    /// <summary>True for what ends a word.</summary>
    internal static bool EndsWord(char c) => IsBlank(c) || IsQuote(c) || c is '(' or ')';

    /// <summary>Hyphen-minus and the minus sign; a dash is punctuation.</summary>
    internal static bool IsMinus(char c) => c is '-' or '\u2212';

    /// <summary>Upper case only: "och" and "inte" are words to look for.</summary>
    internal static QueryTokenKind? Operator(ReadOnlySpan<char> word) => word switch
    {
        "AND" or "OCH" => QueryTokenKind.And,
        "OR" or "ELLER" => QueryTokenKind.Or,
        "NOT" or "INTE" => QueryTokenKind.Not,
        _ => null,
    };

    /// <summary>True for NEAR and NÄRA, with a distance or not.</summary>
    internal static bool IsNear(ReadOnlySpan<char> word)
    {
        var slash = word.IndexOf('/');
        return (slash < 0 ? word : word[..slash]) is "NEAR" or "NÄRA";
    }
}

/// <summary>What a piece of a query is.</summary>
internal enum QueryTokenKind
{
    End,
    Open,
    Close,
    And,
    Or,
    Not,
    Term,
    Error,
}

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="Written">As it was written, for messages.</param>
/// <param name="Node">The word, phrase or filter of a <see cref="QueryTokenKind.Term"/>.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Start, string Written, QueryNode? Node = null);
