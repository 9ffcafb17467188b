using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Figures;

/// <summary>
/// Suppression over a codebook. The persons of a sub-theme are among those of the theme above it, so a sub-theme's number
/// is hidden too where it would leave a small number of the theme's persons over, and where the theme's own number is
/// hidden. Themes side by side need no such care: one person may have several, and some have only the theme above, so
/// their numbers do not add up.
/// </summary>
internal sealed class NestedRows
{
    private readonly CodeTree _tree;
    private readonly int _threshold;
    private readonly Dictionary<Guid, SuppressedRow> _rows = [];

    /// <summary>Hides what is to be hidden of the rows, one for each code, all with the same columns.</summary>
    public NestedRows(CodeTree tree, int threshold, Func<Guid, (IReadOnlyList<Share> Parts, Share Total)> row)
    {
        (_tree, _threshold) = (tree, threshold);
        foreach (var code in tree.Codes)
        {
            var (parts, total) = row(code.Id);
            _rows[code.Id] = Suppression.Row(Bounded(code.Id, new SuppressedRow(
                [.. parts.Select((share, i) => Hidden(share, Above(code.Id).Select(a => a.Parts[i])))],
                Hidden(total, Above(code.Id).Select(a => a.Total)),
                threshold)));
        }
    }

    /// <summary>The row of a code as shown, with what the themes above tell of it.</summary>
    public SuppressedRow this[Guid code] => _rows[code];

    private IEnumerable<SuppressedRow> Above(Guid code) => _tree.Above(code).Select(a => _rows[a]);

    private SuppressedRow Bounded(Guid code, SuppressedRow row) => row with
    {
        Most = [.. row.Parts.Select((share, i) => Most(share, Above(code).Select(a => a.Parts[i])))],
        MostTotal = Most(row.Total, Above(code).Select(a => a.Total)),
    };

    private Share Hidden(Share own, IEnumerable<Share> above) => own with
    {
        Suppressed = own.Persons > 0 && above.Any(a => a.Suppressed || (a.Persons > own.Persons && a.Persons - own.Persons < _threshold)),
    };

    private static int Most(Share own, IEnumerable<Share> above) =>
        above.Where(a => !a.Suppressed).Select(a => a.Persons).Append(own.Of).Min();
}
