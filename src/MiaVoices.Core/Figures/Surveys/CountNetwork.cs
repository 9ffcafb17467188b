namespace MiaVoices.Core.Figures.Surveys;

/// <summary>
/// Numbers that add up, as a network of flows: every number is an arc, and at every node what comes in goes out. Tables of
/// two ways with sums, and sums of sums on either side, are such networks, and the whole numbers that a reader can still
/// take for possible are exactly the flows that the shown arcs allow (Ford and Fulkerson 1962; for tables Cox, JASA 90, 1995).
/// A hidden number is safe when it may be at least two more or less than something else it may be. Where one is not, the
/// cheapest way round is hidden too. Not thread-safe.
/// </summary>
/// <param name="nodes">How many nodes there are.</param>
internal sealed class CountNetwork(int nodes)
{
    /// <summary>For a number that is never hidden.</summary>
    public const int Never = int.MaxValue;

    /// <summary>How far apart the least and the greatest possible value must be.</summary>
    private const int Width = 2;

    /// <summary>Larger networks keep what was hidden: trying all of it once more would take too long.</summary>
    private const int MostToPrune = 600;

    private const int Unlimited = int.MaxValue / 4;

    private readonly List<Arc> _arcs = [];
    private readonly List<int>[] _at = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    /// <summary>Adds a number.</summary>
    /// <param name="from">The node it comes from.</param>
    /// <param name="to">The node it goes to.</param>
    /// <param name="value">The number.</param>
    /// <param name="cost">What it costs to hide it; <see cref="Never"/> where it cannot be.</param>
    /// <param name="isGuarded">Whether it must not be told when hidden; else it is only a sum that is not printed.</param>
    /// <param name="twin">A number that is told by this one, and is hidden with it; -1 for none.</param>
    public int Add(int from, int to, int value, int cost, bool isGuarded = true, int twin = -1)
    {
        _arcs.Add(new Arc { From = from, To = to, Value = value, Cost = cost, IsGuarded = isGuarded, Twin = twin });
        _at[from].Add(_arcs.Count - 1);
        _at[to].Add(_arcs.Count - 1);
        if (twin >= 0)
        {
            _arcs[twin].Twin = _arcs.Count - 1;
        }

        return _arcs.Count - 1;
    }

    /// <summary>Hides a number, and says what a reader knows of it anyway.</summary>
    public void Hide(int arc, int least = 0, int most = Unlimited)
    {
        (_arcs[arc].IsHidden, _arcs[arc].Least, _arcs[arc].Most) = (true, least, Math.Max(most, _arcs[arc].Value));
        if (_arcs[arc].Twin is >= 0 and var twin)
        {
            _arcs[twin].IsHidden = true;
        }
    }

    /// <summary>Whether a number is hidden.</summary>
    public bool IsHidden(int arc) => _arcs[arc].IsHidden;

    /// <summary>Hides more until no hidden number can be told.</summary>
    /// <returns>False when that cannot be had: what is left to do is hide everything.</returns>
    public bool Protect()
    {
        var isSafe = true;
        var asked = _arcs.Where(a => a.IsHidden).ToHashSet();
        for (var waiting = new Queue<int>(Hidden()); waiting.TryDequeue(out var arc);)
        {
            while (Range(arc) < Width)
            {
                var way = CheapestWay(arc);
                if (way is null)
                {
                    isSafe = false;
                    break;
                }

                foreach (var shown in way.Where(a => !_arcs[a].IsHidden).ToList())
                {
                    Hide(shown);
                    waiting.Enqueue(shown);
                    if (_arcs[shown].Twin is >= 0 and var twin)
                    {
                        waiting.Enqueue(twin);
                    }
                }
            }
        }

        if (isSafe && _arcs.Count <= MostToPrune)
        {
            Prune(asked);
        }

        return isSafe;
    }

    /// <summary>Shows again what a later way round has made needless to hide, the dearest first.</summary>
    private void Prune(HashSet<Arc> asked)
    {
        foreach (var arc in _arcs.Where(a => a.IsHidden && !asked.Contains(a)).OrderByDescending(a => a.Cost).ToList())
        {
            Arc[] together = arc.Twin >= 0 ? [arc, _arcs[arc.Twin]] : [arc];
            if (arc.IsHidden && !together.Any(asked.Contains))
            {
                Array.ForEach(together, a => a.IsHidden = false);
                if (!IsSafe())
                {
                    Array.ForEach(together, a => a.IsHidden = true);
                }
            }
        }
    }

    private bool IsSafe() => Hidden().All(a => Range(a) >= Width);

