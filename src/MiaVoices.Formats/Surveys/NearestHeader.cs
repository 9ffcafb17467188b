using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Surveys;

/// <summary>Finds the header that a misspelt one was meant to be.</summary>
internal static class NearestHeader
{
    /// <summary>The header with the fewest changed letters (Levenshtein), or "" in a table without headers.</summary>
    public static string Of(string wanted, IReadOnlyList<string> headers) =>
        headers.MinBy(h => QuestionLikeness.Distance(wanted.ToLowerInvariant(), h.ToLowerInvariant())) ?? "";
}
