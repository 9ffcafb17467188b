using MiaVoices.Core.Figures.Disclosure;

namespace MiaVoices.Core.Figures.Surveys;

/// <summary>
/// What is hidden where themes stand beside closed questions. How many answered the question and wrote is a base; how many
/// of them answered so is not, since it is made of answers: those numbers are settled first, the same for every theme. Then
/// the persons with each theme are guarded as one plan over all questions, since most who wrote answered them all. Pure;
/// thread-safe.
/// </summary>
internal static class JointDisclosure
{
    /// <summary>The displays with what must be hidden marked.</summary>
    /// <param name="counted">Displays of one wave and of what was written to the same questions, as counted.</param>
    /// <param name="threshold">The least number shown; 0 hides nothing.</param>
    public static IReadOnlyList<JointDisplay> Of(IReadOnlyList<JointDisplay> counted, int threshold)
    {
        if (threshold <= 0)
        {
            return counted;
        }

        var sides = counted.GroupBy(d => d.Question.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Sides(g.First(), threshold), StringComparer.Ordinal);
        var based = counted.Select(d => d with { Rows = [.. d.Rows.Zip(sides[d.Question.Id], (row, hidden) => row with { HidesBase = hidden })] }).ToList();
        var (cells, plan) = QuestionDisclosure.Safest(threshold, model => Add(model, based));
        return [.. based.Select((d, i) => d with
        {
            All = d.All with { Suppressed = plan.IsHidden(cells[i].All) },
            Rows = [.. d.Rows.Select((r, s) => r with { With = r.With with { Suppressed = plan.IsHidden(cells[i].Rows[s]) } })],
        })];
    }

    private static List<(int All, int[] Rows)> Add(DisclosureModel model, List<JointDisplay> based)
    {
        var cells = based.Select((d, i) => Add(model, d, FormattableString.Invariant($"{i}"))).ToList();
        foreach (var theme in based.Index().GroupBy(d => d.Item.Theme, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            var (wrote, with) = (theme.First().Item.Wrote, theme.First().Item.WroteWith);
            var all = model.Unprinted($"theme {theme.First().Index}", with, wrote);
            foreach (var (i, d) in theme)
            {
                // Those with the theme who did not answer the question.
                model.Sum(all, cells[i].All, model.Unprinted($"{i} silent", with - d.All.Persons, wrote - d.All.Of));
            }
        }

        return cells;
    }

    /// <summary>Whether how many answered so and wrote is hidden.</summary>
    private static bool[] Sides(JointDisplay display, int threshold)
    {
        if (display.All.Of == 0)
        {
            return new bool[display.Rows.Count];
        }

        var (cells, plan) = QuestionDisclosure.Safest(threshold, model => AddSides(model, display));
        return [.. cells.Select(plan.IsHidden)];
    }

    private static List<int> AddSides(DisclosureModel model, JointDisplay display)
    {
        var (rows, hidden) = (new List<int>(), new List<int>());
        foreach (var (i, row) in display.Rows.Index())
        {
            var cell = model.Cell($"{i}", row.With.Of, row.Answered.Suppressed ? display.All.Of : Math.Min(display.All.Of, row.Answered.Persons), display.All.Of);
            rows.Add(cell);
            if (row.Answered.Suppressed)
            {
                // How many gave a hidden answer is not told by how many of them wrote.
                model.HideBefore(cell);
                var total = QuestionDisclosure.Guessed(model, $"{i} answered", row.Answered, 0);
                model.HideBefore(total);
                model.AtMost(cell, total);
                hidden.Add(total);
            }
        }

        model.Sum(model.Known("all", display.All.Of), rows);
        if (hidden.Count > 0)
        {
            model.Sum(model.Known("answered otherwise", hidden.Sum(c => model.Cells[c].Value)), hidden);
        }

        return rows;
    }

    private static (int All, int[] Rows) Add(DisclosureModel model, JointDisplay display, string key)
    {
        var all = model.Cell($"{key} all", display.All);
        var rows = new int[display.Rows.Count];
        var isNobody = display.All.Persons == 0 && display.All.Of >= model.Threshold;
        foreach (var (i, row) in display.Rows.Index())
        {
            rows[i] = model.Cell($"{key} {i}", row.With.Persons, row.HidesBase ? display.All.Of : row.With.Of, row.With.Of);
            if (row.HidesBase)
            {
                var side = model.Cell($"{key} {i} of", row.With.Of, display.All.Of);
                model.HideBefore(side);
                model.AtMost(rows[i], side);
                if (!isNobody)
                {
                    model.HideBefore(rows[i]);
                }
            }
        }

        model.Sum(all, rows);
        var hidden = Enumerable.Range(0, rows.Length).Where(i => display.Rows[i].HidesBase).Select(i => model[$"{key} {i} of"]).ToList();
        if (hidden.Count > 0)
        {
            model.Sum(model.Known($"{key} hidden", hidden.Sum(c => model.Cells[c].Value)), hidden);
        }

        return (all, rows);
    }
}
