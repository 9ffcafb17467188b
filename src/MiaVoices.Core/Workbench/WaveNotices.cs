using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>What a person should look at when a survey is compared with an earlier wave.</summary>
internal static class WaveNotices
{
    /// <summary>Below this a question with the same id asks for something else.</summary>
    private const double Another = 0.5;

    public static IEnumerable<Notice> Of(SourceDraft draft, WaveComparison compared)
    {
        var asked = compared.Questions.Count(q => q.Later is not null);
        if (!compared.Joined)
        {
            yield return Told(draft, "survey.looksLike", compared.Name, compared.Questions.Count(q => q is { Earlier: not null, Later: not null }), asked);
            yield break;
        }

        var settled = draft.Survey!.Columns.Where(c => c.Reason == "profile").Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var match in compared.Questions.Where(m => m is { Earlier: not null, Later: not null }))
        {
            var (before, now) = (match.Earlier!, match.Later!);
            if (match.Change == QuestionChange.Reworded)
            {
                yield return match.By == MatchedBy.Id && match.Likeness < Another
                    ? Told(draft, "question.sameIdOnly", now.Id, compared.Name)
                    : Told(draft, "question.reworded", now.Id, compared.Name);
            }

            if (before.Id != now.Id)
            {
                yield return Told(draft, "question.otherId", now.Id, before.Id, compared.Name);
            }

            // Points that nobody happened to choose are missing from a scale that was read off the answers.
            if (match.Scale == ScaleDifference.Other || (match.Scale == ScaleDifference.MorePoints && settled.Contains(now.Id)))
            {
                yield return Told(draft, before.Kind == now.Kind ? "question.scale" : "question.kind", now.Id, compared.Name);
            }
        }
    }

    private static Notice Told(SourceDraft draft, string key, params object[] facts) => new(Problem.At(draft.Sheet is null ? draft.Name : $"{draft.Name}:{draft.Sheet}", key, facts));
}
