using MiaVoices.App.Cli;
using MiaVoices.App.Texts;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Survey;

/// <summary>What stands beside the questions, line by line.</summary>
/// <param name="t">The texts.</param>
/// <param name="view">The figures.</param>
/// <param name="intervals">Whether intervals are shown.</param>
internal sealed class SurveyLines(Wording t, SurveyView view, bool intervals)
{
    private SurveyWish Wish => view.Survey.Wish;

    /// <summary>The response to each wave.</summary>
    public IEnumerable<SurveyLine> Response()
    {
        foreach (var wave in view.Survey.Waves)
        {
            yield return new SurveyLine(SurveyPhrases.Named(view.Survey.Survey, wave.Wave), Role.Title);
            if (wave.OfReached is { } reached)
            {
                yield return new SurveyLine(t["screen.survey.ofReached", wave.Answered, reached.Whole], Role.None, new Share(reached.Part, reached.Whole), SurveyWords.Rate(reached));
            }

            if (wave.OfPopulation is { } all)
            {
                yield return new SurveyLine(t["screen.survey.ofPopulation", wave.Answered, all.Whole], Role.None, new Share(all.Part, all.Whole), SurveyWords.Rate(all));
            }

            if (wave.OfReached is null && wave.OfPopulation is null)
            {
                yield return new SurveyLine(t["survey.answered", wave.Answered]);
            }

            if (wave.NotReached is { } unreached)
            {
                yield return new SurveyLine(t["survey.notReached", unreached], Role.Dim);
            }

            if (wave.Silent is { } silent)
            {
                yield return new SurveyLine(t["survey.silent", silent], Role.Dim);
            }

            if (wave.AskedEveryone)
            {
                yield return new SurveyLine(t["survey.everyone"], Role.Dim);
            }

            yield return new SurveyLine("");
        }

        foreach (var text in view.Survey.Texts)
        {
            yield return new SurveyLine(t["survey.text", text.Question.Id, text.Question.Text, text.Wave ?? "", text.Wrote, text.Base], Role.Dim);
        }
    }

    /// <summary>The goals and how far they were met.</summary>
    public IEnumerable<SurveyLine> Goals()
    {
        foreach (var goal in view.Survey.Goals)
        {
            yield return new SurveyLine(goal.Goal.Name + (goal.Wave is { } wave ? $" · {wave}" : ""), Role.Title);
            if (goal.Outcome is { } share)
            {
                yield return new SurveyLine(string.Join(" + ", goal.Goal.Points), Role.None, share, SurveyWords.Of(share, Wish.LeastBase));
            }

            yield return new SurveyLine(SurveyPhrases.Goal(t, goal, Wish), goal.IsMet switch { true => Role.Good, false => Role.Warning, null => Role.Dim });
            yield return new SurveyLine("");
        }
    }

    /// <summary>A question in each of its waves.</summary>
    public IEnumerable<SurveyLine> Question(string id)
    {
        var waves = view.Survey.Questions.Where(q => q.Question.Id == id).Reverse().ToList();
        foreach (var (at, q) in waves.Index())
        {
            if (at == 0)
            {
                yield return new SurveyLine(q.Question.Text, Role.Title);
            }

            yield return new SurveyLine(SurveyPhrases.Base(t, q), Role.Accent);
            foreach (var line in q.Groups.Count > 0 ? q.Groups.Zip(q.GroupChanges).SelectMany(g => Group(q, g.First, g.Second)) : Points(q, q.All))
            {
                yield return line;
            }

            if (q.All.Positive is { } positive)
            {
                yield return new SurveyLine(SurveyPhrases.Positive(t, q, positive, Wish, intervals), Role.Accent);
            }

            foreach (var note in SurveyPhrases.Notes(t, q).Append(SurveyPhrases.Change(t, q.Change, Wish) ?? "").Where(n => n.Length > 0))
            {
                yield return new SurveyLine(note, Role.Dim);
            }

            foreach (var joint in view.Joint.Where(j => j.Question.Id == id && j.Wave == q.Wave))
            {
                yield return new SurveyLine(t["survey.joint", joint.Theme, id, joint.Wave ?? ""], Role.Title);
                foreach (var (label, value) in SurveyPhrases.Joint(t, joint, Wish))
                {
                    yield return new SurveyLine(label, Value: value);
                }
            }

            yield return new SurveyLine("");
        }
    }

    private IEnumerable<SurveyLine> Group(QuestionFigures q, Tally tally, WaveChange change)
    {
        var positive = tally.Positive is { } sum ? " · " + t["screen.survey.positive", SurveyWords.Of(sum, Wish.LeastBase)] : "";
        yield return new SurveyLine($"{SurveyPhrases.Group(t, tally.Group)} (n={SwedishText.Number(tally.Valid)}){positive}", Role.Title);
        if (SurveyPhrases.Change(t, change, Wish) is { } text)
        {
            yield return new SurveyLine("  " + text, Role.Dim);
        }

        foreach (var line in Points(q, tally))
        {
            yield return line with { Text = "  " + line.Text };
        }
    }

    private IEnumerable<SurveyLine> Points(QuestionFigures q, Tally tally)
    {
        if (q.Question.Kind != QuestionKind.Number)
        {
            return q.Points.Zip(tally.Points).Select(p => new SurveyLine(p.First, p.Second.Suppressed ? Role.Dim : Role.None, p.Second, SurveyWords.Cell(p.Second, Wish.LeastBase)));
        }

        var summary = NumberSummary.Of(tally.Numbers, Wish.Threshold);
        return
        [
            new SurveyLine(t["survey.median"], Value: summary is null ? SwedishText.Hidden : SurveyWords.Number(summary.Median)),
            new SurveyLine(t["survey.quartiles"], Value: summary is { Lower: { } lower, Upper: { } upper } ? $"{SurveyWords.Number(lower)}–{SurveyWords.Number(upper)}" : SwedishText.Hidden),
        ];
    }
}
