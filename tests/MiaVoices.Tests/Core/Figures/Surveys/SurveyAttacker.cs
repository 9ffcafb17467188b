using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;

namespace MiaVoices.Tests.Core.Figures.Surveys;

/// <summary>
/// Someone who has every printed figure of a survey in one wave (each question for all, by several attributes and beside
/// themes), knows the threshold and how the tables hang together, and reckons with all numbers that fit. Written from what is
/// printed, with none of the program's own reasoning. Nothing is left out.
/// </summary>
internal sealed class SurveyAttacker
{
    private readonly NumberPuzzle _puzzle = new();
    private readonly List<(int Number, int True, string Table, string Name)> _hidden = [];
    private readonly Dictionary<string, bool> _isWhollyHidden = [];
    private readonly Dictionary<string, bool> _alone = [];
    private readonly Dictionary<string, Reason> _themes;
    private readonly int _threshold;
    private readonly string? _open;

    /// <summary>Reads what is printed.</summary>
    /// <param name="questions">Each question as shown by each attribute.</param>
    /// <param name="joint">Themes beside questions.</param>
    /// <param name="wrote">How many wrote.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="open">A table of which nothing is taken as known but the bases, and that something in it is small.</param>
    public SurveyAttacker(IReadOnlyList<IReadOnlyList<QuestionFigures>> questions, IReadOnlyList<JointDisplay> joint, int wrote, int threshold, string? open = null)
    {
        (_threshold, _open) = (threshold, open);
        _themes = joint.Select(j => j.Theme).Distinct().ToDictionary(t => t, _ => new Reason());
        var themes = joint.Select(j => j.Theme).Distinct().ToDictionary(t => t, t => _puzzle.Add(0, wrote, joint.Where(j => j.Theme == t).Max(j => j.All.Persons)));
        foreach (var shown in questions)
        {
            Question(shown, [.. joint.Where(j => j.Question.Id == shown[0].Question.Id)], themes, wrote);
        }

        foreach (var why in _themes.Values.Where(w => w.Hides && !w.IsBased))
        {
            _puzzle.Some(why.Numbers);
        }
    }

    public bool GaveUp => _puzzle.GaveUp;

    public int Hidden => _hidden.Count;

    /// <summary>Numbers hidden in a table, with whether all of the table is.</summary>
    public bool IsWhollyHidden(string table) => _isWhollyHidden[table];

    /// <summary>The hidden numbers that are known to within 1, with their tables; not those of a single person of whom everything is hidden.</summary>
    public IReadOnlyList<(string Table, string Name)> Told() => [.. _hidden.Where(h => (_open is null || h.Table == _open) && !IsAlone(h) && !_puzzle.IsWide(h.Number, h.True)).Select(h => (h.Table, h.Name))];

    private bool IsAlone((int Number, int True, string Table, string Name) hidden) =>
        _alone.Any(a => a.Value && (hidden.Table + " ").StartsWith(a.Key[..(a.Key.LastIndexOf(' ') + 1)], StringComparison.Ordinal) && hidden.Name.StartsWith(a.Key[(a.Key.LastIndexOf(' ') + 1)..] + " ", StringComparison.Ordinal));

