using MiaVoices.Core.Figures.Disclosure;

namespace MiaVoices.Tests.Core.Figures.Disclosure;

/// <summary>
/// A reader with patience: goes through all numbers that fit what is printed, the relations, the bounds and the rule that
/// nothing is hidden unless something is small, and says which numbers each hidden cell may have. Knows nothing of how the
/// plan is made. For small models only.
/// </summary>
internal sealed class DisclosureAudit
{
    private readonly DisclosureModel _model;
    private readonly IReadOnlySet<int> _hidden;
    private readonly int[] _low, _high;
    private readonly SortedSet<int>[] _possible;
    private readonly List<int[]> _blocks;
    private readonly bool[] _certain;

    private DisclosureAudit(DisclosureModel model, IReadOnlySet<int> hidden)
    {
        (_model, _hidden) = (model, hidden);
        _certain = Certain(model, hidden);
        var wholes = model.Relations.Where(r => r.Kind == RelationKind.Sum && r.Parts.All(p => model.Cells[p].Showing == CellShowing.Printed)).Select(r => r.Whole).ToHashSet();
        var open = model.Cells.Select((c, i) => c.Showing == CellShowing.WorkedOut || hidden.Contains(i)).ToArray();
        _low = [.. model.Cells.Select((c, i) => open[i] ? 0 : c.Value)];
        _high = [.. model.Cells.Select((c, i) => open[i] ? c.Most : c.Value)];
        for (var i = 0; i < _low.Length; i++)
        {
            var cell = model.Cells[i];
            if (open[i] && wholes.Contains(i) && cell.Showing == CellShowing.Printed && cell.Of >= model.Threshold && cell.Value > 0 && cell.Value < model.Threshold && model.Threshold > 3)
            {
                (_low[i], _high[i]) = (1, Math.Min(cell.Most, model.Threshold - 1));
            }
        }

        _possible = [.. model.Cells.Select(_ => new SortedSet<int>())];
        _blocks = Blocks(open);
    }

    /// <summary>False when it gave up.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The numbers that a cell may have; empty for those that are printed.</summary>
    public IReadOnlyCollection<int> this[int cell] => _possible[cell];

    public static DisclosureAudit Of(DisclosureModel model, IEnumerable<int> hidden, int tries = 2_000_000)
    {
        var audit = new DisclosureAudit(model, hidden.ToHashSet());
        foreach (var block in audit._blocks)
        {
            // Blocks are independent: what is in one says nothing of another.
            var left = tries;
            audit.Fill(block, 0, ref left);
            audit.IsComplete &= left > 0;
        }

        return audit;
    }

    private void Fill(int[] block, int at, ref int left)
    {
        if (left-- <= 0)
        {
            return;
        }

        if (at == block.Length)
        {
            if (block.Any(c => !_certain[c] && _model.Cells[c].IsSensitive(_low[c], _model.Threshold)) || block.Any(_model.HiddenAnyway.Contains))
            {
                foreach (var c in block)
                {
                    _possible[c].Add(_low[c]);
                }
            }

            return;
        }

        var cell = block[at];
        var (low, high) = (_low[cell], _high[cell]);
        for (var v = low; v <= high; v++)
        {
            (_low[cell], _high[cell]) = (v, v);
            if (_model.Relations.Where(r => r.Whole == cell || r.Parts.Contains(cell)).All(MayHold))
            {
                Fill(block, at + 1, ref left);
            }
        }

        (_low[cell], _high[cell]) = (low, high);
    }

    private bool MayHold(DisclosureRelation r)
    {
        var (least, most) = (r.Parts.Sum(p => _low[p]), r.Parts.Sum(p => _high[p]));
        return r.Kind switch
        {
            RelationKind.Sum => least <= _high[r.Whole] && most >= _low[r.Whole],
            RelationKind.AtMost => least <= _high[r.Whole],
            _ => most >= _low[r.Whole],
        };
    }

    private List<int[]> Blocks(bool[] open)
    {
        var blocks = new List<int[]>();
        var seen = new HashSet<int>();
        var relations = _model.Relations.Select(r => r.Parts.Append(r.Whole).Where(c => open[c]).ToArray()).ToList();
        for (var c = 0; c < open.Length; c++)
        {
            if (!open[c] || !seen.Add(c))
            {
                continue;
            }

            List<int> block = [c];
            for (var i = 0; i < block.Count; i++)
            {
                block.AddRange(relations.Where(r => r.Contains(block[i])).SelectMany(r => r).Where(seen.Add));
            }

            blocks.Add([.. block]);
        }

        return blocks;
    }

    private static bool[] Certain(DisclosureModel model, IReadOnlySet<int> hidden)
    {
        var certain = new bool[model.Cells.Count];
        bool changed;
        do
        {
            changed = false;
            foreach (var r in model.Relations.Where(r => r.Kind != RelationKind.AtMostSum && model.Cells[r.Whole].Value == 0 && !model.HiddenAnyway.Contains(r.Whole)))
            {
                var whole = model.Cells[r.Whole];
                if (certain[r.Whole] || (whole.Showing != CellShowing.WorkedOut && !hidden.Contains(r.Whole) && !whole.IsSensitive(0, model.Threshold)))
                {
                    foreach (var p in r.Parts.Where(p => !certain[p] && !model.HiddenAnyway.Contains(p)))
                    {
                        certain[p] = changed = true;
                    }
                }
            }
        }
        while (changed);
        return certain;
    }
}
