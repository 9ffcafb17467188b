using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Commands;

/// <summary>The figures of a survey as the contract has them. A number that may not be shown is null.</summary>
internal static class SurveyJson
{
    public static void Write(Session s, SurveyView view, bool intervals) => s.WriteJson(w =>
    {
        var (survey, least) = (view.Survey, view.Survey.Wish.LeastBase);
        w.WriteString("survey", survey.Survey);
        w.Text("wave", view.Response.Wave);
        w.WriteStartObject("response");
        Response(w, view.Response);
        w.WriteEndObject();
        w.Objects("waves", survey.Waves, wave =>
        {
            w.Text("wave", wave.Wave);
            w.WriteStartObject("response");
            Response(w, wave);
            w.WriteEndObject();
        });
        w.Text("by", survey.Wish.By);
        w.WriteNumber("threshold", survey.Wish.Threshold);
        w.Objects("questions", survey.Questions, q => Question(w, q, survey.Wish, intervals));
        w.Objects("freeTexts", survey.Texts, t =>
        {
            w.WriteString("id", t.Question.Id);
            w.WriteString("text", t.Question.Text);
            w.Text("about", t.Question.About);
            w.Text("wave", t.Wave);
            w.WriteNumber("base", t.Base);
            w.WriteNumber("valid", t.Wrote);
            w.WriteNumber("missing", t.Base - t.Wrote);
        });
        w.Objects("gone", survey.Gone, g =>
        {
            w.WriteString("id", g.Question.Id);
            w.WriteString("text", g.Question.Text);
            w.Text("lastWave", g.LastWave);
        });
        w.Objects("goals", survey.Goals, g =>
        {
            w.WriteString("name", g.Goal.Name);
            w.WriteString("question", g.Goal.Question);
            w.Text("wave", g.Wave);
            w.Texts("points", g.Goal.Points);
            w.WriteNumber("target", g.Goal.Target);
            w.Count("n", Shown(g.Outcome));
            w.Count("of", g.Outcome is { Suppressed: false } o ? o.Of : null);
            Number(w, "share", Fraction(g.Outcome, least));
            if (g.IsMet is { } met)
            {
                w.WriteBoolean("met", met);
            }
            else
            {
                w.WriteNull("met");
            }

            w.WriteString("asOf", JsonFields.Time(g.AsOf));
        });
        if (view.Joint.Count > 0)
        {
            w.Objects("joint", view.Joint, j =>
            {
                w.WriteString("id", j.Question.Id);
                w.Text("wave", j.Wave);
                w.WriteString("theme", j.Theme);
                w.Count("n", Shown(j.All));
                w.WriteNumber("of", j.All.Of);
                w.Objects("rows", j.Rows, r =>
                {
                    w.WriteString("side", JsonFields.Word(r.Side));
                    w.Text("point", r.Side == JointSide.Point ? r.Point : null);
                    w.Count("n", Shown(r.With));
                    w.Count("of", r.HidesBase ? null : r.With.Of);
                    Number(w, "share", Fraction(r.With, least));
                    w.WriteBoolean("suppressed", r.With.Suppressed);
                });
            });
        }
    });

    private static void Response(Utf8JsonWriter w, WaveResponse r)
    {
        w.Count("population", r.Population);
        w.Count("reached", r.Reached);
        w.WriteNumber("answered", r.Answered);
        Number(w, "rateOfReached", r.OfReached?.Value);
        Number(w, "rateOfPopulation", r.OfPopulation?.Value);
        w.Count("notReached", r.NotReached);
        w.Count("notAnswered", r.Silent);
    }

    private static void Question(Utf8JsonWriter w, QuestionFigures q, SurveyWish wish, bool intervals)
    {
        w.WriteString("id", q.Question.Id);
        w.WriteString("text", q.Question.Text);
        w.WriteString("kind", JsonFields.Word(q.Question.Kind));
        w.Text("wave", q.Wave);
        Tally(w, q, q.All, wish, intervals);
        w.WriteNumber("outsideScale", q.OutsideScale);
        w.Texts("positivePoints", q.Positive);
        w.Objects("missingPoints", q.MissingPoints.Zip(q.All.MissingPoints), m =>
        {
            w.WriteString("point", m.First);
            w.Count("n", Shown(m.Second));
            w.WriteBoolean("suppressed", m.Second.Suppressed);
        });
        w.Objects("byGroup", q.Groups.Zip(q.GroupChanges), g =>
        {
            w.WriteString("group", g.First.Group);
            Tally(w, q, g.First, wish, intervals);
            w.WriteBoolean("isNew", g.Second.Why is NoChange.NewGroup or NoChange.NewQuestion);
            Change(w, g.Second, wish);
        });
        Change(w, q.Change, wish);
        w.WriteBoolean("isNew", q.IsNew);
        w.WriteBoolean("isReworded", q.IsReworded);
        w.WriteString("scale", q.Scale switch { ScaleDifference.None => "same", ScaleDifference.MorePoints => "more", _ => "other" });
    }

