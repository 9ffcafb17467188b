using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Suggesting;

/// <summary>In which order suggestions are gone through.</summary>
internal enum QueueOrder
{
    /// <summary>As the texts go, so that each is read in its context.</summary>
    Interview,

    /// <summary>By chance, the same each time.</summary>
    Sample,

    /// <summary>Those that the model is least sure of first.</summary>
    Uncertain,
}

/// <summary>What was learnt, and what it suggests for segments that nobody has coded or reviewed.</summary>
/// <param name="Model">The model; null where there is nothing to learn of.</param>
/// <param name="Suggestions">Without their reasons, which are found when they are shown.</param>
internal sealed record Learned(SuggestionModel? Model, IReadOnlyList<CodeSuggestion> Suggestions)
{
    private const int MostAlternatives = 2;

    /// <summary>Reads all that the project's coders have said.</summary>
    public static Lesson Read(IProjectStore store)
    {
        using var view = store.Snapshot();
        return new Lesson(Core.Workbench.Suggesting.Learn(store), CodedSegments(store));
    }

    /// <summary>Learns; needs the project no more.</summary>
    public static Learned From(Lesson lesson, ITextAnalyser analyser, CancellationToken cancellation)
    {
        if (lesson.Set.Codes.Count == 0)
        {
            return new Learned(null, []);
        }

        var model = new LinearCodeSuggester(analyser).Train(lesson.Set, null, cancellation);
        return new Learned(model, model.Suggest(new SuggestionQuery { Segments = key => !lesson.Done.Contains(key), Explain = false }, null, cancellation));
    }

    /// <summary>The segments that a person has coded or reviewed.</summary>
    public static HashSet<long> CodedSegments(IProjectStore store) =>
        [.. store.Codings(CodingScope.All).Select(c => c.SegmentKey), .. store.Reviews().Select(r => r.Segment)];

    /// <summary>The suggestions in an order.</summary>
    public List<CodeSuggestion> In(QueueOrder order) => order switch
    {
        // The identities are hashes: their order is one by chance that stays.
        QueueOrder.Sample => [.. Suggestions.OrderBy(s => s.Id)],
        QueueOrder.Uncertain => [.. Suggestions.OrderBy(s => Math.Abs(s.Confidence - 0.5)).ThenBy(s => s.Segment)],
        _ => [.. Suggestions.OrderBy(s => s.Segment).ThenByDescending(s => s.Confidence)],
    };

    /// <summary>Why a suggestion was made, and which other codes are the likeliest for its segment.</summary>
    public static Explained Explain(SuggestionModel model, CodeSuggestion suggestion, CancellationToken cancellation)
    {
        var here = new SuggestionQuery { Segments = key => key == suggestion.Segment, Minimum = 0 };
        var why = model.Suggest(here with { Code = suggestion.Code }, null, cancellation);
        var others = model.Suggest(here with { Explain = false }, null, cancellation).Where(s => s.Code != suggestion.Code).Take(MostAlternatives);
        return new Explained(why.Count > 0 ? why[0] : suggestion, [.. others]);
    }
}

/// <summary>A suggestion with its reasons.</summary>
/// <param name="Suggestion">With reasons and similar segments.</param>
/// <param name="Others">Other codes for the segment, the likeliest first.</param>
internal sealed record Explained(CodeSuggestion Suggestion, IReadOnlyList<CodeSuggestion> Others);

/// <summary>What there is to learn from.</summary>
/// <param name="Set">Segments, codes and what was said of them.</param>
/// <param name="Done">The segments that a person has coded or reviewed.</param>
internal sealed record Lesson(LearningSet Set, HashSet<long> Done);
