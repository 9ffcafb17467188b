namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>Hides cells until there is evidence for each hidden one. Used once; not thread-safe.</summary>
internal sealed class PlanBuilder
{
    private const int FreeBudget = 300, HidingBudget = 3000, LastBudget = 20_000;

    // How much further than needed a cell may differ in the last search.
    private const int Beyond = 2;
    private readonly LinkedCells _cells;
    private readonly WorldSearch _search;
    private readonly SortedSet<int> _waiting = [];

    public PlanBuilder(LinkedCells cells, IReadOnlySet<int> anyway, IReadOnlySet<int> before)
    {
        _cells = cells;
        Hidden = new HiddenCells(cells, anyway.Order(), before.Order());
        _search = new WorldSearch(cells, Hidden);
        (Lower, Upper) = (new DisclosureWorld?[cells.Count], new DisclosureWorld?[cells.Count]);
        _waiting.UnionWith(anyway);
        _waiting.UnionWith(before);
    }

    public HiddenCells Hidden { get; }

    public DisclosureWorld?[] Lower { get; }

    public DisclosureWorld?[] Upper { get; }

    public List<int> Unproven { get; } = [];

    /// <summary>Whether the reader must not learn the cell's number.</summary>
    public static bool IsGuarded(LinkedCells cells, HiddenCells hidden, int cell) =>
        cell < cells.Declared.Length && !cells.Certain[cell] && cells.Declared[cell].Showing switch
        {
            CellShowing.Printed => hidden.IsOpen(cell),
            CellShowing.WorkedOut => cells.IsSensitive(cell, cells.Value[cell]),
            _ => false,
        };

    /// <summary>Whether worlds through hidden cells alone show the cell not to be pinned down.</summary>
    public static bool Proves(LinkedCells cells, WorldSearch search, int cell, IReadOnlyDictionary<int, int>? least)
    {
        var need = Need(cells, cell);
        return Finds(need) || Finds(-need) || (need == 2 && Finds(1) && Finds(-1)) || Swaps(cells, cell).Any(Finds);

        bool Finds(int by) => search.Find(cell, by, mayHide: false, HidingBudget, least) is not null;
    }

    public void Build(CancellationToken cancellation)
    {
        for (var c = 0; c < _cells.Declared.Length; c++)
        {
            if (_cells.IsSensitive(c, _cells.Value[c]))
            {
                Hide(c);
            }
        }

        // Under a small total even the noughts tell where its few persons are not.
        foreach (var part in _cells.SmallWholes.SelectMany(w => _cells.PartsOf[w]).Where(_cells.MayHide))
        {
            Hide(part);
        }

        while (_waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var cell = _waiting.Min;
            _waiting.Remove(cell);
            if (IsGuarded(_cells, Hidden, cell) && !Guard(cell))
            {
                Unproven.Add(cell);
            }
        }
    }

    /// <summary>How far apart two possible numbers must be: 2, or what the cell's own bounds allow.</summary>
    private static int Need(LinkedCells cells, int cell) => Math.Min(2, cells.Most[cell] - cells.Least[cell]);

    /// <summary>Differences that would make a neighbour the small one instead.</summary>
    private static IEnumerable<int> Swaps(LinkedCells cells, int cell) => cells.EquationsOf[cell]
        .SelectMany(e => cells.Equations[e.Equation].Where(t => t.Cell != cell).Select(t => -t.Sign * e.Sign * (1 - cells.Value[t.Cell])))
        .Where(by => Math.Abs(by) > 2).Distinct().Order();

