namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>
/// Finds numbers that fit everything known and where one cell differs by a given amount: the difference is passed on along
/// the equations, cheapest first, until all hold again. Cells that are printed may be passed through at the cost of hiding
/// them. What is found is certain; that nothing is found within the budget says nothing. Not thread-safe.
/// </summary>
internal sealed class WorldSearch(LinkedCells cells, HiddenCells hidden)
{
    private const int LongestChain = 24;

    // Steps that an equation still to be restored counts as. With none, all ways of n steps are tried before any of n + 1, and
    // a total with many parts is never reached.
    private const int UnbalancedWeight = 4;
    private readonly int[] _left = new int[cells.Equations.Length];
    private readonly List<int> _touched = [];
    private readonly HashSet<int> _changed = [];
    private readonly PriorityQueue<Step, (long Cost, int Order)> _queue = new();
    private readonly HashSet<long> _seen = [];
    private IReadOnlyDictionary<int, int>? _least;

    /// <summary>Searches.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="by">The difference.</param>
    /// <param name="mayHide">Whether printed cells may be hidden for it.</param>
    /// <param name="budget">Steps to try at most.</param>
    /// <param name="least">Numbers that the reader knows to be reached at least, by cell.</param>
    /// <param name="beyond">By how much more than is left of an equation, or the other way, a cell may differ: more ways, and a slower search.</param>
    /// <param name="isGreedy">Whether to go first where fewer equations are left to restore; else the fewest steps go first.</param>
    /// <returns>The differences by cell and the cost of hiding, or null.</returns>
    public (IReadOnlyList<(int Cell, int By)> Changes, int Hiding)? Find(int cell, int by, bool mayHide, int budget, IReadOnlyDictionary<int, int>? least = null, int beyond = 0, bool isGreedy = true)
    {
        _least = least;
        _queue.Clear();
        _seen.Clear();
        if (!Fits(cell, by))
        {
            return null;
        }

        var order = 0;
        _queue.Enqueue(new Step(null, cell, by, 1, 0, cells.EquationsOf[cell].Length, Mix(cell, by)), (0, order++));

        // A step through what is hidden already costs a little, or long ways round would be tried before any hiding.
        var (stepCost, weight) = (mayHide ? 60 : 1, isGreedy ? UnbalancedWeight : 0);
        while (budget-- > 0 && _queue.TryDequeue(out var at, out _))
        {
            if (Unbalanced(at) is not { } equation)
            {
                if (IsPlausible(at, cell))
                {
                    return ([.. at.Chain().Select(s => (s.Cell, s.By))], at.Hiding);
                }

                continue;
            }

            if (at.Length == LongestChain)
            {
                continue;
            }

            var left = _left[equation];
            foreach (var (next, sign) in cells.Equations[equation])
            {
                if (_changed.Contains(next) || !(hidden.IsOpen(next) || (mayHide && cells.MayHide(next))))
                {
                    continue;
                }

                for (var amount = Math.Abs(left) + beyond; amount >= -beyond; amount--)
                {
                    if (amount == 0)
                    {
                        continue;
                    }

                    var change = -Math.Sign(left) * sign * amount;
                    var key = at.Key + Mix(next, change);
                    if (Fits(next, change) && _seen.Add(key))
                    {
                        var hiding = at.Hiding + (hidden.IsOpen(next) ? 0 : cells.HidingCost[next]);
                        var step = new Step(at, next, change, at.Length + 1, hiding, at.Unbalanced + Unbalances(next, change), key);
                        _queue.Enqueue(step, (hiding + ((long)stepCost * (at.Length + (weight * step.Unbalanced))), order++));
                    }
                }
            }
        }

        return null;
    }

    private bool Fits(int cell, int by)
    {
        var value = cells.Value[cell] + by;
        return value >= Math.Max(cells.Least[cell], _least?.GetValueOrDefault(cell) ?? 0) && value <= cells.Most[cell] && !cells.Certain[cell];
    }

    /// <summary>The shortest equation that does not hold, with what is left of each touched in <see cref="_left"/>.</summary>
    private int? Unbalanced(Step at)
    {
        foreach (var e in _touched)
        {
            _left[e] = 0;
        }

        _touched.Clear();
        _changed.Clear();
        foreach (var step in at.Chain())
        {
            _changed.Add(step.Cell);
            foreach (var (equation, sign) in cells.EquationsOf[step.Cell])
            {
                _left[equation] += sign * step.By;
                _touched.Add(equation);
            }
        }

        int? best = null;
        foreach (var e in _touched)
        {
            if (_left[e] != 0 && (best is not { } b || cells.Equations[e].Length < cells.Equations[b].Length || (cells.Equations[e].Length == cells.Equations[b].Length && e < b)))
            {
                best = e;
            }
        }

        return best;
    }

    /// <summary>Whether something of the block is still small, so that there is a reason to hide it.</summary>
    private bool IsPlausible(Step at, int cell)
    {
        var small = hidden.Small(cell);
        foreach (var step in at.Chain())
        {
            var was = hidden.IsOpen(step.Cell) && cells.IsSensitive(step.Cell, cells.Value[step.Cell]);
            small += (cells.IsSensitive(step.Cell, cells.Value[step.Cell] + step.By) ? 1 : 0) - (was && hidden.InOneBlock(cell, step.Cell) ? 1 : 0);
        }

        return small > 0;
    }

    /// <summary>How many more equations do not hold once a cell differs too; fewer, if it restores some.</summary>
    private int Unbalances(int cell, int by)
    {
        var more = 0;
        foreach (var (equation, sign) in cells.EquationsOf[cell])
        {
            more += (_left[equation] + (sign * by) != 0 ? 1 : 0) - (_left[equation] != 0 ? 1 : 0);
        }

        return more;
    }

    private static long Mix(int cell, int by)
    {
        var x = unchecked((((ulong)(uint)cell << 32) | (uint)by) + 0x9E3779B97F4A7C15);
        x = unchecked((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9);
        x = unchecked((x ^ (x >> 27)) * 0x94D049BB133111EB);
        return unchecked((long)(x ^ (x >> 31)));
    }

    private sealed record Step(Step? Before, int Cell, int By, int Length, int Hiding, int Unbalanced, long Key)
    {
        public IEnumerable<Step> Chain()
        {
            for (var step = this; step is not null; step = step.Before)
            {
                yield return step;
            }
        }
    }
}
