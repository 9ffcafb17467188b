using FsCheck.Fluent;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Figures.Surveys;

/// <summary>Themes beside the questions of a survey, as a theme report sets them.</summary>
public class QuestionSidesTests
{
    private const int Runs = 60;

    /// <summary>
    /// A reader of the report has the overview by group, the tables beside all questions that have sides, and the bases. No hidden number
    /// is known to within 1 but what would be though all were hidden; no base is small, and few are left over of none.
    /// </summary>
    [Fact]
    public void Nobody_can_pin_down_a_hidden_number_beside_the_questions_of_a_random_survey()
    {
        var (hidden, told, asked, left) = (0, 0, 0, 0);
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
        {
            var random = new Random(seed);
            var survey = RandomSurvey.Of(random, mostPersons: 100);
            var figures = survey.Figures(RandomSurvey.Attributes[0]);
            var joint = JointDisplays.Of(survey.Wave, figures.Questions, survey.Wrote, survey.Themes, survey.Threshold);
            var sides = figures.Questions.Where(q => q.Question.Kind == MiaVoices.Core.Sources.QuestionKind.Closed).Select(q => QuestionSides.Of(survey.Wave, q, survey.Wrote, survey.Threshold)).ToList();
            foreach (var side in sides.OfType<QuestionSides>())
            {
                var positive = side.Figures.All.Positive!.Value;
                foreach (var (answered, counted) in new[] { (positive.Persons, side.High.Count), (positive.Of - positive.Persons, side.Low.Count) })
                {
                    Assert.True(counted >= survey.Threshold && (answered == counted || answered - counted >= survey.Threshold), $"{seed}: {counted} of {answered}");
                }

                // The survey's own report, which tells of the same persons, hides none of these bases.
                Assert.All(joint.Where(j => j.Question.Id == side.Figures.Question.Id), j => Assert.True(j.Rows.All(r => !r.HidesBase), $"{seed}"));
            }

            var (tree, tables) = Tables(random, survey, [.. sides.OfType<QuestionSides>()]);
            var shown = ThemeFigures.Suppressed(tables, survey.Threshold);
            var attacker = new ThemeTablesAttacker(shown, tree, survey.Threshold);
            var known = attacker.Told();
            if (known.Count > 0)
            {
                // Giving up in the first search makes it stricter, in this one it would not.
                var open = new ThemeTablesAttacker(shown, tree, survey.Threshold, opens: true);
                Assert.True(known.All(open.Told().Contains) && !open.GaveUp, $"{seed}: {string.Join(", ", known)}\n{Text(tree, shown, survey.Threshold)}");
            }

            (hidden, told, asked, left) = (hidden + attacker.Hidden, told + known.Count, asked + sides.OfType<QuestionSides>().Count(), left + sides.Count(s => s is null));
        }).Holds(Runs);
        Assert.True(asked * 5 > Runs && left > 0, $"{asked} questions, {left} left out");
        Assert.True(hidden > Runs * 2 && told * 5 < hidden, $"{told} of {hidden} known");
    }

    [Theory]
    [InlineData(20, 12, 20, 12, true)] // all who answered have words of their own
    [InlineData(20, 12, 12, 5, true)]
    [InlineData(20, 12, 4, 12, false)] // few positive among them
    [InlineData(20, 12, 20, 4, false)] // few others
    [InlineData(20, 12, 17, 12, false)] // three positive are left over
    [InlineData(20, 12, 20, 10, false)] // two others are
    [InlineData(20, 12, 0, 12, false)]
    [InlineData(20, 3, 20, 3, false)] // the question's own table hides it
    public void A_question_has_sides_only_where_no_base_is_small_and_few_are_left_over_of_none(int positive, int others, int highWithWords, int lowWithWords, bool has)
    {
        var wave = Answers.Wave(null, Answers.Closed, ("", "ja", positive), ("", "nej", others), ("", "vet ej", 7));
        var persons = Enumerable.Range(0, highWithWords).Select(i => $"0-{i}").Concat(Enumerable.Range(0, lowWithWords).Select(i => $"1-{i}")).Append("2-0").Append("någon annan").ToHashSet();
        var sides = QuestionSides.Of(wave, Answers.Figures(new SurveyWish(), wave).Questions[0], persons, 5);
        Assert.Equal(has, sides is not null);
        Assert.True(sides is null || (sides.High.Count, sides.Low.Count) == (highWithWords, lowWithWords));
    }

    [Fact]
    public void With_threshold_nought_a_question_has_sides_where_anybody_is_on_each()
    {
        var wave = Answers.Wave(null, Answers.Closed, ("", "ja", 2), ("", "nej", 1));
        var question = Answers.Figures(new SurveyWish { Threshold = 0 }, wave).Questions[0];
        Assert.Equal(1, QuestionSides.Of(wave, question, new HashSet<string> { "0-0", "1-0" }, 0)?.High.Count);
        Assert.Null(QuestionSides.Of(wave, question, new HashSet<string> { "0-0", "0-1" }, 0));
    }

    /// <summary>The reader above is no fool: what one table hides another tells, were each hidden by itself.</summary>
    [Fact]
    public void Tables_that_are_not_hidden_as_one_tell_what_they_hide()
    {
        var tree = new CodeTree([new Code { Id = new Guid(1, 0, 0, new byte[8]), Name = "tid" }]);
        ThemeFigures By(Func<int, string> by) => new(tree, [.. Enumerable.Range(0, 23).Select(i => new Person(i, by(i)))], Enumerable.Range(0, 23).Select(i => (tree.Codes[0].Id, (long)i)));
        IReadOnlyList<ThemeFigures> tables = [By(i => i < 3 ? "a" : "b"), By(i => i % 2 == 0 ? "+" : "-")];

        Assert.Contains("tid 0 a", new ThemeTablesAttacker([.. tables.Select(t => t.Suppressed(5))], tree, 5).Told());
        Assert.Empty(new ThemeTablesAttacker(ThemeFigures.Suppressed(tables, 5), tree, 5).Told());
    }

    /// <summary>Two themes and a part of the first, by group and beside each question; some persons were interviewed and answered nothing.</summary>
    private static (CodeTree Tree, IReadOnlyList<ThemeFigures> Tables) Tables(Random random, RandomSurvey survey, IReadOnlyList<QuestionSides> sides)
    {
        var ids = Enumerable.Range(1, 3).Select(i => new Guid(i, 0, 0, new byte[8])).ToArray();
        var tree = new CodeTree([new Code { Id = ids[0], Name = survey.Themes[0].Theme }, new Code { Id = ids[1], Name = survey.Themes[1].Theme }, new Code { Id = ids[2], Name = "del", Parent = ids[0] }]);
        var (group, keys, coded) = (new Dictionary<string, string>(), new Dictionary<string, long>(), new List<(Guid, long)>());
        foreach (var person in survey.Wave.Persons.Where(p => survey.Wrote.Contains(p.Name)))
        {
            group[person.Name] = person.Attributes[RandomSurvey.Attributes[0]];
        }

        for (var i = random.Next(0, 10); i > 0; i--)
        {
            group[$"I{i}"] = $"g{random.Next(2)}";
        }

        var often = random.NextDouble();
        foreach (var (name, key) in group.Keys.Select((n, i) => (n, i + 1L)))
        {
            keys[name] = key;
            var has = ids.Take(2).Where((_, t) => name[0] == 'I' ? random.Next(2) == 0 : survey.Themes[t].With.Contains(name)).ToList();
            coded.AddRange(has.Select(code => (code, key)));
            if (has.Contains(ids[0]) && random.NextDouble() < often)
            {
                coded.Add((ids[2], key));
            }
        }

        ThemeFigures By(Func<string, string> by) => new(tree, [.. keys.Select(k => new Person(k.Value, by(k.Key)))], coded);
        return (tree, [By(n => group[n]), .. sides.Select(s => By(n => s.High.Contains(n) ? "+" : s.Low.Contains(n) ? "-" : ""))]);
    }

    private static string Text(CodeTree tree, IReadOnlyList<ThemeFigures> tables, int threshold) => $"threshold {threshold}\n" + string.Join('\n', tables.Select(t =>
        $"{string.Join(' ', t.Groups.Zip(t.GroupSizes))}\n" + string.Join('\n', t.Themes.Select(x => $"  {tree[x.Code].Name}: {string.Join(' ', x.ByGroup.Append(x.All).Select(s => s.Persons + (s.Suppressed ? "*" : "")))}"))));
}
