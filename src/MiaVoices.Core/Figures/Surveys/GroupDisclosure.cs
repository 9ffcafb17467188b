using MiaVoices.Core.Figures.Disclosure;

namespace MiaVoices.Core.Figures.Surveys;

/// <summary>
/// A question by the groups of an attribute, where the numbers of all are settled. Points against groups, the positive of
/// each group and those who answered otherwise are one plan. A number that is hidden of all is hidden of every group, so that
/// the groups of two attributes tell no more together than each by itself. Pure; thread-safe.
/// </summary>
internal static class GroupDisclosure
{
    /// <summary>The groups with what must be hidden marked.</summary>
    /// <param name="counted">As counted.</param>
    /// <param name="all">The numbers of all, as they are shown.</param>
    /// <param name="threshold">The least number shown.</param>
    public static IReadOnlyList<Tally> Of(QuestionFigures counted, Tally all, int threshold)
    {
        var groups = counted.Groups;
        if (groups.Count == 0 || counted.Points.Count == 0)
        {
            return [.. groups.Select(g => QuestionDisclosure.IsTooFew(g, threshold) ? QuestionDisclosure.TooFew(g) : g)];
        }

        if (all.TooFew)
        {
            return [.. groups.Select(g => g.Valid > 0 ? QuestionDisclosure.TooFew(g) : g)];
        }

        // Where all gave the same answer everybody of every group did: that is told.
        if (counted.Question.Kind == Sources.QuestionKind.Closed && all.Points.Any(p => !p.Suppressed && p.Persons == all.Valid))
        {
            return groups;
        }

        // So it is where all are positive, or nobody; and an option that all chose was chosen by everybody of every group.
        var sumIsTold = all.Positive is { Suppressed: false } positive && (positive.Persons == 0 || positive.Persons == all.Valid);
        var (cells, plan) = QuestionDisclosure.Safest(threshold, model => Add(model, counted, all, threshold, !sumIsTold));
        return [.. groups.Select((g, i) => cells[i].Shown(g, plan) with { TooFew = QuestionDisclosure.IsTooFew(g, threshold) })];
    }

    private static QuestionCells[] Add(DisclosureModel model, QuestionFigures counted, Tally all, int threshold, bool withPositive)
    {
        var isMultiple = counted.Question.Kind == Sources.QuestionKind.Multiple;
        int Total(string key, Share share, int point)
        {
            if (!share.Suppressed)
            {
                return model.Known(key, share.Persons, share.Of);
            }

            var cell = model.Cell(key, share.Persons, share.Of, share.Of, point < 0 ? 0 : QuestionCells.Least(counted, point, threshold));
            model.HideBefore(cell);
            return cell;
        }

        var totals = QuestionCells.Add(model, counted, "all", all, Total, withPositive);
        QuestionCells[] cells =
        [
            .. counted.Groups.Select((group, g) => QuestionCells.Add(
                model,
                counted,
                FormattableString.Invariant($"group {g}"),
                group,
                (key, share, point) =>
                {
                    if (point >= 0 && all.Points[point] is { Suppressed: false } total && total.Persons == all.Valid)
                    {
                        return model.Known(key, share.Persons, share.Of);
                    }

                    var cell = model.Cell(key, share.Persons, share.Of);
                    // Where all but one chose an option, every group's number is known to within that one.
                    var whole = point < 0 ? all.Positive!.Value : all.Points[point];
                    if (share.Of > 0 && (whole.Suppressed || (isMultiple && all.Valid - whole.Persons == 1)))
                    {
                        model.HideBefore(cell);
                    }

                    return cell;
                },
                withPositive)),
        ];
        for (var p = 0; p < counted.Points.Count; p++)
        {
            model.Sum(totals.Points[p], [.. cells.Select(c => c.Points[p])]);
        }

        if (totals.Positive is { } sum && !totals.Points.Contains(sum))
        {
            model.Sum(sum, [.. cells.Select(c => c.Positive!.Value)]);
        }

        return cells;
    }
}
