using MiaVoices.Core.Figures.Disclosure;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Figures.Surveys;

/// <summary>The numbers of a group of persons, or of all, at one question, as cells of a disclosure model.</summary>
/// <param name="Points">A cell a point.</param>
/// <param name="Positive">The cell of the positive points together; null where that is no number of its own: none, or all of the points.</param>
internal sealed record QuestionCells(IReadOnlyList<int> Points, int? Positive)
{
    /// <summary>
    /// Adds them. The points of a closed question add up to how many answered, the positive points to their sum, and those
    /// who answered otherwise are guarded where they are few. Of a multiple question everybody who answered chose something.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="question">The question.</param>
    /// <param name="key">Tells the group from others in the model.</param>
    /// <param name="tally">The numbers.</param>
    /// <param name="cell">Makes a cell of key, number and point (−1 for the positive together).</param>
    /// <param name="withPositive">Whether the positive sum is wanted.</param>
    public static QuestionCells Add(
        DisclosureModel model, QuestionFigures question, string key, Tally tally, Func<string, Share, int, int> cell, bool withPositive = true)
    {
        int[] points = [.. tally.Points.Select((p, i) => cell($"{key} {i}", p, i))];
        if (points.Length == 0)
        {
            return new QuestionCells(points, null);
        }

        var answered = model.Known($"{key} answered", tally.Valid);
        if (question.Question.Kind == QuestionKind.Multiple)
        {
            model.AtMostSum(answered, points);
            return new QuestionCells(points, null);
        }

        model.Sum(answered, points);
        if (!withPositive || !HasSum(question))
        {
            return new QuestionCells(points, null);
        }

        var isPositive = question.Points.Select(p => question.Positive.Contains(p)).ToList();
        int[] good = [.. points.Where((_, i) => isPositive[i])];
        var sum = good[0];
        if (good.Length > 1)
        {
            sum = cell($"{key} positive", tally.Positive!.Value, -1);
            model.Sum(sum, good);
        }

        // One other point is its own number.
        if (points.Length - good.Length > 1)
        {
            var others = model.WorkedOut($"{key} others", tally.Valid - tally.Positive!.Value.Persons, tally.Valid);
            model.Sum(answered, sum, others);
            model.Sum(others, [.. points.Where((_, i) => !isPositive[i])]);
        }

        return new QuestionCells(points, sum);
    }

    /// <summary>Whether the positive sum is a number of its own: not all of the points, nor none.</summary>
    public static bool HasSum(QuestionFigures question) => question.Positive.Count > 0 && question.Positive.Count < question.Points.Count;

    /// <summary>How many at least gave an answer outside the scale, since it is listed at all.</summary>
    public static int Least(QuestionFigures question, int point, int threshold)
    {
        var isOutside = point >= question.Points.Count - question.Unscaled;
        return !isOutside ? 0 : question.HasOwnWords && point == question.Points.Count - 1 ? 1 : threshold;
    }

    /// <summary>The tally with what is hidden marked.</summary>
    public Tally Shown(Tally tally, DisclosurePlan plan) => tally with
    {
        Points = [.. tally.Points.Select((p, i) => p with { Suppressed = plan.IsHidden(Points[i]) })],
        Positive = tally.Positive is { } sum ? sum with { Suppressed = Positive is { } cell && plan.IsHidden(cell) } : null,
    };
}
