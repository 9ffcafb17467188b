using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Gives questions other ids, wherever a draft refers to them.</summary>
internal static class QuestionIds
{
    /// <summary>The draft with other ids.</summary>
    /// <param name="draft">A survey.</param>
    /// <param name="ids">Id in the draft → id to give; those left out stay.</param>
    public static SourceDraft Give(SourceDraft draft, IReadOnlyDictionary<string, string> ids)
    {
        if (ids.Count == 0 || draft.Survey is not { } survey)
        {
            return draft;
        }

        string Id(string id) => ids.GetValueOrDefault(id, id);
        return draft with
        {
            Segments = [.. draft.Segments.Select(s => s.Question is { } q ? s with { Question = Id(q) } : s)],
            Survey = survey with
            {
                Questions = [.. survey.Questions.Select(q => Give(q, ids))],
                Respondents = [.. survey.Respondents.Select(r => r with { Answers = [.. r.Answers.Select(a => a with { Question = Id(a.Question) })] })],
                Goals = [.. survey.Goals.Select(g => g with { Question = Id(g.Question) })],
                Columns = [.. survey.Columns.Select(c => c.Role is "closed" or "multiple" or "freetext" or "number" && c.Name is { } name ? c with { Name = Id(name) } : c)],
            },
        };
    }

    /// <summary>The question with another id, and about a question with another.</summary>
    public static QuestionDraft Give(QuestionDraft question, IReadOnlyDictionary<string, string> ids) => question with
    {
        Id = ids.GetValueOrDefault(question.Id, question.Id),
        About = question.About is { } about ? ids.GetValueOrDefault(about, about) : null,
    };
}
