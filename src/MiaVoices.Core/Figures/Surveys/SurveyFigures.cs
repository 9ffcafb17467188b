using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Figures.Surveys;

/// <summary>Which figures of a survey are wanted.</summary>
public sealed record SurveyWish
{
    /// <summary>The attribute that makes the groups, as it is written on the persons; null for none.</summary>
    public string? By { get; init; }

    /// <summary>Numbers of persons below it are suppressed; 0 shows all.</summary>
    public int Threshold { get; init; } = Suppression.Default;

    /// <summary>The least base that percentages, and changes in percentage points, are shown of.</summary>
    public int LeastBase { get; init; } = Share.LeastBase;

    /// <summary>The point that stands for what fewer than the threshold wrote outside the scale, wherever anything is suppressed.</summary>
    public string OwnWords { get; init; } = "annat (egna ord)";
}

/// <summary>How many answered a wave. Rates are of 1 and not known where their base is not.</summary>
/// <param name="Wave">The wave, or null where none is told.</param>
/// <param name="Population">How many it concerned, if known.</param>
/// <param name="Reached">How many could be reached, if known.</param>
/// <param name="Answered">Rows with an answer to any question.</param>
/// <param name="Rows">Rows of the file: those asked, as far as the file tells.</param>
public sealed record WaveResponse(string? Wave, int? Population, int? Reached, int Answered, int Rows)
{
    /// <summary>Answers of those reached; null also where more answered, so that one of the numbers must be wrong.</summary>
    public Ratio? OfReached => Reached is > 0 and var n && n >= Answered ? new Ratio(Answered, n) : null;

    /// <summary>Answers of the population; null also where more answered.</summary>
    public Ratio? OfPopulation => Population is > 0 and var n && n >= Answered ? new Ratio(Answered, n) : null;

    /// <summary>Those who could not be reached.</summary>
    public int? NotReached => Population >= Reached ? Population - Reached : null;

    /// <summary>Those who were reached and did not answer.</summary>
    public int? Silent => Reached >= Answered ? Reached - Answered : null;

    /// <summary>Whether everyone whom it concerns was asked: what is uncertain is then not chance but who did not answer.</summary>
    public bool AskedEveryone => Population is not null && Reached == Population;
}

/// <summary>A goal and how far it was met.</summary>
/// <param name="Wave">The wave it was measured in.</param>
/// <param name="AsOf">When the figures came in.</param>
/// <param name="Goal">Name, question, points and target.</param>
/// <param name="Question">The question; null where the wave has no such question.</param>
/// <param name="Outcome">Persons at the points, of the valid; null where there is no such question or nobody answered it.</param>
public sealed record GoalFigure(string? Wave, DateTimeOffset AsOf, GoalDraft Goal, QuestionDraft? Question, Share? Outcome)
{
    /// <summary>Whether the target is reached; null where that is not known or may not be told.</summary>
    public bool? IsMet => Outcome is { Suppressed: false, Of: > 0 } share ? new Ratio(share.Persons, share.Of).Reaches(Goal.Target) : null;
}

/// <summary>How many wrote something to a free-text question in a wave.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Question">The question.</param>
/// <param name="Base">Persons in the wave who answered anything.</param>
/// <param name="Wrote">Those of them who wrote something here.</param>
public sealed record TextResponse(string? Wave, QuestionDraft Question, int Base, int Wrote);

/// <summary>A question that a wave asked and a later one did not.</summary>
/// <param name="LastWave">The last wave that asked it.</param>
/// <param name="Question">The question.</param>
public sealed record GoneQuestion(string? LastWave, QuestionDraft Question);

/// <summary>The figures of a survey. Immutable.</summary>
public sealed record SurveyResult
{
    /// <summary>Name of the survey.</summary>
    public required string Survey { get; init; }

    /// <summary>What was asked for.</summary>
    public required SurveyWish Wish { get; init; }

    /// <summary>The response to each wave, the oldest first.</summary>
    public required IReadOnlyList<WaveResponse> Waves { get; init; }

