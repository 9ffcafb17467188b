namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>
/// Bounds that the printed numbers and the relations set for hidden cells, each equation by itself until nothing tightens. The true
/// range is never wider, so a cell that is narrow here can be pinned down whatever else is hidden; one that is wide may still be.
/// </summary>
internal static class CellBounds
{
    private const int MostSweeps = 50;

    /// <summary>Whether all numbers that a cell may have are within 1 of each other, although it could have others by itself.</summary>
    public static bool AreNarrow(LinkedCells cells, HiddenCells hidden, int cell)
    {
        int[] least = [.. Enumerable.Range(0, cells.Count).Select(c => IsFree(c) ? cells.Least[c] : cells.Value[c])];
        int[] most = [.. Enumerable.Range(0, cells.Count).Select(c => IsFree(c) ? cells.Most[c] : cells.Value[c])];
        for (var (sweep, tightens) = (0, true); tightens && sweep < MostSweeps; sweep++)
        {
            tightens = false;
            foreach (var equation in cells.Equations)
            {
                tightens |= Tighten(equation, least, most, equation.Sum(t => (long)t.Sign * cells.Value[t.Cell]));
            }
        }

        return most[cell] - least[cell] < 2;

        bool IsFree(int c) => hidden.IsOpen(c) && !cells.Certain[c];
    }

    /// <summary>Σ sign·x = sum: each term lies between what the others leave at the least and at the most.</summary>
    private static bool Tighten((int Cell, int Sign)[] equation, int[] least, int[] most, long sum)
    {
        long Low((int Cell, int Sign) t) => t.Sign > 0 ? least[t.Cell] : -(long)most[t.Cell];
        long High((int Cell, int Sign) t) => t.Sign > 0 ? most[t.Cell] : -(long)least[t.Cell];
        var (low, high) = (equation.Sum(Low), equation.Sum(High));
        var tightened = false;
        foreach (var term in equation)
        {
            var (own, ownHigh) = (Low(term), High(term));
            var from = Math.Max(own, sum - (high - ownHigh));
            var to = Math.Min(ownHigh, sum - (low - own));
            if (from > own || to < ownHigh)
            {
                (least[term.Cell], most[term.Cell]) = term.Sign > 0 ? ((int)from, (int)to) : ((int)-to, (int)-from);
                (low, high) = (low - own + from, high - ownHigh + to);
                tightened = true;
            }
        }

        return tightened;
    }
}
