using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;

namespace MiaVoices.Tests.Core.Figures.Surveys;

/// <summary>
/// Someone who has the tables of a theme report: themes by group and beside questions, of the same persons, and the bases. Knows the
/// threshold, that the parts of a table add up, also with those who did not answer, that a sub-theme is part of its theme, and that what
/// hangs together was hidden for something small; reckons with all numbers that fit.
/// </summary>
internal sealed class ThemeTablesAttacker
{
    private readonly NumberPuzzle _puzzle = new();
    private readonly List<(int Number, int True, int Of, string Name)> _guarded = [];
    private readonly Dictionary<int, Func<int, bool>> _small = [];
    private readonly HashSet<int> _unknown = [];
    private readonly List<int[]> _relations = [];
    private readonly int _threshold;
    private readonly bool _opens;

    /// <summary>Reads what is printed.</summary>
    /// <param name="tables">The tables: first the overview, whose groups are all printed, then those beside questions.</param>
    /// <param name="tree">The codebook.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="opens">Whether nothing is taken as known but the bases: what is told then is so whatever is hidden.</param>
    public ThemeTablesAttacker(IReadOnlyList<ThemeFigures> tables, CodeTree tree, int threshold, bool opens = false)
    {
        (_threshold, _opens) = (threshold, opens);
        var cells = new Dictionary<(Guid Code, int Table, int Group), int>();
        foreach (var code in tree.Codes.Select(c => c.Id))
        {
            var all = cells[(code, -1, 0)] = Number(tables[0].Themes.Single(t => t.Code == code).All, $"{tree[code].Name} all");
            foreach (var (t, table) in tables.Index())
            {
                var groups = table.Themes.Single(x => x.Code == code).ByGroup;
                foreach (var (g, share) in groups.Index())
                {
                    cells[(code, t, g)] = Number(share, $"{tree[code].Name} {t} {table.Groups[g]}");
                }

                int[] parts = [.. Enumerable.Range(0, groups.Count).Select(g => cells[(code, t, g)])];
                _puzzle.Sum(all, parts);
                _relations.Add([all, .. parts]);
            }
        }

        foreach (var ((code, t, g), part) in cells.ToList())
        {
            for (var at = tree[code].Parent; at is { } above; at = tree[above].Parent)
            {
                Rest(cells[(above, t, g)], part, $"{tree[above].Name} but {tree[code].Name} {t} {g}");
            }
        }

        foreach (var block in Blocks())
        {
            _puzzle.Some(block.Select(n => (n, _small[n])));
        }
    }

    public bool GaveUp => _puzzle.GaveUp;

    public int Hidden => _guarded.Count;

    /// <summary>What is hidden and known to within 1; of one person nothing else can be.</summary>
    public IReadOnlyList<string> Told() => [.. _guarded.Where(h => h.Of > 1 && !_puzzle.IsWide(h.Number, h.True)).Select(h => h.Name)];

    private int Number(Share share, string name)
    {
        var number = share.Suppressed || _opens ? _puzzle.Add(0, share.Of, share.Persons) : _puzzle.Add(share.Persons);
        _small[number] = n => (n > 0 && n < _threshold) || (share.Of > 0 && share.Of < _threshold && (n == 0 || n == share.Of));
        if (share.Suppressed)
        {
            _guarded.Add((number, share.Persons, share.Of, name));
        }

        if (share.Suppressed || _opens)
        {
            _unknown.Add(number);
        }

        return number;
    }

    /// <summary>Those who have the theme above only.</summary>
    private void Rest(int whole, int part, string name)
    {
        var (least, most) = (_puzzle.Least(whole) - _puzzle.Most(part), _puzzle.Most(whole) - _puzzle.Least(part));
        var value = _puzzle.Hint(whole) - _puzzle.Hint(part);
        var rest = _puzzle.Add(Math.Max(0, least), Math.Max(0, most), value);
        _small[rest] = n => n > 0 && n < _threshold;
        _puzzle.Sum(whole, [part, rest]);
        _relations.Add([whole, part, rest]);
        if (least < most)
        {
            _unknown.Add(rest);
        }

        if (_small[rest](value))
        {
            _guarded.Add((rest, value, most, name));
        }
    }

    /// <summary>What is not known and hangs together by relations.</summary>
    private List<List<int>> Blocks()
    {
        var (blocks, seen) = (new List<List<int>>(), new HashSet<int>());
        var of = _relations.SelectMany((r, i) => r.Where(_unknown.Contains).Select(n => (Number: n, Relation: i))).ToLookup(x => x.Number, x => x.Relation);
        foreach (var number in _unknown.Where(seen.Add))
        {
            List<int> block = [number];
            for (var i = 0; i < block.Count; i++)
            {
                block.AddRange(of[block[i]].SelectMany(r => _relations[r]).Where(n => _unknown.Contains(n) && seen.Add(n)));
            }

            blocks.Add(block);
        }

        return blocks;
    }
}