    /// <summary>Each closed, multiple and number question, one entry a wave, the oldest first.</summary>
    public required IReadOnlyList<QuestionFigures> Questions { get; init; }

    /// <summary>The free-text questions.</summary>
    public required IReadOnlyList<TextResponse> Texts { get; init; }

    /// <summary>Questions that the latest wave left out.</summary>
    public required IReadOnlyList<GoneQuestion> Gone { get; init; }

    /// <summary>The goals of all waves.</summary>
    public required IReadOnlyList<GoalFigure> Goals { get; init; }
}

/// <summary>Counts the figures of a survey and hides what may not be shown. Pure; thread-safe.</summary>
public static class SurveyFigures
{
    /// <summary>Counts.</summary>
    /// <param name="survey">The survey; its waves, the oldest first, are compared one with the next.</param>
    /// <param name="wish">What is wanted.</param>
    public static SurveyResult Of(SurveyMaterial survey, SurveyWish wish)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(wish);
        var lines = QuestionHistory.Of([.. survey.Waves.Select(w => new WaveQuestions(w.Wave, w.Questions))]);
        var places = survey.Waves.Index().ToDictionary(w => w.Item.Wave ?? "", w => w.Index, StringComparer.Ordinal);
        WaveMaterial Material(string? wave) => survey.Waves[places[wave ?? ""]];
        var questions = lines.Where(l => l.Asked[^1].Question.Kind != QuestionKind.FreeText).SelectMany(l => Line(l, Material, wish, survey.Waves.Count > 0 ? survey.Waves[0].Wave : null)).ToList();
        var last = survey.Waves.Count > 0 ? survey.Waves[^1].Wave : null;
        return new SurveyResult
        {
            Survey = survey.Name,
            Wish = wish,
            Waves = [.. survey.Waves.Select(Response)],
            Questions = questions,
            Texts = [.. lines.SelectMany(l => l.Asked).Where(a => a.Question.Kind == QuestionKind.FreeText).Select(a => Text(Material(a.Wave), a.Question))],
            Gone = [.. lines.Where(l => l.Asked[^1].Wave != last).Select(l => new GoneQuestion(l.Asked[^1].Wave, l.Asked[^1].Question))],
            Goals = [.. survey.Waves.SelectMany(w => w.Goals.Select(g => Goal(w, g, questions, wish.Threshold)))],
        };
    }

    /// <summary>The positive share then and now, where the two may stand beside each other.</summary>
    internal static NoChange Compare(Share? from, Share? to, int leastBase) =>
        from is null || to is null ? NoChange.NoPositive
        : from.Value.Of == 0 ? NoChange.NewGroup
        : from.Value.Suppressed || to.Value.Suppressed ? NoChange.Hidden
        : from.Value.Of < leastBase || to.Value.Of < leastBase || to.Value.Of == 0 ? NoChange.SmallBase
        : NoChange.None;

    private static WaveResponse Response(WaveMaterial wave) =>
        new(wave.Wave, wave.Population, wave.Reached, wave.Persons.Count(p => p.Answered), wave.Persons.Count);

    private static TextResponse Text(WaveMaterial wave, QuestionDraft question) =>
        new(wave.Wave, question, wave.Persons.Count(p => p.Answered), wave.Persons.Count(p => p.Written.Contains(question.Id)));

    private static IEnumerable<QuestionFigures> Line(QuestionLine line, Func<string?, WaveMaterial> material, SurveyWish wish, string? first)
    {
        QuestionFigures? before = null;
        foreach (var asked in line.Asked)
        {
            var counted = QuestionCount.Of(material(asked.Wave), asked.Question, wish.By, wish.OwnWords, wish.Threshold);
            var shown = QuestionDisclosure.Of(counted, wish.Threshold);
            var figures = shown with { IsNew = asked.IsNew, IsReworded = asked.IsReworded, Scale = asked.Scale };
            yield return figures = Compared(figures, before, wish.LeastBase, asked.Wave == first);
            before = figures;
        }
    }

    private static QuestionFigures Compared(QuestionFigures now, QuestionFigures? before, int leastBase, bool isFirst)
    {
        if (before is null)
        {
            var why = isFirst ? NoChange.FirstWave : NoChange.NewQuestion;
            return now with
            {
                Change = new WaveChange(null, null, now.All.Positive, why),
                GroupChanges = [.. now.Groups.Select(g => new WaveChange(null, null, g.Positive, why))],
            };
        }

        NoChange? other =
            now.Scale == ScaleDifference.Other ? NoChange.OtherScale
            : now.Positive.Count == 0 && before.Positive.Count == 0 ? NoChange.NoPositive
            : !Folded(now.Question.Positive).SetEquals(Folded(before.Question.Positive)) ? NoChange.OtherPositive
            : null;
        WaveChange Change(Share? from, Share? to) => new(before.Wave, from, to, other ?? Compare(from, to, leastBase));
        var groups = before.Groups.ToDictionary(g => g.Group, StringComparer.Ordinal);
        return now with
        {
            Change = Change(before.All.Positive, now.All.Positive),
            GroupChanges =
            [
                .. now.Groups.Select(g => groups.TryGetValue(g.Group, out var then)
                    ? Change(then.Positive, g.Positive)
                    : new WaveChange(before.Wave, null, g.Positive, other ?? NoChange.NewGroup)),
            ],
        };
    }

    private static HashSet<string> Folded(IEnumerable<string> points) => points.Select(QuestionLikeness.Fold).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// A goal repeats a figure of its question: it is told only where the printed points, or their positive sum, tell it
    /// already, so that it tells nothing new. Options of a multiple question do not tell how many chose one of several; that
    /// is told where no option is hidden and neither those in all nor those in none nor those who chose two are few.
    /// </summary>
    private static GoalFigure Goal(WaveMaterial wave, GoalDraft goal, List<QuestionFigures> questions, int threshold)
    {
        var asked = questions.FirstOrDefault(q => q.Wave == wave.Wave && q.Question.Id == goal.Question);
        if (asked is null)
        {
            return new GoalFigure(wave.Wave, wave.Imported, goal, wave.Questions.FirstOrDefault(q => q.Id == goal.Question), null);
        }

        var wanted = goal.Points.ToHashSet(StringComparer.Ordinal);
        var persons = wave.Persons.Where(p => p.Answers.TryGetValue(goal.Question, out var given) && given.Any(p => !asked.Question.Missing.Contains(p))).ToList();
        var hidden = asked.All.Points.Index().Where(p => p.Item.Suppressed).Select(p => asked.Points[p.Index]).ToList();
        var inGoal = hidden.Where(wanted.Contains).ToHashSet(StringComparer.Ordinal);
        var positive = hidden.Where(asked.Positive.Contains).ToHashSet(StringComparer.Ordinal);
        var reached = persons.Count(p => p.Answers[goal.Question].Where(a => !asked.Question.Missing.Contains(a)).Any(wanted.Contains));
        var isTold = !asked.All.TooFew && (asked.Question.Kind == QuestionKind.Closed
            ? inGoal.Count == 0 || inGoal.Count == hidden.Count
                || (asked.All.Positive is { Suppressed: false } && (inGoal.SetEquals(positive) || inGoal.SetEquals(hidden.Except(positive))))
            : inGoal.Count == 0 && (wanted.Count == 1 || (hidden.Count == 0 && !asked.Points.Zip(asked.All.Points).Where(p => wanted.Contains(p.First))
                .Select(p => reached - p.Second.Persons).Append(asked.All.Valid - reached).Append(Twice(asked, wanted, reached)).Any(IsFew))));
        bool IsFew(int persons) => persons > 0 && persons < threshold;
        return new GoalFigure(wave.Wave, wave.Imported, goal, asked.Question, asked.Question.Kind == QuestionKind.Number || asked.All.Valid == 0 ? null : new Share(reached, asked.All.Valid, !isTold));
    }

    /// <summary>How many more choices of the wanted options there are than persons.</summary>
    private static int Twice(QuestionFigures asked, HashSet<string> wanted, int reached) =>
        asked.Points.Zip(asked.All.Points).Where(p => wanted.Contains(p.First)).Sum(p => p.Second.Persons) - reached;
}