    private static void Tally(Utf8JsonWriter w, QuestionFigures q, Tally tally, SurveyWish wish, bool intervals)
    {
        w.WriteNumber("base", tally.Base);
        w.WriteNumber("valid", tally.Valid);
        w.WriteNumber("missing", tally.Missing);
        w.WriteBoolean("suppressed", tally.Suppressed);
        w.Objects("distribution", q.Points.Zip(tally.Points), p =>
        {
            w.WriteString("point", p.First);
            w.Count("n", Shown(p.Second));
            Number(w, "share", Fraction(p.Second, wish.LeastBase));
            w.WriteBoolean("suppressed", p.Second.Suppressed);
        });
        if (tally.Positive is { } positive)
        {
            w.WriteStartObject("positive");
            w.Count("n", Shown(positive));
            Number(w, "share", Fraction(positive, wish.LeastBase));
            w.WriteBoolean("suppressed", positive.Suppressed);
            if (intervals && Fraction(positive, wish.LeastBase) is not null)
            {
                var interval = WilsonInterval.Of(positive.Persons, positive.Of, IntervalLevel.NinetyFive);
                w.WriteStartObject("interval");
                Number(w, "lower", interval.Lower);
                Number(w, "upper", interval.Upper);
                w.WriteEndObject();
            }

            w.WriteEndObject();
        }

        if (q.Question.Kind == QuestionKind.Number)
        {
            var numbers = NumberSummary.Of(tally.Numbers, wish.Threshold);
            Number(w, "median", (double?)numbers?.Median);
            Number(w, "lowerQuartile", (double?)numbers?.Lower);
            Number(w, "upperQuartile", (double?)numbers?.Upper);
        }
    }

    private static void Change(Utf8JsonWriter w, WaveChange change, SurveyWish wish)
    {
        if (change is not { From: { } from, To: { } to } || change.Why is NoChange.OtherScale or NoChange.OtherPositive or NoChange.NewGroup or NoChange.NewQuestion)
        {
            w.WriteNull("change");
        }
        else
        {
            w.WriteStartObject("change");
            Number(w, "from", Fraction(from, wish.LeastBase));
            Number(w, "to", Fraction(to, wish.LeastBase));
            Number(w, "points", change.Why == NoChange.None ? Ratio.Points(new Ratio(from.Persons, from.Of), new Ratio(to.Persons, to.Of)) : null);
            w.Text("fromWave", change.FromWave);
            w.Count("fromN", Shown(from));
            w.Count("fromOf", from.Suppressed ? null : from.Of);
            w.Count("toN", Shown(to));
            w.Count("toOf", to.Suppressed ? null : to.Of);
            w.WriteEndObject();
        }

        w.Text("noChange", change.Why switch
        {
            NoChange.None => null,
            NoChange.FirstWave => "firstWave",
            NoChange.NewQuestion => "newQuestion",
            NoChange.NewGroup => "newGroup",
            NoChange.OtherScale => "otherScale",
            NoChange.OtherPositive => "otherPositive",
            NoChange.NoPositive => "noPositive",
            NoChange.Hidden => "suppressed",
            _ => "smallBase",
        });
    }

    private static int? Shown(Share? share) => share is { Suppressed: false } known ? known.Persons : null;

    private static double? Fraction(Share? share, int least) => share is { Suppressed: false, Of: > 0 } known && known.Of >= least ? new Ratio(known.Persons, known.Of).Value : null;

    /// <summary>A number as it is: these are to be recomputed, so nothing is rounded.</summary>
    private static void Number(Utf8JsonWriter w, string name, double? value)
    {
        if (value is { } known)
        {
            w.WriteNumber(name, known);
        }
        else
        {
            w.WriteNull(name);
        }
    }
}
