using MiaVoices.Core.Revisions;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Which row of a new version of a survey sheet is which respondent of the one before.</summary>
internal sealed class RespondentTwins
{
    private RespondentTwins(Dictionary<int, SurveyRespondent> twins, IReadOnlyList<SurveyRespondent> gone, int byPlace) =>
        (Twins, Gone, ByPlace) = (twins, gone, byPlace);

    /// <summary>Index of the new row → the respondent it was.</summary>
    public IReadOnlyDictionary<int, SurveyRespondent> Twins { get; }

    /// <summary>Respondents without a row now.</summary>
    public IReadOnlyList<SurveyRespondent> Gone { get; }

    /// <summary>How many were paired only because they stand between the same neighbours.</summary>
    public int ByPlace { get; }

    /// <summary>
    /// Where the sheet has a column of ids, rows are the same when wave and id are. Where it has none a row's number says
    /// nothing once a row has been put in or taken out: rows are paired by what they hold, in order, and between paired rows
    /// by place where as many stand before as now.
    /// </summary>
    public static RespondentTwins Find(IProjectStore store, Source old, SurveyDraft survey, SourceDraft draft)
    {
        var before = store.Respondents(old.Id);
        var anyWave = before.Any(b => b.Wave is not null);
        string? Wave(RespondentDraft r) => anyWave ? r.Wave ?? survey.Wave : null;
        var twins = new Dictionary<int, SurveyRespondent>();
        var byPlace = 0;
        if (survey.Columns.Any(c => c.Role == "id"))
        {
            var keyed = before.ToDictionary(b => (b.Wave, b.Row));
            for (var i = 0; i < survey.Respondents.Count; i++)
            {
                if (keyed.Remove((Wave(survey.Respondents[i]), survey.Respondents[i].Row), out var twin))
                {
                    twins[i] = twin;
                }
            }
        }
        else
        {
            byPlace = ByContent(store, old, before, survey, draft, twins);
        }

        var found = twins.Values.Select(t => t.Case).ToHashSet();
        return new RespondentTwins(twins, [.. before.Where(b => !found.Contains(b.Case))], byPlace);
    }

    private static int ByContent(
        IProjectStore store, Source old, IReadOnlyList<SurveyRespondent> before, SurveyDraft survey, SourceDraft draft, Dictionary<int, SurveyRespondent> twins)
    {
        var segments = store.Segments(new SegmentScope { Source = old.Id }).ToList();
        var questions = store.Questions().Where(q => q.Source == old.Id).Select(q => q.Question).ToList();
        var twinOf = QuestionTwins.Of(questions, survey.Questions);
        var oldTexts = segments.ToLookup(s => (s.Respondent, s.Wave), s => $"{s.QuestionId}\n{s.Text}");
        var oldPoints = store.Answers().Where(a => a.Source == old.Id && a.Points.Count > 0).ToLookup(a => (a.Case, a.Wave), a => $"{a.QuestionId}\n{string.Join('\t', a.Points)}");
        var newTexts = draft.Segments.ToLookup(s => (s.Wave, s.Row), s => $"{twinOf.GetValueOrDefault(s.Question ?? "", "")}\n{s.Text}");
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int Number(IEnumerable<string> texts, IEnumerable<string> points)
        {
            var content = string.Join('\u001F', texts.Concat(points).Order(StringComparer.Ordinal));
            return numbers.TryGetValue(content, out var known) ? known : numbers[content] = numbers.Count;
        }

        int[] was = [.. before.Select(b => Number(oldTexts[(b.CaseName, b.Wave)], oldPoints[(b.CaseName, b.Wave)]))];
        int[] now = [.. survey.Respondents.Select(r => Number(
            newTexts[(r.Wave, r.Row)], r.Answers.Where(a => a.Points.Count > 0 && twinOf.ContainsKey(a.Question)).Select(a => $"{twinOf[a.Question]}\n{string.Join('\t', a.Points)}")))];
        var match = SequenceDiff.Match(was, now);
        var (byPlace, last) = (0, -1);
        for (var i = 0; i < match.Length; i++)
        {
            if (match[i] >= 0)
            {
                twins[match[i]] = before[i];
                last = match[i];
                continue;
            }

            var end = i;
            while (end < match.Length && match[end] < 0)
            {
                end++;
            }

            // At the end of the sheet new rows come after the old ones; elsewhere as many must stand there as before.
            var next = end == match.Length ? survey.Respondents.Count : match[end];
            if (next - last - 1 == end - i || (end == match.Length && next - last - 1 > end - i))
            {
                for (var k = 0; k < end - i; k++)
                {
                    twins[last + 1 + k] = before[i + k];
                    byPlace++;
                }
            }

            i = end - 1;
        }

        return byPlace;
    }
}
