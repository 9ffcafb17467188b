using MiaVoices.Core.Figures.Surveys;

namespace MiaVoices.Tests.Core.Figures.Surveys;

/// <summary>
/// Someone who has the printed figures of a question and nothing else: tries every table of whole numbers that they allow.
/// Written without any of the program's own reasoning, for small tables only.
/// </summary>
internal sealed class QuestionAttacker
{
    private readonly QuestionFigures _shown;
    private readonly int _threshold;
    private readonly int _points;
    private readonly int _columns;
    private readonly bool[] _positive;
    private readonly HashSet<int>[,] _cells;
    private readonly HashSet<int>[] _totals;
    private readonly HashSet<int>[] _sums;
    private readonly HashSet<int> _sum = [];

    public QuestionAttacker(QuestionFigures shown, int threshold)
    {
        (_shown, _threshold) = (shown, threshold);
        (_points, _columns) = (shown.Points.Count, shown.Groups.Count);
        _positive = [.. shown.Points.Select(p => shown.Positive.Contains(p))];
        _cells = new HashSet<int>[_points, _columns];
        _totals = [.. Enumerable.Range(0, _points).Select(_ => new HashSet<int>())];
        _sums = [.. Enumerable.Range(0, _columns).Select(_ => new HashSet<int>())];
        for (var p = 0; p < _points; p++)
        {
            for (var g = 0; g < _columns; g++)
            {
                _cells[p, g] = [];
            }
        }
    }

    /// <summary>How many tables were possible.</summary>
    public int Possible { get; private set; }

    /// <summary>The hidden numbers that the attacker knows to within 1, by name.</summary>
    public IReadOnlyList<string> Told()
    {
        var table = new int[_points, _columns];
        Fill(table, 0, 0, 0);
        var told = new List<string>();
        void Look(bool hidden, HashSet<int> values, string name)
        {
            if (hidden && values.Max() - values.Min() < 2)
            {
                told.Add(name);
            }
        }

        for (var p = 0; p < _points; p++)
        {
            Look(_shown.All.Points[p].Suppressed, _totals[p], $"all {p}");
            for (var g = 0; g < _columns; g++)
            {
                // Where one person answered every number is 0 or 1, whatever is hidden.
                Look(_shown.Groups[g].Points[p].Suppressed && _shown.Groups[g].Valid > 1, _cells[p, g], $"{p},{g}");
            }
        }

        // Where all points are positive their sum is how many answered, which is no secret.
        for (var g = 0; g < _columns && _positive.Contains(false); g++)
        {
            Look(_shown.Groups[g].Positive is { Suppressed: true } && _shown.Groups[g].Valid > 1, _sums[g], $"sum {g}");
        }

        Look(_shown.All.Positive is { Suppressed: true }, _sum, "sum");
        return told;
    }

    private void Fill(int[,] table, int group, int point, int used)
    {
        for (var p = 0; p < (point == _points ? _points : point); p++)
        {
            // No need to go on where a sum is too great already.
            if (!_shown.All.Points[p].Suppressed && Enumerable.Range(0, Math.Min(group + 1, _columns)).Sum(g => table[p, g]) > _shown.All.Points[p].Persons)
            {
                return;
            }
        }

        if (group == _columns)
        {
            Take(table);
            return;
        }

        var tally = _shown.Groups[group];
        if (point == _points)
        {
            var sum = Enumerable.Range(0, _points).Where(p => _positive[p]).Sum(p => table[p, group]);
            var fits = (tally.HidesValid ? used <= tally.Base : used == tally.Valid)
                && (tally.Positive is not { Suppressed: false } shown || shown.Persons == sum);
            if (fits)
            {
                Fill(table, group + 1, 0, 0);
            }

            return;
        }

        var cell = tally.Points[point];
        var most = tally.HidesValid ? tally.Base : tally.Valid;
        for (var value = cell.Suppressed ? 0 : cell.Persons; value <= (cell.Suppressed ? most - used : cell.Persons); value++)
        {
            table[point, group] = value;
            Fill(table, group, point + 1, used + value);
        }
    }

    private void Take(int[,] table)
    {
        var totals = Enumerable.Range(0, _points).Select(p => Enumerable.Range(0, _columns).Sum(g => table[p, g])).ToArray();
        var sum = totals.Where((_, p) => _positive[p]).Sum();
        if (totals.Sum() != _shown.All.Valid
            || totals.Where((t, p) => !_shown.All.Points[p].Suppressed && _shown.All.Points[p].Persons != t).Any()
            || (_shown.All.Positive is { Suppressed: false } shown && shown.Persons != sum)
            || !HasSmall(table, totals, sum))
        {
            return;
        }

        Possible++;
        _sum.Add(sum);
        for (var p = 0; p < _points; p++)
        {
            _totals[p].Add(totals[p]);
            for (var g = 0; g < _columns; g++)
            {
                _cells[p, g].Add(table[p, g]);
            }
        }

        for (var g = 0; g < _columns; g++)
        {
            _sums[g].Add(Enumerable.Range(0, _points).Where(p => _positive[p]).Sum(p => table[p, g]));
        }
    }

    /// <summary>Nothing would be hidden unless something hidden were small.</summary>
    private bool HasSmall(int[,] table, int[] totals, int sum)
    {
        bool Small(int n, int of) => (n > 0 && n < _threshold) || (of < _threshold && of > 0 && (n == 0 || n == of));
        for (var g = 0; g < _columns; g++)
        {
            var valid = Enumerable.Range(0, _points).Sum(p => table[p, g]);
            for (var p = 0; p < _points; p++)
            {
                if (_shown.Groups[g].Points[p].Suppressed && Small(table[p, g], valid))
                {
                    return true;
                }
            }

            if (_shown.Groups[g].HidesValid)
            {
                return true;
            }

            if (_shown.Groups[g].Positive is { Suppressed: true } && Small(Enumerable.Range(0, _points).Where(p => _positive[p]).Sum(p => table[p, g]), valid))
            {
                return true;
            }
        }

        return totals.Where((t, p) => _shown.All.Points[p].Suppressed && Small(t, _shown.All.Valid)).Any()
            || (_shown.All.Positive is { Suppressed: true } && Small(sum, _shown.All.Valid))
            || !(_shown.All.Suppressed || _shown.Groups.Any(g => g.Suppressed));
    }
}