    private IEnumerable<int> Hidden() => Enumerable.Range(0, _arcs.Count).Where(a => _arcs[a].IsHidden && _arcs[a].IsGuarded);

    /// <summary>How far apart the least and the greatest possible value are, as far as it matters.</summary>
    private int Range(int arc) => !_arcs[arc].IsGuarded ? Width : Room(arc, up: true, Width) is var up && up >= Width ? up : up + Room(arc, up: false, Width - up);

    /// <summary>By how much a number may be greater (or less), at most <paramref name="wanted"/>: that much must find another way round.</summary>
    private int Room(int arc, bool up, int wanted)
    {
        var moved = new List<(int Arc, int By)>();
        var room = 0;
        var own = up ? _arcs[arc].Most - _arcs[arc].Value : _arcs[arc].Value - _arcs[arc].Least;
        while (room < Math.Min(wanted, own) && Way(arc, up, mayHide: false) is { } way)
        {
            room++;
            foreach (var (step, by) in way)
            {
                _arcs[step].Value += by;
                moved.Add((step, by));
            }
        }

        moved.ForEach(m => _arcs[m.Arc].Value -= m.By);
        return room;
    }

    /// <summary>The arcs of the way round that hides least, up or down; null when there is none.</summary>
    private List<int>? CheapestWay(int arc)
    {
        // What there is already is used up first, or the same way would be found again.
        var best = ((List<int> Arcs, long Cost)?)null;
        foreach (var up in (bool[])[true, false])
        {
            var moved = new List<(int Arc, int By)>();
            var own = up ? _arcs[arc].Most - _arcs[arc].Value : _arcs[arc].Value - _arcs[arc].Least;
            var room = 0;
            while (room < own && room < Width && Way(arc, up, mayHide: false) is { } free)
            {
                room++;
                foreach (var (step, by) in free)
                {
                    _arcs[step].Value += by;
                    moved.Add((step, by));
                }
            }

            if (room < own && room < Width && Way(arc, up, mayHide: true) is { } way)
            {
                var cost = way.Where(w => !_arcs[w.Arc].IsHidden).Sum(w => (long)_arcs[w.Arc].Cost);
                if (best is null || cost < best.Value.Cost)
                {
                    best = ([.. way.Select(w => w.Arc)], cost);
                }
            }

            moved.ForEach(m => _arcs[m.Arc].Value -= m.By);
        }

        return best?.Arcs;
    }

    /// <summary>The cheapest way (Dijkstra) on which one unit more (or less) of an arc can go round; steps along an arc add to it, steps against it take from it.</summary>
    private List<(int Arc, int By)>? Way(int around, bool up, bool mayHide)
    {
        var (start, goal) = up ? (_arcs[around].To, _arcs[around].From) : (_arcs[around].From, _arcs[around].To);
        var cost = new long[_at.Length];
        var came = new (int Arc, int By)[_at.Length];
        Array.Fill(cost, long.MaxValue);
        cost[start] = 0;
        var open = new PriorityQueue<int, (long, int)>();
        open.Enqueue(start, (0, start));
        while (open.TryDequeue(out var node, out var reached))
        {
            if (node == goal)
            {
                break;
            }

            if (reached.Item1 > cost[node])
            {
                continue;
            }

            foreach (var a in _at[node])
            {
                var arc = _arcs[a];
                if (a == around || (!arc.IsHidden && (!mayHide || arc.Cost == Never)))
                {
                    continue;
                }

                var along = arc.From == node;
                if (along ? arc.Value >= arc.Most : arc.Value <= arc.Least)
                {
                    continue;
                }

                // A step that hides nothing costs a little too, so that ways are short.
                var (next, sum) = (along ? arc.To : arc.From, cost[node] + 1 + (arc.IsHidden ? 0 : arc.Cost));
                if (sum < cost[next])
                {
                    (cost[next], came[next]) = (sum, (a, along ? 1 : -1));
                    open.Enqueue(next, (sum, next));
                }
            }
        }

        if (cost[goal] == long.MaxValue)
        {
            return null;
        }

        var way = new List<(int, int)>();
        for (var node = goal; node != start;)
        {
            var (a, by) = came[node];
            way.Add((a, by));
            node = by > 0 ? _arcs[a].From : _arcs[a].To;
        }

        return way;
    }

    private sealed class Arc
    {
        public int From { get; init; }

        public int To { get; init; }

        public int Value { get; set; }

        public int Cost { get; init; }

        public bool IsGuarded { get; init; }

        public int Twin { get; set; }

        public bool IsHidden { get; set; }

        public int Least { get; set; }

        public int Most { get; set; } = Unlimited;
    }
}
