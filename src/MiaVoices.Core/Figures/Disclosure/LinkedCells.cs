namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>
/// A model as equations: each relation is a sum with signs that is nought for the differences between two sets of numbers
/// that fit, with a cell of slack where one side may be larger. Thread-safe but for <see cref="Certain"/> while a plan is built.
/// </summary>
internal sealed class LinkedCells
{
    /// <summary>Hiding costs as many cells as it does first, then their numbers; noughts and totals go last.</summary>
    private const int CellCost = 1000, NoughtCost = 5000, WholeFactor = 8, MostCounted = 900;

    public LinkedCells(DisclosureModel model)
    {
        Threshold = model.Threshold;
        Declared = [.. model.Cells];
        var equations = new List<(int Cell, int Sign)[]>();
        var value = Declared.Select(c => c.Value).ToList();
        var most = Declared.Select(c => c.Most).ToList();
        var whole = new bool[Declared.Length];
        foreach (var relation in model.Relations)
        {
            whole[relation.Whole] = true;
            if (relation.Kind == RelationKind.Sum)
            {
                equations.Add([(relation.Whole, -1), .. relation.Parts.Select(p => (p, 1))]);
                continue;
            }

            // part + slack = whole, or whole + slack = parts.
            var parts = relation.Parts.Sum(p => value[p]);
            var under = relation.Kind == RelationKind.AtMost;
            equations.Add([(relation.Whole, under ? -1 : 1), .. relation.Parts.Select(p => (p, under ? 1 : -1)), (value.Count, 1)]);
            value.Add(Math.Abs(value[relation.Whole] - parts));
            most.Add(under ? most[relation.Whole] : relation.Parts.Sum(p => most[p]));
        }

        (Value, Most, Least) = ([.. value], [.. most], [.. Declared.Select(c => c.Least), .. new int[value.Count - Declared.Length]]);
        Equations = [.. equations];
        EquationsOf = new (int, int)[value.Count][];
        var of = equations.Index().SelectMany(e => e.Item.Select(t => (t.Cell, e.Index, t.Sign))).ToLookup(t => t.Cell, t => (t.Index, t.Sign));
        for (var c = 0; c < EquationsOf.Length; c++)
        {
            EquationsOf[c] = [.. of[c]];
        }

        Certain = Noughts(model);
        HidingCost = [.. Declared.Select((c, i) => (whole[i] ? WholeFactor : 1) * (c.Value == 0 ? NoughtCost : CellCost + Math.Min(c.Value, MostCounted)))];
        var sums = model.Relations.Where(r => r.Kind == RelationKind.Sum && r.Parts.All(p => Declared[p].Showing == CellShowing.Printed)).ToLookup(r => r.Whole);
        SmallWholes = [.. sums.Select(s => s.Key).Where(w => Declared[w].Showing == CellShowing.Printed && IsSensitive(w, value[w]))];
        PartsOf = SmallWholes.ToDictionary(w => w, w => sums[w].SelectMany(r => r.Parts).ToArray());
        foreach (var w in SmallWholes.Where(w => model.WithstandsGuesses && Declared[w].Of >= Threshold && Threshold > Suppression.LeastGuessed))
        {
            // A hidden total might be hidden for another reason, but the reader may guess right that it is small.
            (Least[w], Most[w]) = (Math.Max(1, Least[w]), Math.Min(Threshold - 1, Most[w]));
        }
    }

    public int Threshold { get; }

    /// <summary>The cells of the model; those of slack come after them.</summary>
    public DisclosureCell[] Declared { get; }

    public int Count => Value.Length;

    public int[] Value { get; }

    public int[] Least { get; }

    public int[] Most { get; }

    public (int Cell, int Sign)[][] Equations { get; }

    public (int Equation, int Sign)[][] EquationsOf { get; }

    public int[] HidingCost { get; }

    /// <summary>Noughts under a nought that may be told: "none of all 40" says "none" of every group anyway.</summary>
    public bool[] Certain { get; }

    /// <summary>Totals that are small.</summary>
    public IReadOnlyList<int> SmallWholes { get; }

    /// <summary>The parts of the small totals.</summary>
    public IReadOnlyDictionary<int, int[]> PartsOf { get; }

    public bool IsSensitive(int cell, int value) => cell < Declared.Length && Threshold > 0 && !Certain[cell] && Declared[cell].IsSensitive(value, Threshold);

    /// <summary>Whether the plan may hide the cell: it is printed and can be more than one number.</summary>
    public bool MayHide(int cell) => cell < Declared.Length && Declared[cell].Showing == CellShowing.Printed && Declared[cell].Most > 0 && !Certain[cell];

    private bool[] Noughts(DisclosureModel model)
    {
        var certain = new bool[Value.Length];
        bool IsHidden(int c) => model.HiddenAnyway.Contains(c) || model.HiddenBefore.Contains(c);
        var below = model.Relations.Where(r => r.Kind != RelationKind.AtMostSum).ToLookup(r => r.Whole, r => r.Parts);
        var found = new Stack<int>(below.Select(b => b.Key).Where(c =>
            Value[c] == 0 && Declared[c].Showing is CellShowing.Printed or CellShowing.Known && !IsHidden(c) && !Declared[c].IsSensitive(0, Threshold)));
        while (found.TryPop(out var whole))
        {
            if (certain[whole])
            {
                continue;
            }

            certain[whole] = true;
            foreach (var part in below[whole].SelectMany(p => p).Where(p => !IsHidden(p)))
            {
                found.Push(part);
            }
        }

        return certain;
    }
}
