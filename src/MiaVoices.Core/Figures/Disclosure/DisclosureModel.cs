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

    /// <summary>The least number of persons shown; 0 hides nothing.</summary>
    public int Threshold { get; } = threshold;

    /// <summary>The cells.</summary>
    public IReadOnlyList<DisclosureCell> Cells => _cells;

    /// <summary>The relations.</summary>
    public IReadOnlyList<DisclosureRelation> Relations => _relations;

    /// <summary>Cells that are hidden whatever their number.</summary>
    public IReadOnlySet<int> HiddenAnyway => _hidden;

    /// <summary>The cell with a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public int this[string key] => _places[key];

    /// <summary>Adds a number that is printed unless it must be hidden; a key added before gives the same cell.</summary>
    /// <param name="key">Unique in the model.</param>
    /// <param name="value">The number.</param>
    /// <param name="most">The most that it can be, as every reader knows.</param>
    /// <param name="of">The persons it is a number of, where that is not <paramref name="most"/>.</param>
    /// <exception cref="ArgumentException">The number is not within 0 and most, or the key stands for another number.</exception>
    public int Cell(string key, int value, int most, int? of = null) => Add(new DisclosureCell(key, value, most, of ?? most, CellShowing.Printed));

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

    /// <summary>Adds a number that no table prints but that names a group, so that it is guarded when small.</summary>
    /// <exception cref="ArgumentException">The number is not within 0 and most, or the key stands for another number.</exception>
    public int WorkedOut(string key, int value, int most) => Add(new DisclosureCell(key, value, most, most, CellShowing.WorkedOut));

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

    private int Add(DisclosureCell cell)
    {
        if (cell.Value < 0 || cell.Value > cell.Most)
        {
            throw new ArgumentException($"{cell.Key}: {cell.Value} is not within 0 and {cell.Most}.", nameof(cell));
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