    private void Question(IReadOnlyList<QuestionFigures> shown, IReadOnlyList<JointDisplay> joint, Dictionary<string, int> themes, int wrote)
    {
        var (q, all) = (shown[0], shown[0].All);
        var isMultiple = q.Question.Kind == QuestionKind.Multiple;
        var table = $"{q.Question.Id} all";
        var totals = Points(q, all, table, isGroup: false);
        Missing(q);
        foreach (var (a, by) in shown.Index())
        {
            var name = $"{q.Question.Id} by {a}";
            _isWhollyHidden[name] = by.Groups.All(g => g.Points.Zip(all.Points).All(p => p.First.Suppressed || g.Valid == 0 || IsTold(p.Second))
                && (g.Positive is null || g.Positive.Value.Suppressed || g.Valid == 0 || !IsSum(q) || IsTold(all.Positive!.Value)));
            foreach (var group in by.Groups.Where(g => g.Valid == 1))
            {
                _alone[$"{name} {group.Group}"] = group.Points.Zip(all.Points).All(p => p.First.Suppressed || IsTold(p.Second)) && (group.Positive is null || group.Positive.Value.Suppressed || !IsSum(by) || IsTold(all.Positive!.Value));
            }

            var groups = by.Groups.Select(g => Points(by, g, name, isGroup: true)).ToList();
            for (var p = 0; p < q.Points.Count; p++)
            {
                _puzzle.Sum(totals.Points[p], groups.Select(g => g.Points[p]));
            }

            if (isMultiple)
            {
                // Options do not add up: each is a table of its own.
                for (var p = 0; p < q.Points.Count; p++)
                {
                    _isWhollyHidden[$"{name} {q.Points[p]}"] = by.Groups.All(g => g.Points[p].Suppressed || g.Valid == 0);
                }
            }

            // What is hidden in no hidden row is hidden because something in the table is small.
            var own = by.Groups.SelectMany((g, i) => g.Points.Select((s, p) => (Share: s, Number: groups[i].Points[p], IsOwn: !all.Points[p].Suppressed && s.Suppressed))
                .Concat(g.Positive is { } sum && IsSum(q) ? [(sum, groups[i].Positive, !all.Positive!.Value.Suppressed && sum.Suppressed), (sum with { Persons = g.Valid - sum.Persons }, groups[i].Others, false)] : [])).ToList();
            if (own.Any(o => o.IsOwn))
            {
                _puzzle.Some(own.Select(o => (o.Number, Small(o.Share.Of))));
            }
        }

        Assert(!isMultiple || joint.Count == 0);
        foreach (var display in joint)
        {
            Theme(q, display, totals, themes[display.Theme], wrote);
        }
    }

    private (int[] Points, int Positive, int Others) Points(QuestionFigures q, Tally tally, string table, bool isGroup)
    {
        int[] points = [.. tally.Points.Select((s, p) => Number(s, isGroup && q.Question.Kind == QuestionKind.Multiple ? $"{table} {q.Points[p]}" : table, $"{tally.Group} {q.Points[p]}", isGroup ? 0 : Least(q, p), !isGroup, isGroup && tally.Valid > 0))];
        if (q.Question.Kind == QuestionKind.Multiple)
        {
            _puzzle.AtMostSum(_puzzle.Add(tally.Valid), points);
            Why(tally, table, isGroup, points, []);
            return (points, -1, -1);
        }

        _puzzle.Sum(_puzzle.Add(tally.Valid), points);
        if (!IsSum(q))
        {
            Why(tally, table, isGroup, points, []);
            return (points, -1, -1);
        }

        var sum = Number(tally.Positive!.Value, table, $"{tally.Group} positive", 0, !isGroup, isGroup && tally.Valid > 0);
        var others = _puzzle.Add(0, tally.Valid, tally.Valid - tally.Positive!.Value.Persons);
        _puzzle.Sum(sum, points.Where((_, p) => q.Positive.Contains(q.Points[p])));
        _puzzle.Sum(others, points.Where((_, p) => !q.Positive.Contains(q.Points[p])));
        Why(tally, table, isGroup, points, [sum, others]);
        return (points, sum, others);
    }

    private void Why(Tally tally, string table, bool isGroup, int[] points, int[] sums)
    {
        if (!isGroup)
        {
            _isWhollyHidden[table] = tally.Points.All(p => p.Suppressed) && (sums.Length == 0 || tally.Positive!.Value.Suppressed);
            if (tally.Suppressed && !tally.TooFew)
            {
                _puzzle.Some(points.Concat(sums).Select(n => (n, Small(tally.Valid))));
            }
        }
    }

    private void Missing(QuestionFigures q)
    {
        var (table, missing) = ($"{q.Question.Id} missing", q.All.MissingPoints);
        var numbers = missing.Select((m, i) => Number(m, table, q.MissingPoints[i], 0, true)).ToList();
        _isWhollyHidden[table] = missing.All(m => m.Suppressed);
        if (numbers.Count > 0)
        {
            _puzzle.Sum(_puzzle.Add(q.All.Missing), numbers);
        }

        if (missing.Any(m => m.Suppressed))
        {
            _puzzle.Some(numbers.Select(n => (n, Small(q.All.Missing))));
        }
    }