    private bool Guard(int cell)
    {
        if (IsProven(cell) || Try(cell, mayHide: false, FreeBudget) || TrySwaps(cell) || Try(cell, mayHide: true, HidingBudget))
        {
            return true;
        }

        // Then the whole of the rows that the cell stands in.
        var back = Hidden.Mark();
        var waiting = _waiting.ToList();
        if (TryAll(cell, Beside([cell])))
        {
            return true;
        }

        // At last everything linked with it, even noughts that might be told otherwise.
        var linked = Linked(cell);
        var certain = linked.Where(c => _cells.Certain[c]).ToList();
        certain.ForEach(c => _cells.Certain[c] = false);
        if (TryAll(cell, linked) || Try(cell, mayHide: false, LastBudget, Beyond) || Try(cell, mayHide: false, LastBudget, Beyond, isGreedy: false))
        {
            return true;
        }

        if (!CellBounds.AreNarrow(_cells, Hidden, cell))
        {
            return false;
        }

        // Known numbers fix it to within 1, so that hiding more does not help; but it is not to be told exactly, or all beside it is hidden.
        certain.ForEach(c => _cells.Certain[c] = true);
        back();
        _waiting.Clear();
        _waiting.UnionWith(waiting);
        if (!Try(cell, mayHide: true, HidingBudget, need: 1))
        {
            Beside([cell]).Where(_cells.MayHide).Order().ToList().ForEach(c => Hide(c));
        }

        return false;
    }

    private bool TryAll(int cell, IEnumerable<int> hide)
    {
        foreach (var c in hide.Where(_cells.MayHide).Order())
        {
            Hide(c);
        }

        return TrySwaps(cell) || Try(cell, mayHide: false, HidingBudget);
    }

    private bool Hide(int cell)
    {
        if (_cells.Declared[cell].Showing == CellShowing.Printed && !Hidden.Hide(cell))
        {
            return false;
        }

        _waiting.Add(cell);
        return true;
    }

    private bool Try(int cell, bool mayHide, int budget, int beyond = 0, bool isGreedy = true, int? need = null) =>
        Finds(cell, need ?? Need(_cells, cell), mayHide, budget, beyond, isGreedy);

    private bool Finds(int cell, int need, bool mayHide, int budget, int beyond, bool isGreedy)
    {
        var found = new[] { need, -need }.Select(by => _search.Find(cell, by, mayHide, budget, null, beyond, isGreedy)).Where(f => f is not null)
            .OrderBy(f => f!.Value.Hiding).FirstOrDefault();
        if (found is { } best)
        {
            Take(best.Changes);
            return true;
        }

        if (need < 2 || _search.Find(cell, 1, mayHide, budget, null, beyond, isGreedy) is not { } up || _search.Find(cell, -1, mayHide, budget, null, beyond, isGreedy) is not { } down)
        {
            return false;
        }

        Take(up.Changes);
        Take(down.Changes);
        return true;
    }

    private bool TrySwaps(int cell)
    {
        foreach (var by in Swaps(_cells, cell))
        {
            if (_search.Find(cell, by, mayHide: false, FreeBudget) is { } found)
            {
                Take(found.Changes);
                return true;
            }
        }

        return false;
    }

    /// <summary>A world serves as evidence for every cell that it changes.</summary>
    private void Take(IReadOnlyList<(int Cell, int By)> changes)
    {
        var world = new DisclosureWorld(changes.Where(c => c.Cell < _cells.Declared.Length).ToDictionary(c => c.Cell, c => _cells.Value[c.Cell] + c.By));
        foreach (var (cell, by) in changes)
        {
            if (cell < _cells.Declared.Length && _cells.Declared[cell].Showing == CellShowing.Printed)
            {
                Hide(cell);
            }

            var side = by < 0 ? Lower : Upper;
            if (Math.Abs(by) > Math.Abs(Distance(side[cell], cell)))
            {
                side[cell] = world;
            }
        }
    }

    private bool IsProven(int cell) => Distance(Upper[cell], cell) - Distance(Lower[cell], cell) >= Need(_cells, cell);

    private int Distance(DisclosureWorld? world, int cell) =>
        world is not null && world.Changes.TryGetValue(cell, out var value) ? value - _cells.Value[cell] : 0;

    private List<int> Beside(IEnumerable<int> cells) =>
        [.. cells.SelectMany(c => _cells.EquationsOf[c]).SelectMany(e => _cells.Equations[e.Equation]).Select(t => t.Cell).Distinct()];

    private HashSet<int> Linked(int cell)
    {
        var linked = new HashSet<int> { cell };
        for (List<int> next = [cell]; next.Count > 0;)
        {
            next = [.. Beside(next).Where(linked.Add)];
        }

        return linked;
    }
}
