using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;

namespace MiaVoices.Core.Workbench;

/// <summary>Suggestions on a project: what is learnt from, and a person's answers.</summary>
public static class Suggesting
{
    /// <summary>
    /// All that the project's coders have said so far. Codes that only hold others (with sub-codes and without codings) are
    /// not learnt; interviewers' words are known but never suggested for.
    /// </summary>
    public static LearningSet Learn(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var tree = new CodeTree(store.Codes());
        var since = store.CodeOrigins();
        var segments = new List<LearningSegment>();
        var keys = new Dictionary<Guid, long>();
        var spans = new Dictionary<Guid, List<(int Start, int End, long Key)>>();
        var tables = store.Sources().Where(s => s.Kind == SourceKind.Table).Select(s => s.Id).ToHashSet();
        foreach (var s in store.Segments(SegmentScope.All))
        {
            keys[s.Id] = s.Key;
            if (!spans.TryGetValue(s.SourceId, out var list))
            {
                spans[s.SourceId] = list = [];
            }

            list.Add((s.Start, s.End, s.Key));
            segments.Add(new LearningSegment(s.Key, s.Text, s.Respondent ?? s.Source) { Id = s.Id, IsCandidate = s.Role != SpeakerRole.Interviewer && !tables.Contains(s.SourceId) });
        }

        var labels = new List<LearningLabel>();
        var coded = new HashSet<Guid>();
        foreach (var placed in store.Codings(CodingScope.All))
        {
            var c = placed.Coding;
            coded.Add(c.Code);
            labels.Add(new LearningLabel(placed.SegmentKey, c.Code, LabelValue.Yes) { Coding = c.Id });
            // A coding over several segments is a yes for each of them.
            var of = spans[c.Source];
            for (var i = ~of.BinarySearch((placed.SegmentStart, int.MaxValue, long.MaxValue)); i < of.Count && of[i].Start < c.End; i++)
            {
                labels.Add(new LearningLabel(of[i].Key, c.Code, LabelValue.Yes) { Coding = c.Id });
            }
        }

        foreach (var answer in store.SuggestionAnswers().Where(a => a.Verdict != SuggestionVerdict.Accepted))
        {
            labels.Add(new LearningLabel(keys[answer.Segment], answer.Code, LabelValue.No));
        }

        var codes = tree.Codes.Where(c => coded.Contains(c.Id) || !tree.Children(c.Id).Any())
            .Select(c => new LearningCode(c.Id, c.Name, c.Definition, c.Include, c.Keywords) { Since = since.GetValueOrDefault(c.Id) });
        return new LearningSet(segments, codes, labels, store.Reviews().Select(r => new LearningReview(r.Segment, r.Sequence)));
    }

    /// <summary>The changes that answer suggestions: one batch, undone as one. What the person has coded already is not coded again.</summary>
    /// <param name="store">The project.</param>
    /// <param name="model">The model that the person saw.</param>
    /// <param name="chosen">The suggestions answered.</param>
    /// <param name="accept">True to code, false to reject.</param>
    /// <param name="other">The code that was right instead, or null.</param>
    public static Batch Answer(IProjectStore store, string model, IReadOnlyList<(CodeSuggestion Suggestion, Segment Segment)> chosen, bool accept, Guid? other)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(chosen);
        var ids = store.NewIds();
        var changes = new List<Change>();
        foreach (var (suggestion, segment) in chosen)
        {
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
            }));
            var code = other ?? suggestion.Code;
            if (accept && !store.Codings(new CodingScope { Segments = [segment.Key] }).Any(p =>
                p.Coding.Start == segment.Start && p.Coding.End == segment.End && p.Coding.Code == code && p.Coding.Coder == store.Coder))
            {
                changes.Add(new AddCoding(new Coding
                {
                    Id = ids.Next(),
                    Source = segment.SourceId,
                    Start = segment.Start,
                    End = segment.End,
                    Quote = segment.Text,
                    Code = code,
                    Coder = store.Coder,
                    Origin = other is null ? CodingOrigin.Suggestion : CodingOrigin.Manual,
                    Confidence = other is null ? suggestion.Confidence : null,
                    Created = store.Now,
                }));
            }
        }

        return new Batch(accept ? "suggestion.accept" : "suggestion.reject", changes);
    }
}
