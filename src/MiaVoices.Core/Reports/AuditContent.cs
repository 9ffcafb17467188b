using MiaVoices.Core.Figures;

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

    /// <summary>The area with small numbers marked. The difference between two shown numbers must not be a small one either.</summary>
    /// <param name="threshold">The least number shown; 0 hides nothing.</param>
    public AuditArea Suppressed(int threshold)
    {
        if (threshold == 0)
        {
            return this;
        }

        bool Rest(Share share) => share.Persons - Both.Persons > 0 && share.Persons - Both.Persons < threshold;
        var both = Suppression.Mark(Both, threshold);
        return this with
        {
            Well = Suppression.Mark(Well, threshold),
            Less = Suppression.Mark(Less, threshold),
            Proposed = Suppression.Mark(Proposed, threshold),
            Both = both with { Suppressed = both.Suppressed || Rest(Well) || Rest(Less) || Suppression.IsSmall(Well, threshold) || Suppression.IsSmall(Less, threshold) },
        };
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
