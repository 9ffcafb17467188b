namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>
/// Which cells a reader does not see, and how these hang together: cells of one equation, and so on. In each such block
/// something must be small, or nothing of it would be hidden; a reader who knows that leaves other numbers out of account.
/// </summary>
internal sealed class HiddenCells
{
    private readonly LinkedCells _cells;
    private bool[] _isOpen;
    private int[] _block;
    private int[] _small;

    public HiddenCells(LinkedCells cells, IEnumerable<int> anyway, IEnumerable<int> before)
    {
        _cells = cells;
        _isOpen = new bool[cells.Count];
        _block = [.. Enumerable.Range(0, cells.Count)];
        _small = new int[cells.Count];
        for (var c = 0; c < cells.Count; c++)
        {
            if (c >= cells.Declared.Length || cells.Declared[c].Showing is CellShowing.WorkedOut or CellShowing.Unprinted)
            {
                Open(c);
            }
        }

        foreach (var c in before)
        {
            Hide(c);
        }

        foreach (var c in anyway)
        {
            Hide(c);
            _small[Root(c)]++;
        }
    }

    /// <summary>Whether the reader does not see the cell: it is hidden, or in no table.</summary>
    public bool IsOpen(int cell) => _isOpen[cell];

    /// <summary>How many small numbers the cell's block holds, or reasons of their own to hide.</summary>
    public int Small(int cell) => _small[Root(cell)];

    public bool Hide(int cell)
    {
        if (_isOpen[cell])
        {
            return false;
        }

        Open(cell);
        return true;
    }

    public bool InOneBlock(int a, int b) => Root(a) == Root(b);

    /// <summary>A way back to what is hidden now.</summary>
    public Action Mark()
    {
        var (open, block, small) = ((bool[])_isOpen.Clone(), (int[])_block.Clone(), (int[])_small.Clone());
        return () => (_isOpen, _block, _small) = (open, block, small);
    }

    /// <summary>Works out the blocks for good; after that, and with no more hiding, reading is thread-safe.</summary>
    public void Settle()
    {
        for (var c = 0; c < _block.Length; c++)
        {
            _block[c] = Root(c);
        }
    }

    private void Open(int cell)
    {
        _isOpen[cell] = true;
        _small[Root(cell)] += _cells.IsSensitive(cell, _cells.Value[cell]) ? 1 : 0;
        foreach (var (equation, _) in _cells.EquationsOf[cell])
        {
            foreach (var (other, _) in _cells.Equations[equation])
            {
                if (_isOpen[other])
                {
                    Join(cell, other);
                }
            }
        }
    }

    private void Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a != b)
        {
            _block[b] = a;
            _small[a] += _small[b];
        }
    }

    private int Root(int cell)
    {
        while (_block[cell] != cell)
        {
            cell = _block[cell] = _block[_block[cell]];
        }

        return cell;
    }
}
