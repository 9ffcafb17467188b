using MiaVoices.Core.Revisions;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Segments of a version of a source, as alignment needs them.</summary>
internal static class VersionSegments
{
    /// <summary>Segments as stored; an answer is known by its respondent and question.</summary>
    /// <param name="segments">In reading order.</param>
    /// <param name="questions">Id → the id that the question has in the other version; null where it has the same.</param>
    public static IReadOnlyList<AlignedSegment> Of(IEnumerable<Segment> segments, IReadOnlyDictionary<string, string>? questions = null) =>
        [.. segments.Select(s => s.Kind == SegmentKind.Answer
            ? Answer(s.Start, s.Text, s.Respondent, questions is null ? s.QuestionId : questions.GetValueOrDefault(s.QuestionId ?? "", "\n" + s.QuestionId))
            : new AlignedSegment(s.Start, s.Text, s.Speaker, null))];

    /// <summary>An answer to a question.</summary>
    public static AlignedSegment Answer(int start, string text, string? respondent, string? question) => new(start, text, respondent, $"{respondent}\n{question}");
}
