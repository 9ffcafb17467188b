namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>
/// Which numbers of all tables of a report are hidden, so that a reader who knows the threshold, the sizes of the groups,
/// every printed table and how they hang together cannot pin a hidden number down: at least two numbers are possible, and
/// they are not all within 1 of each other, except where the cell's own bounds allow no more (a group of one person). For
/// each hidden number the plan holds the evidence, two worlds that fit (<see cref="Evidence"/>). The search for what to
/// hide prefers few cells, then small numbers, then noughts, and totals last; it is a heuristic, so the plan is safe but
/// not always the least possible. The same model gives the same plan. Immutable; thread-safe.
/// </summary>
public sealed class DisclosurePlan
{
    private readonly DisclosureModel _model;
    private readonly LinkedCells _cells;
    private readonly HiddenCells _hidden;
    private readonly DisclosureWorld?[] _lower;
    private readonly DisclosureWorld?[] _upper;

    private DisclosurePlan(DisclosureModel model, LinkedCells cells, PlanBuilder builder)
    {
        builder.Hidden.Settle();
        (_model, _cells, _hidden, _lower, _upper) = (model, cells, builder.Hidden, builder.Lower, builder.Upper);
        Hidden = [.. Enumerable.Range(0, model.Cells.Count).Where(c => model.Cells[c].Showing == CellShowing.Printed && builder.Hidden.IsOpen(c))];
        Unproven = [.. builder.Unproven.Order()];
    }

    /// <summary>The cells to hide, in the order of the model.</summary>
    public IReadOnlyList<int> Hidden { get; }

    /// <summary>
    /// Hidden cells, and groups that may be worked out, for which no two worlds were found although everything linked with
    /// them is hidden. They are those that known numbers fix, such as the only person of a group.
    /// </summary>
    public IReadOnlyList<int> Unproven { get; }

    /// <summary>Decides what to hide.</summary>
    /// <param name="model">The cells and what is known of them; it must not be changed while this runs.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static DisclosurePlan Of(DisclosureModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var cells = new LinkedCells(model);
        var builder = new PlanBuilder(cells, model.HiddenAnyway, model.HiddenBefore);
        if (model.Threshold > 0 || model.HiddenAnyway.Count > 0)
        {
            builder.Build(cancellation);
        }

        return new DisclosurePlan(model, cells, builder);
    }

    /// <summary>Whether a cell is hidden.</summary>
    public bool IsHidden(int cell) => _model.Cells[cell].Showing == CellShowing.Printed && _hidden.IsOpen(cell);

    /// <summary>Whether the cell with a key is hidden.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public bool IsHidden(string key) => IsHidden(_model[key]);

    /// <summary>The share as it may be shown.</summary>
    public Share Shown(string key, Share share) => share with { Suppressed = share.Suppressed || IsHidden(key) };

    /// <summary>Two worlds that fit and show the cell not to be pinned down: its number is lower in the first. Null where there are none, or none needed.</summary>
    public (DisclosureWorld Lower, DisclosureWorld Upper)? Evidence(int cell) =>
        _lower[cell] is null && _upper[cell] is null ? null : (_lower[cell] ?? DisclosureWorld.True, _upper[cell] ?? DisclosureWorld.True);

    /// <summary>
    /// Whether the hidden cells stay hidden when the reader knows more: that some numbers are at least so large, because so
    /// many persons are quoted. Looks at those cells and what stands in a relation with them. Thread-safe.
    /// </summary>
    /// <param name="least">The least number by cell; none larger than the true one.</param>
    public bool Withstands(IReadOnlyDictionary<int, int> least)
    {
        ArgumentNullException.ThrowIfNull(least);
        var near = least.Keys.SelectMany(c => _cells.EquationsOf[c].SelectMany(e => _cells.Equations[e.Equation].Select(t => t.Cell)).Append(c));
        var search = new WorldSearch(_cells, _hidden);
        return near.Distinct().Order().Where(c => PlanBuilder.IsGuarded(_cells, _hidden, c) && !Unproven.Contains(c))
            .All(c => EvidenceFits(c, least) || PlanBuilder.Proves(_cells, search, c, least));
    }

    /// <summary>Whether the evidence that is there is possible to a reader who knows the least numbers.</summary>
    private bool EvidenceFits(int cell, IReadOnlyDictionary<int, int> least) => Evidence(cell) is { } evidence
        && new[] { evidence.Lower, evidence.Upper }.All(w => least.All(l => !w.Changes.TryGetValue(l.Key, out var value) || value >= l.Value));
}
