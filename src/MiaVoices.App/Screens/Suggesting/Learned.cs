using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Suggesting;

/// <summary>What was learnt, and what it suggests for segments that nobody has coded or reviewed.</summary>
/// <param name="Model">The model; null where there is nothing to learn of.</param>
/// <param name="Polarity">The model of polarity; null where too little is marked.</param>
/// <param name="Suggestions">Without their reasons, which are found when they are shown.</param>
/// <param name="Order">Puts them in order.</param>
internal sealed record Learned(SuggestionModel? Model, PolarityModel? Polarity, IReadOnlyList<CodeSuggestion> Suggestions, SuggestionOrder Order)
{
    private const int MostAlternatives = 2;

    // Calibration and thresholds are learnt anew when so large a share more segments have answers: at the beginning after each answer, and after each that is taken back.
    private const double ShareMore = 0.2;

    /// <summary>Why there are no suggestions, and what to do; null where there are some.</summary>
    public Problem? Nothing { get; private init; }

    /// <summary>The key of a warning about what the model has read; null where there is nothing to warn of.</summary>
    public string? Basis { get; private init; }

    /// <summary>Of how many segments the model was learnt when it was last learnt from the beginning.</summary>
    private int Begun { get; init; }

    /// <summary>Reads all that the project's coders have said.</summary>
    public static Lesson Read(IProjectStore store)
    {
        using var view = store.Snapshot();
        var set = Core.Workbench.Suggesting.Learn(store);
        return new Lesson(set, Core.Workbench.Suggesting.Done(store), Core.Workbench.Suggesting.PolarityExamples(store), Core.Workbench.Suggesting.Order(store, set));
    }

    /// <summary>
    /// Learns; needs the project no more. After a few answers more it goes on from what was learnt before, which is many times faster.
    /// </summary>
    public static Learned From(Lesson lesson, ITextAnalyser analyser, Learned? before, CancellationToken cancellation)
    {
        if (lesson.Set.Codes.Count == 0)
        {
            return new Learned(null, null, [], lesson.Order) { Nothing = SuggestText.Nothing(lesson.Set, lesson.Done, new SuggestionQuery()) };
        }

        var suggester = new LinearCodeSuggester(analyser);
        var goesOn = before?.Model is { } known && known.CanGoOnTo(lesson.Set) && Math.Abs(lesson.Set.Touched - before.Begun) <= Math.Min(lesson.Set.Touched, before.Begun) * ShareMore;
        var model = goesOn ? suggester.Refit(before!.Model!, lesson.Set, cancellation) : suggester.Train(lesson.Set, null, cancellation);
        var suggestions = model.Suggest(new SuggestionQuery { Segments = key => !lesson.Done.Contains(key), Explain = false }, null, cancellation);
        return new Learned(model, PolaritySuggester.Train(lesson.Marked, analyser, cancellation), suggestions, lesson.Order)
        {
            Nothing = suggestions.Count > 0 ? null : SuggestText.Nothing(lesson.Set, lesson.Done, new SuggestionQuery()),
            Basis = SuggestText.Basis(lesson.Set),
            Begun = goesOn ? before!.Begun : lesson.Set.Touched,
        };
    }

    /// <summary>The suggestions as the texts go.</summary>
    public List<CodeSuggestion> InTexts() => [.. Suggestions.OrderBy(s => s.Segment).ThenByDescending(s => s.Confidence)];

    /// <summary>The suggestions in an order.</summary>
    public List<CodeSuggestion> In(QueueOrder order) => [.. Order.Of(Suggestions, order)];

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
/// <param name="Marked">The passages marked with what they say of their theme.</param>
/// <param name="Order">Puts suggestions in order.</param>
internal sealed record Lesson(LearningSet Set, IReadOnlySet<long> Done, IReadOnlyList<PolarityExample> Marked, SuggestionOrder Order);
