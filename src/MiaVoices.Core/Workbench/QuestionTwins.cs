using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Which question of a new version of a survey sheet is which of the one before.</summary>
internal static class QuestionTwins
{
    /// <summary>New id → old id, as <see cref="QuestionMatching"/> pairs them.</summary>
    public static Dictionary<string, string> Of(IReadOnlyList<QuestionDraft> old, IReadOnlyList<QuestionDraft> @new) =>
        QuestionMatching.Match(old, @new).Where(m => m is { Earlier: not null, Later: not null }).ToDictionary(m => m.Later!.Id, m => m.Earlier!.Id, StringComparer.Ordinal);

    /// <summary>The questions that stored answers name.</summary>
    public static IReadOnlyList<QuestionDraft> Named(IEnumerable<Segment> segments) =>
    [
        .. segments.Where(s => s.QuestionId is not null).DistinctBy(s => s.QuestionId, StringComparer.Ordinal)
            .Select(s => new QuestionDraft { Id = s.QuestionId!, Text = s.Question ?? "", Kind = QuestionKind.FreeText }),
    ];
}
