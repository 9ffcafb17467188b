using System.Globalization;
using MiaVoices.Core.Sources;

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

    /// <summary>A mark with nothing after it is punctuation: "kontakt - bra!", "a == b".</summary>
    internal static bool IsLooseMark(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        return IsMark(text[at])
            && (IsBlank(next) || next == ')' || (IsMinus(text[at]) ? IsMinus(next) : IsMark(next)));
    }

    private static bool IsMark(char c) => c is '=' or '!' || IsMinus(c);

    /// <summary>Upper case only: "och" and "inte" are words to look for.</summary>
    internal static QueryTokenKind? Operator(ReadOnlySpan<char> word) => word switch
    {
        "AND" or "OCH" => QueryTokenKind.And,
        "OR" or "ELLER" => QueryTokenKind.Or,
        "NOT" or "INTE" => QueryTokenKind.Not,
        _ => null,
    };

    /// <summary>The words between blanks, with their places.</summary>
    internal static IEnumerable<(string Word, int Position)> Words(string content, int offset)
    {
        var start = -1;
        for (var i = 0; i <= content.Length; i++)
        {
            if (i == content.Length || QueryMarks.IsBlank(content[i]))
            {
                if (start >= 0)
                {
                    yield return (content[start..i], offset + start);
                }

                start = -1;
            }
            else if (start < 0)
            {
                start = i;
            }
        }
    }

    /// <summary>True for NEAR and NÄRA.</summary>
    /// <param name="word">The word.</param>
    /// <param name="distance">The number after a slash; null if there is no slash, -1 if what follows is no number up to <see cref="NearQuery.Farthest"/>.</param>
    internal static bool IsNear(string word, out int? distance)
    {
        distance = null;
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        if (CanonicalComposition.Compose(slash < 0 ? word : word[..slash]) is not ("NEAR" or "NÄRA"))
        {
            return false;
        }

        if (slash >= 0)
        {
            distance = int.TryParse(word.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= NearQuery.Farthest
                ? number
                : -1;
        }

        return true;
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
    Near,
    Term,
    Error,
}

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="Written">As it was written, for messages.</param>
/// <param name="Node">The word, phrase or filter of a <see cref="QueryTokenKind.Term"/>.</param>
/// <param name="Distance">The number of a <see cref="QueryTokenKind.Near"/>, if it has one.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Start, string Written, QueryNode? Node = null, int? Distance = null);
