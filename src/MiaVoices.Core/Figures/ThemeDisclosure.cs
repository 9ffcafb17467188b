using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures.Disclosure;

namespace MiaVoices.Core.Figures;

/// <summary>
/// The plan of what to hide in tables of themes by groups, one table or several with the same persons. The persons of a
/// group and those of all add up; the persons of a sub-theme are among those of the themes above it, and a small number of
/// them who have only the theme above is guarded too. Themes side by side hang together in no other way: one person may
/// have several, and some have only the theme above. Immutable; thread-safe.
/// </summary>
internal sealed class ThemeDisclosure
{
    private readonly DisclosureModel _model;
    private readonly Dictionary<Guid, int> _totals = [];
    private readonly Dictionary<(Guid Code, int Table, int Group), int> _parts = [];

    public ThemeDisclosure(CodeTree tree, IReadOnlyList<ThemeFigures> tables, int threshold)
    {
        _model = new DisclosureModel(threshold);
        var counts = tables.Select(t => t.Themes.ToDictionary(c => c.Code)).ToList();
        foreach (var code in tree.Codes.Select(c => c.Id))
        {
            _totals[code] = _model.Cell($"{code}", counts[0][code].All);
            for (var t = 0; t < tables.Count; t++)
            {
                var groups = counts[t][code].ByGroup;
                for (var g = 0; g < groups.Count; g++)
                {
                    _parts[(code, t, g)] = _model.Cell($"{code} {t} {g}", groups[g]);
                }

                _model.Sum(_totals[code], [.. Enumerable.Range(0, groups.Count).Select(g => _parts[(code, t, g)])]);
                foreach (var above in tree.Above(code))
                {
                    for (var g = 0; g < groups.Count; g++)
                    {
                        _model.Rest(_parts[(above, t, g)], _parts[(code, t, g)]);
                    }
                }
            }

            foreach (var above in tree.Above(code))
            {
                _model.Rest(_totals[above], _totals[code]);
            }
        }

        Plan = DisclosurePlan.Of(_model);
    }

    public DisclosurePlan Plan { get; }

    public int Total(Guid code) => _totals[code];

    public int Part(Guid code, int table, int group) => _parts[(code, table, group)];

    public ThemeCount Shown(ThemeCount count, int table) => count with
    {
        All = Shown(count.All, Total(count.Code)),
        ByGroup = [.. count.ByGroup.Select((share, g) => Shown(share, Part(count.Code, table, g)))],
    };

    private Share Shown(Share share, int cell) => share with { Suppressed = share.Suppressed || Plan.IsHidden(cell) };
}
