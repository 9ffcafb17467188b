using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;

namespace MiaVoices.Core.Workbench;

/// <summary>Suggestions on a project: what is learnt from, and a person's answers.</summary>
public static partial class Suggesting
{
    /// <summary>
    /// All that the project's coders have said so far. Codes that only hold others (with sub-codes and without codings) are
    /// not learnt; interviewers' words are known but never suggested for. What a transcriber has put into a text is no word of it.
    /// </summary>
    public static LearningSet Learn(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var tree = new CodeTree(store.Codes());
        var since = store.CodeOrigins();
        var picked = Picked(store);
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
            segments.Add(new LearningSegment(s.Key, TranscriptionMarks.Spoken(s.Text), s.Respondent ?? s.Source) { Id = s.Id, IsCandidate = s.Role != SpeakerRole.Interviewer && !tables.Contains(s.SourceId), IsJudged = !picked.Contains(s.Id) });
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

    /// <summary>
    /// The segments that are known by answered suggestions alone: nobody has reviewed them, and each coding on them is what
    /// was answered.
    /// </summary>
    private static HashSet<Guid> Picked(IProjectStore store)
    {
        var answers = store.SuggestionAnswers().ToLookup(a => a.Segment);
        var picked = answers.Select(a => a.Key).ToHashSet();
        if (picked.Count > 0)
        {
            picked.ExceptWith(store.Reviews().Select(r => r.SegmentId));
            picked.ExceptWith(store.Codings(CodingScope.All)
                .Where(c => !answers[c.SegmentId].Any(a => (a.Other ?? a.Code) == c.Coding.Code && a.Coder == c.Coding.Coder))
                .Select(c => c.SegmentId));
        }

        return picked;
    }
}
