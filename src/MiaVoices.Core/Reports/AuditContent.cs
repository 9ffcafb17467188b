using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Disclosure;

namespace MiaVoices.Core.Reports;

/// <summary>What a report of a user-led audit says of one area.</summary>
/// <param name="Code">The theme that the area is.</param>
/// <param name="Well">Persons who have said that something works well.</param>
/// <param name="Less">Persons who have said that something works less well.</param>
/// <param name="Proposed">Persons who have proposed something.</param>
/// <param name="Both">Persons who have said both that something works well and that something works less well.</param>
public sealed record AuditArea(Guid Code, Share Well, Share Less, Share Proposed, Share Both)
{
    /// <summary>Quotes on what works well.</summary>
    public IReadOnlyList<ShownQuote> WellQuotes { get; init; } = [];

    /// <summary>Quotes on what works less well.</summary>
    public IReadOnlyList<ShownQuote> LessQuotes { get; init; } = [];

    /// <summary>Quotes that propose something.</summary>
    public IReadOnlyList<ShownQuote> ProposalQuotes { get; init; } = [];

    /// <summary>Proposals as the coders have condensed them; for the office's own draft.</summary>
    public IReadOnlyList<string> Condensed { get; init; } = [];

    /// <summary>
    /// The area with what may not be told marked. Those who have said both are among those who have said either, so that
    /// those who have only said one are guarded as they are, and the two together are no more than all.
    /// </summary>
    /// <param name="threshold">The least number shown; 0 hides nothing.</param>
    public AuditArea Suppressed(int threshold)
    {
        var model = new DisclosureModel(threshold);
        var all = model.Known("all", Well.Of);
        var (well, less, proposed) = (model.Cell("well", Well), model.Cell("less", Less), model.Cell("proposed", Proposed));
        var both = model.Cell("both", Both);
        model.Rest(well, both);
        model.Within(all, well, model.Rest(less, both));
        var plan = DisclosurePlan.Of(model);
        Share Shown(Share share, int cell) => share with { Suppressed = plan.IsHidden(cell) };
        return this with { Well = Shown(Well, well), Less = Shown(Less, less), Proposed = Shown(Proposed, proposed), Both = Shown(Both, both) };
    }
}

/// <summary>Units whose answers are reported together.</summary>
/// <param name="Names">The units; several where some are too small to stand alone.</param>
/// <param name="Persons">Persons in them.</param>
public sealed record AuditUnit(IReadOnlyList<string> Names, int Persons)
{
    /// <summary>The units with small ones put together, until no line has fewer persons than the threshold or one line is left.</summary>
    public static IReadOnlyList<AuditUnit> Merge(IEnumerable<AuditUnit> units, int threshold)
    {
        ArgumentNullException.ThrowIfNull(units);
        var all = units.ToList();
        while (all.Count > 1 && all.Any(u => u.Persons < threshold))
        {
            // The two smallest go together, and the first of equals, so that the same project gives the same lines.
            var pair = all.Index().OrderBy(u => u.Item.Persons).ThenBy(u => u.Index).Take(2).OrderBy(u => u.Index).ToList();
            all[pair[0].Index] = new AuditUnit([.. pair[0].Item.Names, .. pair[1].Item.Names], pair[0].Item.Persons + pair[1].Item.Persons);
            all.RemoveAt(pair[1].Index);
        }

        return all;
    }
}
