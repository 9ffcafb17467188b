namespace MiaVoices.Tests.Core.Figures.Surveys;

/// <summary>
/// Whole numbers that are not known, and what is known of them: bounds, sums, and that one of several is small. Says whether
/// a number can have a value. Complete, by trying; for small puzzles only.
/// </summary>
internal sealed class NumberPuzzle
{
    private readonly List<int> _least = [], _most = [], _hints = [];
    private readonly List<((int Number, int Sign)[] Terms, int Least, int Most)> _sums = [];
    private readonly List<List<int>> _sumsOf = [];
    private readonly List<(int Number, Func<int, bool> IsSmall)[]> _some = [];
    private int[] _low = [], _high = [];
    private HashSet<int> _part = [];
    private List<((int Number, int Sign)[] Terms, int Least, int Most)> _relations = [];
    private int _tries;

    /// <summary>Whether an answer was given up.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Adds a number; values near the hint are tried first.</summary>
    public int Add(int least, int most, int hint = 0)
    {
        _hints.Add(hint);
        _least.Add(least);
        _most.Add(most);
        _sumsOf.Add([]);
        return _least.Count - 1;
    }

    public int Add(int value) => Add(value, value, value);

    public int Least(int number) => _least[number];

    public int Most(int number) => _most[number];

    public int Hint(int number) => _hints[number];

    public void Sum(int whole, IEnumerable<int> parts) => Relate(whole, parts, 0, 0);

    public void AtMost(int part, int whole) => Relate(whole, [part], int.MinValue / 2, 0);

    public void AtMostSum(int whole, IEnumerable<int> parts) => Relate(whole, parts, 0, int.MaxValue / 2);

    /// <summary>One of the numbers is small.</summary>
    public void Some(IEnumerable<(int Number, Func<int, bool> IsSmall)> numbers) => _some.Add([.. numbers]);

    /// <summary>Whether two values at least two apart are possible, when one is.</summary>
    public bool IsWide(int number, int value)
    {
        bool up = false, down = false;
        for (var by = 1; by <= Math.Max(value - _least[number], _most[number] - value); by++)
        {
            up |= MayBe(number, value + by);
            down |= MayBe(number, value - by);
            if ((by > 1 && (up || down)) || (up && down))
            {
                return true;
            }
        }

        return false;
    }

    public bool MayBe(int number, int value)
    {
        if (value < _least[number] || value > _most[number])
        {
            return false;
        }

        (_low, _high) = ([.. _least], [.. _most]);
        (_low[number], _high[number]) = (value, value);
        _tries = 3_000;
        _part = Linked(number);
        int[] sums = [.. _part.SelectMany(n => _sumsOf[n]).Distinct()];
        _relations = [.. sums.Select(s => _sums[s])];
        var found = Tighten(new Queue<int>(sums)) && Search();
        GaveUp |= _tries <= 0;
        return found;
    }

    private void Relate(int whole, IEnumerable<int> parts, int least, int most)
    {
        (int, int)[] terms = [(whole, -1), .. parts.Select(p => (p, 1))];
        foreach (var (number, _) in terms)
        {
            _sumsOf[number].Add(_sums.Count);
        }

        _sums.Add((terms, least, most));
    }

    /// <summary>What hangs together with a number through others that are not known.</summary>
    private HashSet<int> Linked(int number)
    {
        var linked = new HashSet<int> { number };
        for (var waiting = new Queue<int>([number]); waiting.TryDequeue(out var at);)
        {
            foreach (var next in _sumsOf[at].SelectMany(s => _sums[s].Terms.Select(t => t.Number)).Concat(_some.Where(s => s.Any(n => n.Number == at)).SelectMany(s => s.Select(n => n.Number))))
            {
                if (linked.Add(next) && _most[next] > _least[next])
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return linked;
    }

    private bool Search()
    {
        if (_tries-- <= 0 || _some.Any(s => _part.Contains(s[0].Number) && s.All(n => !MaySmall(n))))
        {
            return false;
        }

        // Near the hints: what does not fit there is where to go on.
        var next = -1;
        foreach (var n in Unfit().Where(n => _high[n] > _low[n]))
        {
            next = next < 0 || _high[n] - _low[n] < _high[next] - _low[next] ? n : next;
        }

        if (next < 0)
        {
            return true;
        }

        var (low, high) = (_low, _high);
        foreach (var v in Enumerable.Range(low[next], high[next] - low[next] + 1).OrderBy(v => Math.Abs(v - _hints[next])))
        {
            (_low, _high) = ((int[])low.Clone(), (int[])high.Clone());
            (_low[next], _high[next]) = (v, v);
            if (Tighten(new Queue<int>(_sumsOf[next])) && Search())
            {
                return true;
            }
        }

        (_low, _high) = (low, high);
        return false;
    }

    /// <summary>The numbers of the first relation that does not hold when every number is as near its hint as it can be.</summary>
    private IEnumerable<int> Unfit()
    {
        int Near(int n) => Math.Clamp(_hints[n], _low[n], _high[n]);
        foreach (var (terms, least, most) in _relations)
        {
            var sum = terms.Sum(t => (long)t.Sign * Near(t.Number));
            if (sum < least || sum > most)
            {
                return terms.Select(t => t.Number);
            }
        }

        return _some.FirstOrDefault(s => _part.Contains(s[0].Number) && !s.Any(n => n.IsSmall(Near(n.Number))))?.Select(n => n.Number) ?? [];
    }

    private bool MaySmall((int Number, Func<int, bool> IsSmall) n)
    {
        for (var v = _low[n.Number]; v <= _high[n.Number]; v++)
        {
            if (n.IsSmall(v))
            {
                return true;
            }
        }

        return false;
    }

    private bool Tighten(Queue<int> waiting)
    {
        while (waiting.TryDequeue(out var at))
        {
            var (terms, least, most) = _sums[at];
            long low = 0, high = 0;
            foreach (var (n, sign) in terms)
            {
                (low, high) = sign > 0 ? (low + _low[n], high + _high[n]) : (low - _high[n], high - _low[n]);
            }

            if (low > most || high < least)
            {
                return false;
            }

            foreach (var (n, sign) in terms)
            {
                var (own, ownMost) = sign > 0 ? (_low[n], _high[n]) : (-_high[n], -_low[n]);
                var from = (int)Math.Max(own, least - (high - ownMost));
                var to = (int)Math.Min(ownMost, most - (low - own));
                if (from > to)
                {
                    return false;
                }

                if (from > own || to < ownMost)
                {
                    (_low[n], _high[n]) = sign > 0 ? (from, to) : (-to, -from);
                    (low, high) = (low - own + from, high - ownMost + to);
                    foreach (var other in _sumsOf[n])
                    {
                        waiting.Enqueue(other);
                    }
                }
            }
        }

        return true;
    }
}
