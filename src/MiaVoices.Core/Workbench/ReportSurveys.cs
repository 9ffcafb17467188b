using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>What a theme report takes from the surveys of the project: goals, and the questions that themes stand beside.</summary>
internal static class ReportSurveys
{
    /// <summary>More questions than this make the report long and hide ever more of it.</summary>
    private const int MostQuestions = 4;

    /// <summary>The latest wave of each survey that has goals, or free texts about closed questions; no figures but those of all.</summary>
    public static IReadOnlyList<(SurveyMaterial Material, SurveyResult Figures)> Read(IProjectStore store, int threshold)
    {
        var wanted = store.Goals().Select(g => g.Source).Concat(store.Questions().Where(q => q.Question.About is not null).Select(q => q.Source)).ToHashSet();
        return
        [
            .. store.Sources().Where(s => s.Kind == SourceKind.Survey && wanted.Contains(s.Id)).Select(SurveyReading.NameOf).Distinct(StringComparer.Ordinal).Select(name =>
            {
                var material = SurveyReading.Read(store, name, []);
                material = material with { Waves = [material.Waves[^1]] };
                return (material, SurveyFigures.Of(material, new SurveyWish { Threshold = threshold }));
            }),
        ];
    }

    /// <summary>The goals with their outcome, as the reports on the surveys tell them.</summary>
    public static IReadOnlyList<(string Survey, GoalFigure Goal)> Goals(IReadOnlyList<(SurveyMaterial Material, SurveyResult Figures)> surveys) =>
        [.. surveys.SelectMany(s => s.Figures.Goals.Select(g => (s.Material.Name, g)))];

    /// <summary>
    /// Themes beside the closed questions that free texts are about: how many of those who answered so, and of those who
    /// answered otherwise, have raised a theme. A question whose bases may not be told is left out. The tables are hidden as
    /// one with the overview and the comparisons; a question that would cost those a number is left out too.
    /// </summary>
    /// <returns>The summary and the comparisons as one with the questions, and the questions.</returns>
    public static (ProjectSummary Summary, IReadOnlyList<ThemeComparison> Comparisons, IReadOnlyList<ThemeQuestion> Questions) Beside(
        IProjectStore store, ProjectSummary summary, IReadOnlyList<ThemeComparison> comparisons, IReadOnlyList<(SurveyMaterial Material, SurveyResult Figures)> surveys, int threshold)
    {
        var asked = surveys.SelectMany(s => Sides(s, summary.Persons, threshold)).Take(MostQuestions).ToList();
        if (asked.Count == 0)
        {
            return (summary, comparisons, []);
        }

        var coded = store.CodedCases().Select(c => (c.Code, c.Case)).ToList();
        ThemeFigures Counted(Func<CountedCase, string> by) => new(summary.Tree, [.. summary.Persons.Select(p => new Person(p.Key, by(p)))], coded, store.Project.PercentFrom);
        var overview = Counted(p => p.Attributes.GetValueOrDefault(SummaryScope.Group, ""));
        var groupings = ReportComparisons.Groupings(store, summary.Persons).ToDictionary(g => g.Name, g => g.Values);
        var beside = comparisons.Select(c => Counted(p => groupings[c.Attribute][p.Key])).ToList();
        var questions = asked.Select(a => (Asked: a, Figures: Counted(p => a.SideOf(p.Name)))).ToList();
        foreach (var some in questions.Count == 1 ? [questions] : new[] { questions }.Concat(questions.Select(q => new[] { q }.ToList())))
        {
            var tables = ThemeFigures.Suppressed([overview, .. beside, .. some.Select(q => q.Figures)], threshold);
            if (HidesNoMore(tables[0], summary.Figures.Themes.Select(t => t.ByGroup.Append(t.All)))
                && comparisons.Zip(tables.Skip(1)).All(c => HidesNoMore(c.Second, c.Second.Themes.Select(t => c.First.Rows[t.Code]), withAll: false)))
            {
                return (
                    summary with { Figures = tables[0], Themes = [.. summary.Themes.Zip(tables[0].Themes, (t, count) => t with { Count = count })] },
                    [.. comparisons.Zip(tables.Skip(1), (c, figures) => c with { Rows = figures.Themes.ToDictionary(t => t.Code, t => t.ByGroup) })],
                    [.. some.Zip(tables.Skip(1 + comparisons.Count), (q, figures) => Shown(q.Asked, figures))]);
            }
        }

        return (summary, comparisons, []);
    }

    private static bool HidesNoMore(ThemeFigures joint, IEnumerable<IEnumerable<Share>> before, bool withAll = true) =>
        joint.Themes.Zip(before).All(t => (withAll ? t.First.ByGroup.Append(t.First.All) : t.First.ByGroup).Zip(t.Second).All(s => !s.First.Suppressed || s.Second.Suppressed));

    /// <summary>The questions that free texts are about, as far as their bases may be told.</summary>
    private static IEnumerable<AskedQuestion> Sides((SurveyMaterial Material, SurveyResult Figures) survey, IReadOnlyList<CountedCase> persons, int threshold)
    {
        var (wave, counted) = (survey.Material.Waves[^1], persons.Select(p => p.Name).ToHashSet(StringComparer.Ordinal));
        var about = wave.Questions.Select(q => q.About).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var figures in survey.Figures.Questions.Where(q => q.Question.Kind == QuestionKind.Closed && about.Contains(q.Question.Id)))
        {
            if (QuestionSides.Of(wave, figures, counted, threshold) is { } sides)
            {
                yield return new AskedQuestion(survey.Material.Name, wave.Wave, sides);
            }
        }
    }

    private static ThemeQuestion Shown(AskedQuestion asked, ThemeFigures figures)
    {
        var (high, low) = (figures.Groups.ToList().IndexOf(AskedQuestion.High), figures.Groups.ToList().IndexOf(AskedQuestion.Low));
        return new ThemeQuestion(
            asked.Survey,
            asked.Wave,
            asked.Sides.Figures.Question,
            asked.Sides.Figures.Positive,
            asked.Sides.Figures.All.Positive!.Value,
            figures.GroupSizes[high],
            figures.GroupSizes[low],
            figures.Themes.ToDictionary(t => t.Code, t => (t.ByGroup[high], t.ByGroup[low])));
    }

    private sealed record AskedQuestion(string Survey, string? Wave, QuestionSides Sides)
    {
        public const string High = "+";
        public const string Low = "-";

        /// <summary>The side of a person; empty for one who did not answer.</summary>
        public string SideOf(string person) => Sides.High.Contains(person) ? High : Sides.Low.Contains(person) ? Low : "";
    }
}
