using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Adds to a file that holds only what is new those respondents of the version before that it lacks.</summary>
internal static class KeptRespondents
{
    /// <summary>The draft with the rows as they stand in the project, before its own.</summary>
    public static SourceDraft With(IProjectStore store, Source old, SourceDraft draft, IReadOnlyList<SurveyRespondent> kept)
    {
        var survey = draft.Survey!;
        var names = kept.Select(k => k.CaseName).ToHashSet(StringComparer.Ordinal);
        var questions = store.Questions().Where(q => q.Source == old.Id).Select(q => q.Question).ToList();
        var newIdOf = QuestionTwins.Of(questions, survey.Questions).ToDictionary(t => t.Value, t => t.Key);
        var lost = questions.Where(q => !newIdOf.ContainsKey(q.Id)).Select(q => survey.Questions.Any(n => n.Id == q.Id) ? q with { Id = q.Id + "'" } : q).ToList();
        string NewId(string id) => newIdOf.TryGetValue(id, out var twin) ? twin : survey.Questions.Any(n => n.Id == id) ? id + "'" : id;
        var answers = store.Answers().Where(a => a.Source == old.Id && names.Contains(a.Case)).ToLookup(a => (a.Case, a.Wave));
        var attributes = store.Cases().Where(c => names.Contains(c.Name)).ToDictionary(c => c.Name, c => c.Attributes);
        var rows = kept.Select(k => new RespondentDraft
        {
            Row = k.Row,
            Wave = k.Wave,
            Attributes = attributes[k.CaseName],
            Answers = [.. answers[(k.CaseName, k.Wave)].Select(a => new AnswerDraft(NewId(a.QuestionId), a.Points))],
        });
        var segments = store.Segments(new SegmentScope { Source = old.Id }).Where(s => s.Respondent is { } name && names.Contains(name)).Select(s => new SegmentDraft
        {
            Kind = s.Kind,
            Text = s.Text,
            Role = SpeakerRole.Respondent,
            Row = s.Row,
            Wave = s.Wave,
            Question = s.QuestionId is { } id ? NewId(id) : null,
        });
        return draft with
        {
            Segments = [.. segments, .. draft.Segments],
            Survey = survey with { Questions = [.. survey.Questions, .. lost], Respondents = [.. rows, .. survey.Respondents] },
        };
    }
}
