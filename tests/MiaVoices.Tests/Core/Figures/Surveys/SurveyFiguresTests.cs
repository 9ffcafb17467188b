using System.Numerics;
using FsCheck.Fluent;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Figures.Surveys;

public class SurveyFiguresTests
{
    private static readonly SurveyWish Open = new() { Threshold = 0, By = "grupp" };

    [Fact]
    public void Rounding_is_that_of_exact_fractions_with_halves_away_from_zero()
    {
        var shares = from n in Gen.Choose(1, 5_000) from k in Gen.Choose(0, n) select new Ratio(k, n);
        Prop.ForAll((from a in shares from b in shares from d in Gen.Choose(0, 3) select (a, b, d)).ToArbitrary(), t =>
        {
            var power = BigInteger.Pow(10, t.d);
            var change = ((BigInteger)t.b.Part * t.a.Whole) - ((BigInteger)t.a.Part * t.b.Whole);
            return Rounds(t.a.Percent(t.d), (BigInteger)t.a.Part * 100 * power, t.a.Whole)
                && Rounds(Ratio.Points(t.a, t.b, t.d), change * 100 * power, (BigInteger)t.a.Whole * t.b.Whole);
        }).Holds(2_000);
        Assert.Equal([13, -13], new[] { new Ratio(1, 8).Percent(0), Ratio.Points(new Ratio(1, 8), new Ratio(0, 8), 0) });
        Assert.Equal(278, new Ratio(42, 151).Percent(1));
        Assert.Equal(210, new Ratio(42, 200).Percent(1));
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing()
    {
        var answers = Gen.Elements("nej", "delvis", "ja", "vet ej", "annat", "").ListOf(30);
        Prop.ForAll(answers.ToArbitrary(), points =>
        {
            var wave = Answers.Wave("2025", Answers.Closed, [.. points.Select((p, i) => (i % 3 == 0 ? "b" : "a", p.Length == 0 ? null : p, 1))]);
            var turned = wave with { Persons = [.. wave.Persons.Reverse()] };
            return Text(Answers.Figures(new SurveyWish { By = "grupp" }, wave)) == Text(Answers.Figures(new SurveyWish { By = "grupp" }, turned));
        }).Holds(50);
    }

    [Fact]
    public void Points_outside_the_scale_come_last_and_missing_ones_are_named()
    {
        var q = Answers.Figures(Open, Answers.Wave(null, Answers.Closed, ("a", "ja", 3), ("a", "kanske", 2), ("b", "vet ej", 4), ("b", null, 1))).Questions[0];
        Assert.Equal(["nej", "delvis", "ja", "kanske"], q.Points);
        Assert.Equal(1, q.OutsideScale);
        Assert.Equal((10, 5, 5), (q.All.Base, q.All.Valid, q.All.Missing));
        Assert.Equal(["vet ej", ""], q.MissingPoints);
        Assert.Equal([4, 1], q.All.MissingPoints.Select(m => m.Persons));
        Assert.Equal([(5, 5), (5, 0)], q.Groups.Select(g => (g.Base, g.Valid)));
    }

    [Fact]
    public void A_new_group_and_a_new_question_have_no_earlier_measure_and_no_nought()
    {
        var first = Answers.Wave("2024", Answers.Closed, ("a", "ja", 20), ("a", "nej", 10));
        var later = Answers.Wave("2025", Answers.Closed, ("a", "ja", 24), ("a", "nej", 6), ("b", "ja", 25));
        var q = Answers.Figures(Open, first, later).Questions[1];
        Assert.Equal([NoChange.None, NoChange.NewGroup], q.GroupChanges.Select(c => c.Why));
        Assert.Null(q.GroupChanges[1].From);
        var other = Answers.Closed with { Id = "F2", Text = "Något helt annat om kaffe?" };
        var asked = Answers.Figures(Open, first, Answers.Wave("2025", other, ("a", "ja", 20)));
        Assert.True(asked.Questions[1].IsNew);
        Assert.Equal(NoChange.NewQuestion, asked.Questions[1].Change.Why);
        Assert.Equal("F1", asked.Gone.Single().Question.Id);
    }

    [Fact]
    public void Other_points_or_other_positive_points_are_not_compared()
    {
        var first = Answers.Wave("2024", Answers.Closed, ("", "ja", 30));
        var scale = Answers.Closed with { Scale = ["1", "2", "3"], Positive = ["3"] };
        Assert.Equal(NoChange.OtherScale, Answers.Figures(Open, first, Answers.Wave("2025", scale, ("", "3", 30))).Questions[1].Change.Why);
        var positive = Answers.Closed with { Positive = ["delvis", "ja"] };
        Assert.Equal(NoChange.OtherPositive, Answers.Figures(Open, first, Answers.Wave("2025", positive, ("", "ja", 30))).Questions[1].Change.Why);
    }

    [Fact]
    public void A_number_question_has_median_and_quartiles_where_enough_answered()
    {
        var question = Answers.Closed with { Kind = QuestionKind.Number, Scale = [], Positive = [], Missing = [] };
        (string, string?, int)[] ages = [.. Enumerable.Range(1, 20).Select(i => ("", (string?)FormattableString.Invariant($"{i}.5"), 1))];
        var numbers = Answers.Figures(Open, Answers.Wave(null, question, ages)).Questions[0].All.Numbers;
        Assert.Equal(new NumberSummary(11m, 6m, 16m), NumberSummary.Of(numbers, 5));
        Assert.Null(NumberSummary.Of([.. numbers.Take(19)], 5)!.Lower);
        Assert.Null(NumberSummary.Of([.. numbers.Take(9)], 5));
        Assert.Equal(new NumberSummary(3m, 2m, 4m), NumberSummary.Of([1, 2, 3, 4, 5], 0));
    }

    [Fact]
    public void Hostile_names_are_names()
    {
        string[] points = ["a|b", "c\u0001\nd", new string('x', 5_000), "🧑‍🤝‍🧑", "a\u030A", ""];
        var question = Answers.Closed with { Scale = points[..4], Positive = ["a|b"], Missing = [] };
        var wave = Answers.Wave("2025", question, [.. points[1..5].Select((p, i) => (p, (string?)p, i + 5))]);
        var q = Answers.Figures(new SurveyWish { By = "grupp" }, wave).Questions[0];
        Assert.Equal(26, q.All.Valid);
        Assert.Equal(4, q.Groups.Count);
    }

    [Theory]
    [InlineData(0.6, 3, 5, true)]
    [InlineData(0.6, 59, 100, false)]
    [InlineData(0.1, 1, 10, true)]
    [InlineData(0.333, 1, 3, true)]
    public void A_target_is_met_exactly(double target, int k, int n, bool met) => Assert.Equal(met, new Ratio(k, n).Reaches(target));

    private static bool Rounds(long rounded, BigInteger part, BigInteger whole)
    {
        var twice = (BigInteger.Abs(part) * 2) - (BigInteger.Abs(rounded) * whole * 2);
        return twice >= -whole && twice < whole && (rounded == 0 || BigInteger.Abs(rounded) * part == rounded * BigInteger.Abs(part));
    }

    private static string Text(SurveyResult r) => string.Join('\n', r.Questions.SelectMany(q => q.Groups.Append(q.All)).Select(g =>
        $"{g.Group} {g.Base} {g.Valid} {g.TooFew} {g.Positive} {string.Join(' ', g.Points)} {string.Join(' ', g.MissingPoints)}"));
}