    private void Theme(QuestionFigures q, JointDisplay display, (int[] Points, int Positive, int Others) totals, int theme, int wrote)
    {
        var table = $"{q.Question.Id} {display.Theme}";
        _isWhollyHidden[table] = display.Rows.All(r => ((r.With.Suppressed || IsTold(display.All)) && r.HidesBase)
            || (r.Side == JointSide.Point && q.All.Points[q.Points.ToList().IndexOf(r.Point)] is { Suppressed: false, Persons: 0 }));
        var of = display.All.Of;
        var all = Number(display.All, table, "all", 0, true);
        var sides = new List<int>();
        var rows = new List<int>();
        foreach (var row in display.Rows)
        {
            var answered = row.Side switch { JointSide.High => totals.Positive, JointSide.Low => totals.Others, _ => totals.Points[q.Points.ToList().IndexOf(row.Point)] };
            sides.Add(Number(new Share(row.With.Of, of, row.HidesBase), table, $"{row.Side} {row.Point} of", 0, false));

            // Where all have the theme, those who answered so and have it are those who answered so and wrote: one number.
            rows.Add(IsTold(display.All) && display.All.Persons > 0 ? sides[^1] : Number(new Share(row.With.Persons, row.HidesBase || _open == table ? of : row.With.Of, row.With.Suppressed), table, $"{row.Side} {row.Point} with", 0, false));
            _puzzle.AtMost(sides[^1], answered);
            if (rows[^1] != sides[^1])
            {
                _puzzle.AtMost(rows[^1], sides[^1]);
            }
        }

        _puzzle.Sum(_puzzle.Add(of), sides);
        _puzzle.Sum(all, rows);
        var silent = _puzzle.Add(0, wrote - of);
        _puzzle.Sum(theme, [all, silent]);
        var isHiddenThere = display.Rows.Any(r => r.Side == JointSide.Point ? q.All.Points[q.Points.ToList().IndexOf(r.Point)].Suppressed : q.All.Positive!.Value.Suppressed);
        if (!isHiddenThere && display.Rows.Any(r => r.HidesBase))
        {
            _puzzle.Some(sides.Select(s => (s, Small(of))));
        }

        // One plan holds all questions beside a theme: what one hides may be small in another.
        var why = _themes[display.Theme];
        why.Hides |= display.Rows.Any(r => r.With.Suppressed);
        why.IsBased |= display.Rows.Any(r => r.HidesBase);
        why.Numbers.AddRange(rows.Select((r, i) => (r, Small(display.Rows[i].With.Of))).Append((all, Small(of))));
    }

    private int Number(Share share, string table, string name, int least, bool isTotal, bool opens = true)
    {
        if (!share.Suppressed && !(_open == table && opens))
        {
            return _puzzle.Add(share.Persons);
        }

        var number = _puzzle.Add(least, share.Of, share.Persons);
        if (share.Suppressed)
        {
            _hidden.Add((number, share.Persons, table, name));
        }

        return number;
    }

    private int Least(QuestionFigures q, int point) => q.Question.Scale.Contains(q.Points[point]) ? 0 : q.Points[point] == new SurveyWish().OwnWords ? 1 : _threshold;

    private Func<int, bool> Small(int of) => n => (n > 0 && n < _threshold) || (of > 0 && of < _threshold && (n == 0 || n == of));

    /// <summary>Nobody at all, or everybody: that tells it of every group.</summary>
    private static bool IsTold(Share all) => !all.Suppressed && (all.Persons == 0 || all.Persons == all.Of);

    private static bool IsSum(QuestionFigures q) => q.Positive.Count > 0 && q.Positive.Count < q.Points.Count;

    private static void Assert(bool holds) => Xunit.Assert.True(holds);

    /// <summary>What a theme's numbers may be hidden for.</summary>
    private sealed class Reason
    {
        public bool Hides { get; set; }

        public bool IsBased { get; set; }

        public List<(int Number, Func<int, bool> IsSmall)> Numbers { get; } = [];
    }
}
