using FsCheck.Fluent;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Figures.Surveys;

public class SurveyDisclosureTests
{
    private const int Runs = 60;

    /// <summary>
    /// No hidden number is known to within 1, from all tables by both attributes and beside both themes. One may be only if it
    /// is of a group of one person, and then everything of that group is hidden; or where it would be though every number of
    /// its table were (all but one are of one group), and then every number of that table is. An option of a multiple
    /// question is a table by itself.
    /// </summary>
    [Fact]
    public void Nobody_can_pin_down_a_hidden_number_of_a_random_survey()
    {
        var (hidden, told) = (0, 0);
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
        {
            var survey = RandomSurvey.Of(new Random(seed));
            var results = RandomSurvey.Attributes.Select(survey.Figures).ToList();
            IReadOnlyList<IReadOnlyList<QuestionFigures>> questions = [.. results[0].Questions.Select((_, i) => results.Select(r => r.Questions[i]).ToList())];
            foreach (var q in questions)
            {
                Assert.Equal(Text(q[0].All), Text(q[1].All));
            }

            var joint = JointDisplays.Of(survey.Wave, results[0].Questions, survey.Wrote, survey.Themes, survey.Threshold);
            SurveyAttacker Read(string? open) => new(questions, joint, survey.Wrote.Count, survey.Threshold, open);
            var attacker = Read(null);
            var known = attacker.Told();
            foreach (var (table, name) in known)
            {
                // Giving up in the first search makes it stricter, in this one it would not.
                var open = Read(table);
                Assert.True(attacker.IsWhollyHidden(table) && open.Told().Contains((table, name)) && !open.GaveUp, $"{seed}: {table} {name}\n{Text(survey, questions, joint)}");
            }

            (hidden, told) = (hidden + attacker.Hidden, told + known.Count);
        }).Holds(Runs);
        Assert.True(hidden > Runs * 5 && told * 5 < hidden, $"{told} of {hidden} known");
    }

    [Fact]
    public void No_shown_number_of_persons_is_below_the_threshold_and_no_few_are_left_over()
    {
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
        {
            var survey = RandomSurvey.Of(new Random(seed), mostPersons: 60);
            foreach (var q in RandomSurvey.Attributes.SelectMany(by => survey.Figures(by).Questions))
            {
                bool IsFew(int n) => n > 0 && n < survey.Threshold;
                bool IsTold(Share all) => !all.Suppressed && (all.Persons == 0 || all.Persons == all.Of);
                foreach (var g in q.Groups.Append(q.All))
                {
                    Assert.All(g.Points.Zip(q.All.Points), p => Assert.True(p.First.Suppressed || !IsFew(p.First.Persons) || IsTold(p.Second), $"{seed}"));
                    Assert.True(g.Positive is not { Suppressed: false } sum || q.Positive.Count == q.Points.Count || IsTold(q.All.Positive!.Value) || (!IsFew(sum.Persons) && !IsFew(sum.Of - sum.Persons)), $"{seed} {survey.Threshold}: {Text(g)} of {Text(q.All)}");
                }

                Assert.All(q.All.MissingPoints, m => Assert.True(m.Suppressed || !IsFew(m.Persons) || q.MissingPoints.Count == 1));
            }
        }).Holds(Runs);
    }

    [Fact]
    public void A_small_number_is_hidden_with_what_would_tell_it_and_the_positive_share_stays()
    {
        var question = Answers.Closed with { Scale = ["aldrig", "sällan", "ibland", "ofta", "alltid"], Positive = ["ofta", "alltid"] };
        var figures = Answers.Figures(new SurveyWish(), Answers.Wave(null, question, ("", "aldrig", 2), ("", "ibland", 9), ("", "ofta", 10), ("", "alltid", 19), ("", null, 1))).Questions[0];
        Assert.Equal([true, false, true, false, false], figures.All.Points.Select(p => p.Suppressed));
        Assert.False(figures.All.Positive!.Value.Suppressed);
        Assert.Equal((29, 40), (figures.All.Positive.Value.Persons, figures.All.Positive.Value.Of));
    }

    [Fact]
    public void A_positive_share_that_leaves_few_over_is_hidden_with_them()
    {
        var few = Answers.Figures(new SurveyWish(), Answers.Wave(null, Answers.Closed, ("", "delvis", 2), ("", "ja", 38))).Questions[0];
        Assert.True(few.All.Positive!.Value.Suppressed);
        Assert.Equal([false, true, true], few.All.Points.Select(p => p.Suppressed));
        var enough = Answers.Figures(new SurveyWish(), Answers.Wave(null, Answers.Closed, ("", "nej", 2), ("", "delvis", 3), ("", "ja", 35))).Questions[0];
        Assert.False(enough.All.Positive!.Value.Suppressed);
        Assert.Equal([true, true, false], enough.All.Points.Select(p => p.Suppressed));
    }

    [Fact]
    public void What_few_missing_answered_is_hidden_and_how_many_they_are_is_a_base()
    {
        var q = Answers.Figures(new SurveyWish(), Answers.Wave(null, Answers.Closed, ("", "nej", 10), ("", "ja", 30), ("", "vet ej", 2))).Questions[0];
        Assert.Equal((42, 40, 2), (q.All.Base, q.All.Valid, q.All.Missing));
        Assert.Equal(["vet ej", ""], q.MissingPoints);
        Assert.All(q.All.MissingPoints, m => Assert.True(m.Suppressed));
    }

    [Fact]
    public void A_group_smaller_than_the_threshold_shows_its_bases_and_nothing_more()
    {
        var figures = Answers.Figures(new SurveyWish { By = "grupp" }, Answers.Wave(null, Answers.Closed, ("deltagare", "ja", 12), ("deltagare", "nej", 9), ("styrgrupp", "ja", 3))).Questions[0];
        var small = figures.Groups[1];
        Assert.Equal(("styrgrupp", 3, 3, true), (small.Group, small.Base, small.Valid, small.TooFew));
        Assert.All(small.Points.Where((_, i) => i != 1), p => Assert.True(p.Suppressed));
        Assert.True(figures.Groups[0].Points[2].Suppressed);
    }

    [Fact]
    public void What_few_wrote_outside_the_scale_is_one_point()
    {
        var question = Answers.Closed with { Kind = QuestionKind.Multiple, Scale = [], Positive = [] };
        var wave = Answers.Wave(null, question, ("", "coach|kurs", 12), ("", "coach", 9), ("", "kurs|praktik", 3), ("", "Annat: kaffet|coach", 1));
        var outside = Answers.Figures(new SurveyWish(), wave).Questions[0];
        Assert.Equal(["coach", "kurs", "annat (egna ord)"], outside.Points);
        Assert.Equal([false, false, true], outside.All.Points.Select(p => p.Suppressed));
        Assert.Equal([22, 15], outside.All.Points.Take(2).Select(p => p.Persons));
        var inside = Answers.Figures(new SurveyWish { Threshold = 0 }, wave).Questions[0];
        Assert.Contains("Annat: kaffet", inside.Points);
    }

    [Fact]
    public void An_option_is_not_told_by_how_many_answered()
    {
        var question = Answers.Closed with { Kind = QuestionKind.Multiple, Scale = ["a", "b"], Positive = [] };
        var figures = Answers.Figures(new SurveyWish(), Answers.Wave(null, question, ("", "a", 36), ("", "b", 4))).Questions[0];
        Assert.All(figures.All.Points, p => Assert.True(p.Suppressed));
    }

    [Fact]
    public void A_goal_is_told_only_where_the_points_tell_it()
    {
        var goal = new GoalDraft("minst delvis", "F1", ["delvis", "ja"], 0.9);
        var wave = Answers.Wave(null, Answers.Closed, ("", "nej", 2), ("", "delvis", 10), ("", "ja", 30)) with { Goals = [goal, new GoalDraft("ja", "F1", ["ja"], 0.6)] };
        var goals = Answers.Figures(new SurveyWish(), wave).Goals;
        Assert.True(goals[0].Outcome!.Value.Suppressed);
        Assert.Null(goals[0].IsMet);
        Assert.Equal(30, goals[1].Outcome!.Value.Persons);
        Assert.True(goals[1].IsMet);
        Assert.True(Answers.Figures(new SurveyWish { Threshold = 0 }, wave).Goals[0].IsMet);
    }

    [Fact]
    public void A_goal_of_several_options_is_not_told_where_few_chose_none_of_them()
    {
        var question = Answers.Closed with { Kind = QuestionKind.Multiple, Scale = ["a", "b", "c"], Positive = [] };
        WaveMaterial Wave(int neither) => Answers.Wave(null, question, ("", "a|c", 12), ("", "b|c", 12), ("", "c", neither)) with { Goals = [new GoalDraft("a eller b", "F1", ["a", "b"], 0.5)] };
        Assert.True(Answers.Figures(new SurveyWish(), Wave(3)).Goals[0].Outcome!.Value.Suppressed);
        Assert.False(Answers.Figures(new SurveyWish(), Wave(8)).Goals[0].Outcome!.Value.Suppressed);
    }

    [Fact]
    public void A_few_who_wrote_are_not_told_by_subtraction()
    {
        var wave = Answers.Wave(null, Answers.Closed, ("", "nej", 8), ("", "ja", 30));
        HashSet<string> wrote = [.. wave.Persons.Take(3).Select(p => p.Name), .. wave.Persons.Skip(8).Take(16).Select(p => p.Name)];
        var shown = JointDisplays.Of(wave, Answers.Figures(new SurveyWish(), wave).Questions, wrote, [("tid", wave.Persons.Skip(8).Take(9).Select(p => p.Name).ToHashSet())], 5).Single();
        Assert.Equal((9, 19), (shown.All.Persons, shown.All.Of));
        Assert.All(shown.Rows, r => Assert.True(r.HidesBase && r.With.Suppressed));
    }

    [Fact]
    public void The_numbers_of_all_are_the_same_whatever_stands_beside()
    {
        var wave = Answers.Wave(null, Answers.Closed, ("a", "nej", 6), ("a", "ja", 1), ("b", "ja", 20), ("b", "nej", 9));
        var (alone, grouped) = (Answers.Figures(new SurveyWish(), wave).Questions[0], Answers.Figures(new SurveyWish { By = "grupp" }, wave).Questions[0]);
        Assert.Equal(Text(alone.All), Text(grouped.All));
        Assert.False(grouped.All.Suppressed);
        Assert.True(grouped.Groups[0].Points[2].Suppressed && grouped.Groups[1].Points[2].Suppressed);
    }

    private static string Text(Tally g) =>
        $"{g.Group} {g.Base}/{g.Valid} +{g.Positive?.Persons}{(g.Positive is { Suppressed: true } ? "*" : "")}: {string.Join(" ", g.Points.Select(p => p.Persons + (p.Suppressed ? "*" : "")))} ? {string.Join(" ", g.MissingPoints.Select(p => p.Persons + (p.Suppressed ? "*" : "")))}";

    private static string Text(RandomSurvey survey, IReadOnlyList<IReadOnlyList<QuestionFigures>> questions, IReadOnlyList<JointDisplay> joint) =>
        $"threshold {survey.Threshold}, {survey.Wrote.Count} wrote\n"
        + string.Join('\n', questions.SelectMany(q => q.Select(by => $"{by.Question.Id} {by.Question.Kind} {string.Join('|', by.Points)} [{string.Join('|', by.Positive)}]\n  " + string.Join("\n  ", by.Groups.Append(by.All).Select(Text)))))
        + string.Join("", joint.Select(j => $"\n{j.Question.Id} {j.Theme} {j.All}\n  " + string.Join("\n  ", j.Rows)));
}
