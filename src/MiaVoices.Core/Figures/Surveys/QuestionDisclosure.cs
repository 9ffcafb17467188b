using MiaVoices.Core.Figures.Disclosure;

namespace MiaVoices.Core.Figures.Surveys;

/// <summary>
/// Which numbers of a question may be shown outside. How many were asked, how many of them answered and so how many did not
/// are bases and always shown; what was answered, what the missing said too, is hidden where it is small. The numbers of all
/// are settled first and by themselves, so that they are the same whatever groups are made and whatever stands beside.
/// Tables by groups (<see cref="GroupDisclosure"/>) and beside themes (<see cref="JointDisclosure"/>) then build on them:
/// where a number of all is hidden, so is the whole of its row, and so such tables tell nothing of each other. Pure;
/// thread-safe.
/// </summary>
internal static class QuestionDisclosure
{
    /// <summary>The figures with what must be hidden marked.</summary>
    /// <param name="counted">As counted.</param>
    /// <param name="threshold">Numbers of persons from 1 up to below it are hidden; 0 hides nothing.</param>
    public static QuestionFigures Of(QuestionFigures counted, int threshold)
    {
        if (threshold <= 0)
        {
            return counted;
        }

        var (names, missing) = Missing(counted, threshold);
        var all = All(counted, threshold) with { MissingPoints = missing };
        return counted with { MissingPoints = names, All = all, Groups = [.. GroupDisclosure.Of(counted, all, threshold).Select(g => g with { MissingPoints = [] })] };
    }

    /// <summary>Everything of it hidden: fewer than the threshold answered.</summary>
    internal static Tally TooFew(Tally tally) => tally with
    {
        TooFew = true,
        Points = [.. tally.Points.Select(p => p with { Suppressed = true })],
        Positive = tally.Positive is { } sum ? sum with { Suppressed = true } : null,
    };

    /// <summary>The plan that withstands guesses, or where that leaves numbers open the one that withstands knowledge, if it leaves fewer.</summary>
    internal static (T Cells, DisclosurePlan Plan) Safest<T>(int threshold, Func<DisclosureModel, T> build)
    {
        var model = new DisclosureModel(threshold);
        var (cells, plan) = (build(model), DisclosurePlan.Of(model));
        if (plan.Unproven.Count == 0 || threshold <= Suppression.LeastGuessed)
        {
            return (cells, plan);
        }

        model = new DisclosureModel(threshold) { WithstandsGuesses = false };
        var (others, other) = (build(model), DisclosurePlan.Of(model));
        return other.Unproven.Count < plan.Unproven.Count ? (others, other) : (cells, plan);
    }

    internal static bool IsTooFew(Tally tally, int threshold) => tally.Valid > 0 && tally.Valid < threshold;

    private static Tally All(QuestionFigures counted, int threshold)
    {
        if (IsTooFew(counted.All, threshold))
        {
            return TooFew(counted.All);
        }

        var least = Enumerable.Range(0, counted.Points.Count).Select(p => QuestionCells.Least(counted, p, threshold)).ToArray();
        var (cells, plan) = Safest(threshold, model =>
            QuestionCells.Add(model, counted, "all", counted.All, (key, share, point) => Guessed(model, key, share, point >= 0 ? least[point] : 0)));
        return cells.Shown(counted.All, plan);
    }

    /// <summary>
    /// What the missing answered. Named ones are listed though nobody chose them, since a list of those that somebody chose
    /// would tell of each that it is not nought.
    /// </summary>
    private static (IReadOnlyList<string> Names, IReadOnlyList<Share> Persons) Missing(QuestionFigures counted, int threshold)
    {
        var all = counted.All;
        if (all.Missing == 0)
        {
            return ([], []);
        }

        string[] names = [.. counted.Question.Missing.Append("").Distinct(StringComparer.Ordinal)];
        var by = counted.MissingPoints.Zip(all.MissingPoints).ToDictionary(m => m.First, m => m.Second, StringComparer.Ordinal);
        Share[] persons = [.. names.Select(n => by.GetValueOrDefault(n, new Share(0, all.Missing)))];
        if (names.Length == 1)
        {
            return (names, persons);
        }

        var (cells, plan) = Safest(threshold, model =>
        {
            int[] parts = [.. persons.Select((p, i) => Guessed(model, $"{i}", p, 0))];
            model.Sum(model.Known("missing", all.Missing), parts);
            return parts;
        });
        return (names, [.. persons.Select((p, i) => p with { Suppressed = plan.IsHidden(cells[i]) })]);
    }

    /// <summary>A number of all; a reader who guesses rightly that it is hidden for being small must be withstood.</summary>
    internal static int Guessed(DisclosureModel model, string key, Share share, int least) =>
        model.WithstandsGuesses && model.Threshold > Suppression.LeastGuessed && share.Of >= model.Threshold && share.Persons > 0 && share.Persons < model.Threshold
            ? model.Cell(key, share.Persons, model.Threshold - 1, share.Of, Math.Max(1, least))
            : model.Cell(key, share.Persons, share.Of, share.Of, least);
}
