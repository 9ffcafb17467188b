namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>
/// The numbers of all tables of a report and what a reader knows of them, from which <see cref="DisclosurePlan"/> decides
/// what to hide. Cells are numbered from 0 in the order they are added. Not thread-safe while it is built.
/// </summary>
/// <param name="threshold">The least number of persons shown; 0 hides nothing.</param>
public sealed class DisclosureModel(int threshold)
{
    private readonly List<DisclosureCell> _cells = [];
    private readonly List<DisclosureRelation> _relations = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly HashSet<int> _hidden = [];
    private readonly HashSet<int> _hiddenBefore = [];

    /// <summary>The least number of persons shown; 0 hides nothing.</summary>
    public int Threshold { get; } = threshold;

    /// <summary>
    /// Whether to withstand a reader who guesses rightly that a hidden total is hidden for being small. Where small totals
    /// fill a table nothing withstands that, and it must do that he cannot know.
    /// </summary>
    public bool WithstandsGuesses { get; init; } = true;

    /// <summary>The cells.</summary>
    public IReadOnlyList<DisclosureCell> Cells => _cells;

    /// <summary>The relations.</summary>
    public IReadOnlyList<DisclosureRelation> Relations => _relations;

    /// <summary>Cells that are hidden whatever their number.</summary>
    public IReadOnlySet<int> HiddenAnyway => _hidden;

    /// <summary>Cells that other tables have hidden already; that is no reason of its own for hiding more.</summary>
    public IReadOnlySet<int> HiddenBefore => _hiddenBefore;

    /// <summary>The cell with a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public int this[string key] => _places[key];

    /// <summary>Adds a number that is printed unless it must be hidden; a key added before gives the same cell.</summary>
    /// <param name="key">Unique in the model.</param>
    /// <param name="value">The number.</param>
    /// <param name="most">The most that it can be, as every reader knows.</param>
    /// <param name="of">The persons it is a number of, where that is not <paramref name="most"/>.</param>
    /// <param name="least">The least that it can be, as every reader knows.</param>
    /// <exception cref="ArgumentException">The number is not within least and most, or the key stands for another number.</exception>
    public int Cell(string key, int value, int most, int? of = null, int least = 0) =>
        Add(new DisclosureCell(key, value, most, of ?? most, CellShowing.Printed) { Least = least });

    /// <summary>Adds the share of a table: its persons, of its base.</summary>
    /// <exception cref="ArgumentException">The number is not within 0 and most, or the key stands for another number.</exception>
    public int Cell(string key, Share share)
    {
        var cell = Cell(key, share.Persons, share.Of);
        if (share.Suppressed)
        {
            Hide(cell);
        }

        return cell;
    }

    /// <summary>Adds a number that is always printed, such as how many were asked.</summary>
    /// <exception cref="ArgumentException">The number is not within 0 and most, or the key stands for another number.</exception>
    public int Known(string key, int value) => Add(new DisclosureCell(key, value, value, value, CellShowing.Known));

    /// <summary>Adds a share that is printed whatever else is hidden: it was settled before.</summary>
    /// <exception cref="ArgumentException">The number is not within 0 and most, or the key stands for another number.</exception>
    public int Known(string key, int value, int of) => Add(new DisclosureCell(key, value, of, of, CellShowing.Known));

    /// <summary>Adds a number that no table prints but that names a group, so that it is guarded when small.</summary>
    /// <exception cref="ArgumentException">The number is not within 0 and most, or the key stands for another number.</exception>
    public int WorkedOut(string key, int value, int most) => Add(new DisclosureCell(key, value, most, most, CellShowing.WorkedOut));

    /// <summary>Adds a number that no table prints and nobody guards, but that ties others together.</summary>
    /// <exception cref="ArgumentException">The number is not within 0 and most, or the key stands for another number.</exception>
    public int Unprinted(string key, int value, int most) => Add(new DisclosureCell(key, value, most, most, CellShowing.Unprinted));

    /// <summary>Says that the parts add up to the whole: everybody of the whole is in one part and no more.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public void Sum(int whole, params IReadOnlyList<int> parts) => Add(new DisclosureRelation(RelationKind.Sum, whole, parts));

    /// <summary>Says that everybody of the part is in the whole.</summary>
    /// <exception cref="ArgumentException">The part is larger.</exception>
    public void AtMost(int part, int whole) => Add(new DisclosureRelation(RelationKind.AtMost, whole, [part]));

    /// <summary>Says that the parts have nobody in common and are all in the whole.</summary>
    /// <exception cref="ArgumentException">The parts together are larger.</exception>
    public void Within(int whole, params IReadOnlyList<int> parts) => Add(new DisclosureRelation(RelationKind.AtMost, whole, parts));

    /// <summary>Says that everybody of the whole is in one part at least.</summary>
    /// <exception cref="ArgumentException">The whole is larger than the parts together.</exception>
    public void AtMostSum(int whole, params IReadOnlyList<int> parts) => Add(new DisclosureRelation(RelationKind.AtMostSum, whole, parts));

    /// <summary>
    /// Says that everybody of the part is in the whole, and guards those who are in the whole only: a reader who sees both
    /// numbers sees theirs.
    /// </summary>
    /// <returns>The cell of the rest.</returns>
    /// <exception cref="ArgumentException">The part is larger.</exception>
    public int Rest(int whole, int part)
    {
        var rest = WorkedOut($"{_cells[whole].Key} \u2212 {_cells[part].Key}", _cells[whole].Value - _cells[part].Value, _cells[whole].Most);
        Sum(whole, part, rest);
        return rest;
    }

    /// <summary>Hides a cell for a reason of its own; the others are chosen so that it cannot be worked out.</summary>
    public void Hide(int cell) => _hidden.Add(cell);

    /// <summary>Hides a cell that another table, settled before, has hidden.</summary>
    public void HideBefore(int cell) => _hiddenBefore.Add(cell);

    private int Add(DisclosureCell cell)
    {
        if (cell.Value < cell.Least || cell.Least < 0 || cell.Value > cell.Most)
        {
            throw new ArgumentException($"{cell.Key}: {cell.Value} is not within {cell.Least} and {cell.Most}.", nameof(cell));
        }

        if (_places.TryGetValue(cell.Key, out var place))
        {
            return _cells[place] == cell ? place : throw new ArgumentException($"{cell.Key} stands for two numbers.", nameof(cell));
        }

        _places[cell.Key] = _cells.Count;
        _cells.Add(cell);
        return _cells.Count - 1;
    }

    private void Add(DisclosureRelation relation)
    {
        var (whole, parts) = (_cells[relation.Whole].Value, relation.Parts.Sum(p => _cells[p].Value));
        var holds = relation.Kind switch
        {
            RelationKind.Sum => parts == whole,
            RelationKind.AtMostSum => parts >= whole,
            _ => parts <= whole,
        };
        if (!holds)
        {
            throw new ArgumentException($"{_cells[relation.Whole].Key}: the whole is {whole}, the parts {parts}.", nameof(relation));
        }

        _relations.Add(relation);
    }
}
