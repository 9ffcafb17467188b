using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>How the questions of a survey file stand to those of an earlier wave in the project.</summary>
/// <param name="Survey">The earlier wave's survey.</param>
/// <param name="Wave">The earlier wave, or null where none is told.</param>
/// <param name="Joined">
/// Whether the file is of that survey, so that ids were taken over; else it only looks like it, and the ids are its own.
/// </param>
/// <param name="Questions">Every question of both, as in <see cref="QuestionMatching.Match"/>.</param>
public sealed record WaveComparison(string Survey, string? Wave, bool Joined, IReadOnlyList<QuestionMatch> Questions)
{
    /// <summary>Survey and wave for people.</summary>
    public string Name => Wave is null || Survey.EndsWith(Wave, StringComparison.Ordinal) ? Survey : $"{Survey} {Wave}";

    /// <summary>How many questions there are of a kind.</summary>
    public int Count(QuestionChange change) => Questions.Count(q => q.Change == change);
}
