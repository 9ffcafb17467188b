using MiaVoices.App.Texts;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Reports;

namespace MiaVoices.App.Cli;

/// <summary>What the command and the screen say of a survey's figures.</summary>
internal static class SurveyPhrases
{
    /// <summary>Survey and wave.</summary>
    public static string Named(string survey, string? wave) => wave is null || survey.EndsWith(wave, StringComparison.Ordinal) ? survey : $"{survey} {wave}";

    public static string Group(Wording t, string group) => group.Length == 0 ? t["word.noGroup"] : group;

    /// <summary>How many answered, of whom, and who did not.</summary>
    public static string Response(Wording t, WaveResponse r)
    {
        List<string> parts = [t["survey.answered", r.Answered]];
        if (r.OfReached is { } reached)
        {
            parts.Add(t["survey.ofReached", reached.Whole, SurveyWords.Rate(reached)]);
        }

        if (r.OfPopulation is { } all)
        {
            parts.Add(t["survey.ofPopulation", all.Whole, SurveyWords.Rate(all)]);
        }

        if (r.NotReached is { } unreached)
        {
            parts.Add(t["survey.notReached", unreached]);
        }

        if (r.Silent is { } silent)
        {
            parts.Add(t["survey.silent", silent]);
        }

        return (r.Wave is { } wave ? wave + ": " : "") + string.Join(" · ", parts) + (r.AskedEveryone ? " · " + t["survey.everyone"] : "");
    }

    /// <summary>Wave, base, valid, and what is missing.</summary>
    public static string Base(Wording t, QuestionFigures q)
    {
        var wave = q.Wave is { } named ? named + " · " : "";
        if (q.All.TooFew)
        {
            return wave + t["survey.baseHidden", q.All.Valid, q.All.Base];
        }

        var missing = q.MissingPoints.Count < 2 && q.MissingPoints.All(m => m.Length == 0)
            ? ""
            : $" ({string.Join(", ", q.MissingPoints.Zip(q.All.MissingPoints).Select(m => $"{(m.First.Length == 0 ? t["survey.noAnswer"] : m.First)}: {SwedishText.Persons(m.Second)}"))})";
        return wave + t["survey.base", q.All.Valid, q.All.Base, q.All.Missing] + missing;
    }

    /// <summary>What else must be known to read the table.</summary>
    public static IEnumerable<string> Notes(Wording t, QuestionFigures q)
    {
        if (q.Question.Kind == Core.Sources.QuestionKind.Multiple)
        {
            yield return t["survey.multiple"];
        }

        if (q.OutsideScale > 0 && q.Question.Kind == Core.Sources.QuestionKind.Closed)
        {
            yield return t["survey.outsideScale", string.Join(", ", q.Points.TakeLast(q.OutsideScale))];
        }

        if (q.IsReworded)
        {
            yield return t["survey.reworded"];
        }

        if (q.Scale == Core.Sources.ScaleDifference.MorePoints)
        {
            yield return t["survey.morePoints"];
        }
    }

    /// <summary>The positive share with the points that were merged.</summary>
    public static string Positive(Wording t, QuestionFigures q, Share positive, SurveyWish wish, bool intervals) =>
        t["survey.positive", string.Join(" + ", q.Positive), SurveyWords.Of(positive, wish.LeastBase)]
        + (intervals && SurveyWords.HasPercent(positive, wish.LeastBase) ? " · " + t["survey.interval", SurveyWords.Interval(positive)] : "");

    /// <summary>The change, or why there is none; null where nothing need be said.</summary>
    public static string? Change(Wording t, WaveChange change, SurveyWish wish) => change.Why switch
    {
        NoChange.FirstWave or NoChange.NoPositive => null,
        NoChange.None => t["survey.change", change.FromWave ?? "", SurveyWords.Of(change.From!.Value, wish.LeastBase), SurveyWords.Points(
            new Ratio(change.From.Value.Persons, change.From.Value.Of), new Ratio(change.To!.Value.Persons, change.To.Value.Of))],
        NoChange.SmallBase => t["survey.noChange.smallBase", change.FromWave ?? "", SurveyWords.Of(change.From!.Value, wish.LeastBase), wish.LeastBase],
        NoChange.NewQuestion => t["survey.noChange.newQuestion"],
        NoChange.NewGroup => t["survey.noChange.newGroup"],
        NoChange.OtherScale => t["survey.noChange.otherScale"],
        NoChange.OtherPositive => t["survey.noChange.otherPositive"],
        _ => t["survey.noChange.hidden"],
    };

    /// <summary>A goal, its measure, and whether it is met.</summary>
    public static string Goal(Wording t, GoalFigure goal, SurveyWish wish) => t[
        "survey.goal",
        goal.Goal.Name,
        SurveyWords.Percent(new Ratio((int)Math.Round(goal.Goal.Target * 1000, MidpointRounding.AwayFromZero), 1000)),
        goal.Goal.Question,
        string.Join(" + ", goal.Goal.Points),
        goal.Outcome is { } share ? SurveyWords.Of(share, wish.LeastBase) : t["survey.goal.none"],
        t[goal.IsMet switch { true => "survey.goal.met", false => "survey.goal.notMet", null => "survey.goal.unknown" }],
        SwedishText.Date(goal.AsOf)];

    /// <summary>The rows of a joint display, and what is the other way round.</summary>
    public static IEnumerable<(string Label, string Value)> Joint(Wording t, JointDisplay joint, SurveyWish wish)
    {
        foreach (var row in joint.Rows)
        {
            yield return (
                row.Side switch { JointSide.High => t["survey.joint.high"], JointSide.Low => t["survey.joint.low"], _ => row.Point },
                row.HidesBase ? SwedishText.Hidden : SurveyWords.Of(row.With, wish.LeastBase));
        }

        yield return (t["survey.joint.all"], SurveyWords.Of(joint.All, wish.LeastBase));
        if (!joint.All.Suppressed && joint.All.Persons > 0 && joint.Rows.FirstOrDefault(r => r.Side == JointSide.High) is { With.Suppressed: false } high)
        {
            yield return (t["survey.joint.reverse"], SurveyWords.Of(new Share(high.With.Persons, joint.All.Persons), wish.LeastBase));
        }
    }
}
