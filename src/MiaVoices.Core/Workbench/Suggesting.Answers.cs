using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;

namespace MiaVoices.Core.Workbench;

/// <summary>A suggestion that a person answers, and what the person takes of it.</summary>
/// <param name="Suggestion">The suggestion.</param>
/// <param name="Segment">Its segment.</param>
public sealed record AnsweredSuggestion(CodeSuggestion Suggestion, Segment Segment)
{
    /// <summary>What is coded of the segment, in UTF-16 code units from the segment's beginning; null for all of it.</summary>
    public SentenceSpan? Part { get; init; }

    /// <summary>The words that are coded.</summary>
    public string Words => Part is { } part ? Segment.Text[part.Start..part.End] : Segment.Text;

    /// <summary>What the coding says of its theme, when the person took that too; else null.</summary>
    public Polarity? Polarity { get; init; }
}

public static partial class Suggesting
{
    /// <summary>
    /// The changes that answer suggestions: one batch, undone as one. What the person has coded already is not coded again, and an
    /// accepted suggestion whose coding was taken away since can be answered anew.
    /// </summary>
    /// <param name="store">The project.</param>
    /// <param name="model">The model that the person saw.</param>
    /// <param name="chosen">The suggestions answered.</param>
    /// <param name="accept">True to code, false to reject.</param>
    /// <param name="other">The code that was right instead, or null.</param>
    public static Batch Answer(IProjectStore store, string model, IReadOnlyList<AnsweredSuggestion> chosen, bool accept, Guid? other) =>
        new(accept ? "suggestion.accept" : "suggestion.reject", Answers(store, model, chosen, accept, other, null));

    /// <summary>
    /// The change that accepts suggestions without their being read one by one: one batch, undone as one. Codings and
    /// answers are marked with the limit for ever, and reports tell how many they are.
    /// </summary>
    /// <param name="store">The project.</param>
    /// <param name="model">The model that made them.</param>
    /// <param name="chosen">The suggestions, as <see cref="Above"/> gives them.</param>
    /// <param name="limit">The least confidence that was asked for, 0–1.</param>
    public static Batch AcceptAbove(IProjectStore store, string model, IReadOnlyList<AnsweredSuggestion> chosen, double limit) =>
        new("suggestion.accept-above", Answers(store, model, [.. chosen.Select(c => c with { Polarity = null })], true, null, limit));

    /// <summary>Those of the open suggestions that have at least a confidence, of one code or all, in the order given.</summary>
    public static IReadOnlyList<CodeSuggestion> Above(IEnumerable<CodeSuggestion> open, double limit, Guid? code) =>
        [.. open.Where(s => s.Confidence >= limit && (code is null || s.Code == code))];

    private static List<Change> Answers(IProjectStore store, string model, IReadOnlyList<AnsweredSuggestion> chosen, bool accept, Guid? other, double? above)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(chosen);
        var ids = store.NewIds();
        var changes = new List<Change>();
        var own = new HashSet<(long Segment, int Start, int End, Guid Code)>();
        var standing = new HashSet<(long Segment, Guid Code)>();
        foreach (var part in chosen.Select(c => c.Segment.Key).Distinct().Chunk(500))
        {
            foreach (var placed in store.Codings(new CodingScope { Segments = part }))
            {
                standing.Add((placed.SegmentKey, placed.Coding.Code));
                if (placed.Coding.Coder == store.Coder)
                {
                    own.Add((placed.SegmentKey, placed.Coding.Start, placed.Coding.End, placed.Coding.Code));
                }
            }
        }

        // Whose coding was taken away since is open again, and the new answer takes the place of the old one.
        var before = store.SuggestionAnswers().Where(a => a.Verdict == SuggestionVerdict.Accepted).Select(a => a.Id).ToHashSet();
        foreach (var answered in chosen)
        {
            var (suggestion, segment) = answered;
            if (before.Contains(suggestion.Id) && !standing.Contains((segment.Key, suggestion.Code)))
            {
                changes.Add(new WithdrawAnswer(suggestion.Id));
            }

            changes.Add(new AnswerSuggestion(new SuggestionAnswer
            {
                Id = suggestion.Id,
                Source = segment.SourceId,
                Segment = segment.Id,
                Code = suggestion.Code,
                Verdict = !accept ? SuggestionVerdict.Rejected : other is null ? SuggestionVerdict.Accepted : SuggestionVerdict.Other,
                Other = accept ? other : null,
                Coder = store.Coder,
                At = store.Now,
                Confidence = suggestion.Confidence,
                Model = model,
                AcceptedAbove = above,
            }));
            var code = other ?? suggestion.Code;
            var (from, to) = answered.Part is { } part ? (part.Start, part.End) : (0, segment.Text.Length);
            if (accept && own.Add((segment.Key, segment.Start + from, segment.Start + to, code)))
            {
                changes.Add(new AddCoding(new Coding
                {
                    Id = ids.Next(),
                    Source = segment.SourceId,
                    Start = segment.Start + from,
                    End = segment.Start + to,
                    Quote = segment.Text[from..to],
                    Code = code,
                    Coder = store.Coder,
                    Origin = other is null ? CodingOrigin.Suggestion : CodingOrigin.Manual,
                    Confidence = other is null ? suggestion.Confidence : null,
                    AcceptedAbove = above,
                    Created = store.Now,
                    Polarity = answered.Polarity,
                }));
            }
        }

        return changes;
    }
}
