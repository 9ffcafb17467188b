using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;

namespace MiaVoices.Core.Workbench;

/// <summary>Which report is wanted, of what, for whom.</summary>
public sealed record ReportOrder
{
    /// <summary>The report.</summary>
    public required ReportKind Kind { get; init; }

    /// <summary>Who it is for.</summary>
    public Audience Audience { get; init; } = Audience.Steering;

    /// <summary>Only persons with these attribute values; several values of one attribute are alternatives.</summary>
    public IReadOnlyList<(string Attribute, string Value)> Where { get; init; } = [];

    /// <summary>The theme of a dialogue sheet, or a quote list's; null for all.</summary>
    public Guid? Theme { get; init; }

    /// <summary>The survey, by name; null where there is one.</summary>
    public string? Survey { get; init; }

    /// <summary>The wave; null for the latest.</summary>
    public string? Wave { get; init; }

    /// <summary>The choice of persons in words ("grupp är deltagare"); empty for all.</summary>
    public string Choice => string.Join(" och ", Where
        .GroupBy(w => w.Attribute, StringComparer.OrdinalIgnoreCase)
        .Select(g => $"{g.Key} är {string.Join(" eller ", g.Select(v => v.Value))}"));

    /// <summary>
    /// Theme, survey, wave and choice of persons on a line each: two orders of one kind and audience with the same lines are
    /// the same report.
    /// </summary>
    public string Selection => string.Join('\n', new[] { $"{Theme}", Survey ?? "", Wave ?? "" }.Concat(Where
        .Select(w => $"{w.Attribute.ToLowerInvariant()}={w.Value}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)));
}
