namespace MiaVoices.Core.Sources;

/// <summary>The questions of one wave of a survey.</summary>
/// <param name="Wave">The wave, or null where none is told.</param>
/// <param name="Questions">Its questions, each id once.</param>
public sealed record WaveQuestions(string? Wave, IReadOnlyList<QuestionDraft> Questions);

/// <summary>A question as it was asked in one wave.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Question">Id, wording and scale then.</param>
/// <param name="IsNew">Whether no earlier wave asked it; never in the first wave, before which nothing is known.</param>
/// <param name="IsReworded">Whether its wording is another than when it was last asked.</param>
/// <param name="Scale">How the ways to answer differ from when it was last asked.</param>
public sealed record AskedQuestion(string? Wave, QuestionDraft Question, bool IsNew, bool IsReworded, ScaleDifference Scale);

/// <summary>One question through the waves of a survey.</summary>
/// <param name="Asked">The waves that asked it, the oldest first; never empty.</param>
public sealed record QuestionLine(IReadOnlyList<AskedQuestion> Asked)
{
    /// <summary>The id that it goes by: the latest wave's.</summary>
    public string Id => Asked[^1].Question.Id;
}

/// <summary>Follows the questions of a survey through its waves. Pure and thread-safe.</summary>
public static class QuestionHistory
{
    /// <summary>
    /// A line for every question, in the order in which they were first asked. A question that a wave left out goes on
    /// where it was when a later wave asks it again.
    /// </summary>
    /// <param name="waves">The waves, the oldest first.</param>
    public static IReadOnlyList<QuestionLine> Of(IReadOnlyList<WaveQuestions> waves)
    {
        ArgumentNullException.ThrowIfNull(waves);
        var lines = new List<List<AskedQuestion>>();
        foreach (var (index, wave) in waves.Index())
        {
            // Two lines may have gone by one id in waves of their own; the one asked last is meant.
            var open = lines.Index().GroupBy(l => l.Item[^1].Question.Id, StringComparer.Ordinal).Select(g => g.Last()).ToList();
            var at = open.ToDictionary(l => l.Item[^1].Question.Id, l => l.Index, StringComparer.Ordinal);
            foreach (var match in QuestionMatching.Match([.. open.Select(l => l.Item[^1].Question)], wave.Questions).Where(m => m.Later is not null))
            {
                var asked = new AskedQuestion(wave.Wave, match.Later!, index > 0 && match.Earlier is null, match.Change == QuestionChange.Reworded, match.Scale);
                if (match.Earlier is { } before)
                {
                    lines[at[before.Id]].Add(asked);
                }
                else
                {
                    lines.Add([asked]);
                }
            }
        }

        return [.. lines.Select(l => new QuestionLine(l))];
    }
}
