using MiaVoices.Core;
using MiaVoices.Core.Suggestions;

namespace MiaVoices.App.Cli;

/// <summary>What is said about suggestions as a whole, alike by commands, on the screen and by lines.</summary>
internal static class SuggestText
{
    /// <summary>With fewer reviewed segments the descriptions of the codes decide the most.</summary>
    private const int FewRead = 20;

    /// <summary>The largest share of what was read that may have a code before it is hard to tell how sure suggestions are.</summary>
    private const double MostCoded = 0.9;

    /// <summary>
    /// The key of a warning that a model has read few segments or none, or hardly any without a code: then it cannot know how seldom a
    /// code is right. Null where it has read enough.
    /// </summary>
    public static string? Basis(LearningSet set) => set.Touched switch
    {
        0 => "suggest.fromDefinitions",
        < FewRead => "suggest.few",
        _ => Flattering(set) is null ? null : "suggest.onlyCoded",
    };

    /// <summary>The key of a warning that figures of quality look better than they are, since nearly all that was read has a code; else null.</summary>
    public static string? Flattering(LearningSet set) => set.Coded > set.Touched * MostCoded ? "evaluate.onlyCoded" : null;

    /// <summary>Why nothing is suggested, and what to do.</summary>
    /// <param name="set">What there was to learn from.</param>
    /// <param name="done">The segments for which nothing is suggested since a person has coded or reviewed them; null where they are asked for too.</param>
    /// <param name="query">What was asked for.</param>
    public static Problem Nothing(LearningSet set, IReadOnlySet<long>? done, SuggestionQuery query)
    {
        var rows = Enumerable.Range(0, set.Segments.Count).Where(row => set.Segments[row].IsCandidate).ToList();
        var left = rows.FindAll(row => done?.Contains(set.Segments[row].Key) != true);
        var codes = Enumerable.Range(0, set.Codes.Count).Where(c => query.Code is null || set.Codes[c].Id == query.Code).ToList();
        return Problem.Of(rows.Count == 0 ? "material.none"
            : codes.Count == 0 ? "suggest.noCodes"
            : left.Count == 0 ? "suggest.allDone"
            : left.TrueForAll(row => codes.TrueForAll(c => set.Label(row, c) != LabelValue.Unknown)) ? "suggest.allAnswered"
            : query.Minimum > 0 ? "suggest.noneSure" : "suggest.none");
    }
}
