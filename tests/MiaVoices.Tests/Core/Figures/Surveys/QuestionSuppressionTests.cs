using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Figures.Surveys;

public class QuestionSuppressionTests
{
    private const int Least = 4;

    private static readonly SurveyWish ByGroup = new() { By = "grupp", Threshold = Least };

    [Fact]
    public void No_hidden_number_of_a_random_table_can_be_told_to_within_one()
    {
        var tables =
            from groups in Gen.Choose(1, 3)
            from points in Gen.Choose(2, groups == 3 ? 3 : 4)
            from positive in Gen.Choose(0, points)
            from cells in Gen.Frequency((3, Gen.Choose(0, 3)), (1, Gen.Choose(4, 6))).ArrayOf(points * groups)
            from silent in Gen.Choose(0, 2).ArrayOf(groups)
            select (points, groups, positive, cells, silent);
        var (tried, hidden) = (0, 0);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(RandomRuns.Or(60)), Prop.ForAll(tables.ToArbitrary(), t =>
        {
            var shown = Question(t.points, t.groups, t.positive, t.cells, t.silent);
            if (shown.Groups.Any(g => g.Valid == 1))
            {
                // One person leaves every number of theirs, and what the sums leave to the others, at 0 or 1 more.
                return true;
            }

            var attacker = new QuestionAttacker(shown, Least);
            var told = attacker.Told();
            (tried, hidden) = (tried + 1, hidden + (shown.All.Suppressed || shown.Groups.Any(g => g.Suppressed) ? 1 : 0));
            Assert.True(attacker.Possible > 0);
            return told.Count == 0 ? true : throw new InvalidOperationException(string.Join("; ", told) + "\n" + Text(shown));
        }));
        Assert.True(hidden > tried / 3);
    }

    [Fact]
    public void No_shown_number_of_persons_is_below_the_threshold()
    {
        var tables =
            from points in Gen.Choose(2, 6)
            from groups in Gen.Choose(1, 5)
            from cells in Gen.Frequency((3, Gen.Choose(0, 6)), (1, Gen.Choose(0, 30))).ArrayOf(points * groups)
            select (points, groups, cells);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(RandomRuns.Or(60)), Prop.ForAll(tables.ToArbitrary(), t =>
        {
            var shown = Question(t.points, t.groups, 1, t.cells, new int[t.groups], threshold: 5);
            var saysOne = shown.All.Points.Count(p => p.Persons > 0) < 2;
            return shown.Groups.Append(shown.All).All(g => g.Points.Append(g.Positive ?? default).All(p => p.Suppressed || p.Persons is 0 or >= 5 || saysOne));
        }));
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
    public void Where_a_positive_share_leaves_two_persons_over_what_they_answered_is_hidden_with_the_noughts_beside()
    {
        var two = Answers.Figures(new SurveyWish(), Answers.Wave(null, Answers.Closed, ("", "delvis", 2), ("", "ja", 38))).Questions[0];
        Assert.False(two.All.Positive!.Value.Suppressed);
        Assert.Equal([true, true, false], two.All.Points.Select(p => p.Suppressed));
        var one = Answers.Figures(new SurveyWish(), Answers.Wave(null, Answers.Closed, ("", "delvis", 1), ("", "ja", 39))).Questions[0];
        Assert.True(one.All.Positive!.Value.Suppressed);
        Assert.Equal([false, true, true], one.All.Points.Select(p => p.Suppressed));
    }

    [Fact]
    public void A_group_smaller_than_the_threshold_shows_its_base_and_nothing_more()
    {
        var figures = Answers.Figures(new SurveyWish { By = "grupp" }, Answers.Wave(null, Answers.Closed, ("deltagare", "ja", 12), ("deltagare", "nej", 9), ("styrgrupp", "ja", 3))).Questions[0];
        var small = figures.Groups[1];
        Assert.Equal("styrgrupp", small.Group);
        Assert.Equal(3, small.Base);
        Assert.True(small.HidesValid);
        Assert.All(small.Points.Where((_, i) => i != 1), p => Assert.True(p.Suppressed));
        Assert.True(figures.Groups[0].Points[2].Suppressed);
    }

    [Fact]
    public void Options_of_a_multiple_question_are_hidden_one_by_one_and_what_one_person_wrote_is_not_repeated()
    {
        var question = Answers.Closed with { Kind = QuestionKind.Multiple, Scale = [], Positive = [] };
        var wave = Answers.Wave(null, question, ("", "coach|kurs", 12), ("", "coach", 9), ("", "kurs|praktik", 3), ("", "Annat: kaffet|coach", 1));
        var outside = Answers.Figures(new SurveyWish(), wave).Questions[0];
        Assert.Equal(["coach", "kurs", "praktik", "annat (egna ord)"], outside.Points);
        Assert.Equal([false, false, true, true], outside.All.Points.Select(p => p.Suppressed));
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

    private static QuestionFigures Question(int points, int groups, int positive, int[] cells, int[] silent, int threshold = Least)
    {
        string[] names = [.. Enumerable.Range(0, points).Select(p => FormattableString.Invariant($"p{p}"))];
        var question = Answers.Closed with { Scale = names, Positive = [.. names.Take(positive)], Missing = [] };
        var answers = Enumerable.Range(0, groups).SelectMany(g => names.Select((n, p) => (FormattableString.Invariant($"g{g}"), (string?)n, cells[(g * points) + p])).Append((FormattableString.Invariant($"g{g}"), null, silent[g])));
        return Answers.Figures(ByGroup with { Threshold = threshold }, Answers.Wave(null, question, [.. answers])).Questions[0];
    }

    private static string Text(QuestionFigures q) => string.Join("\n", q.Groups.Append(q.All).Select(g =>
        $"{g.Group} {g.Base}/{(g.HidesValid ? "!" : "")}{g.Valid} pos {g.Positive?.Persons}{(g.Positive is { Suppressed: true } ? "*" : "")}: {string.Join(" ", g.Points.Select(p => p.Persons + (p.Suppressed ? "*" : "")))}"));
}
