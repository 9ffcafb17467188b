using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;

namespace MiaVoices.Core.Workbench;

/// <summary>Which survey report is wanted.</summary>
public sealed record SurveyOrder
{
    /// <summary>The survey's name; null where the project has one only.</summary>
    public string? Survey { get; init; }

    /// <summary>The wave that the report is about; null for the latest.</summary>
    public string? Wave { get; init; }

    /// <summary>The attribute that makes the groups; null or empty for none.</summary>
    public string? By { get; init; } = SummaryScope.Group;

    /// <summary>Only rows of persons with these attribute values; several values of one attribute are alternatives.</summary>
    public IReadOnlyList<(string Attribute, string Value)> Where { get; init; } = [];

    /// <summary>Who it is for.</summary>
    public Audience Audience { get; init; } = Audience.Steering;

    /// <summary>Numbers of persons below it are suppressed unless the report is for the office itself.</summary>
    public int Threshold { get; init; } = Suppression.Default;

    /// <summary>The least base that percentages are shown of.</summary>
    public int LeastBase { get; init; } = Share.LeastBase;

    /// <summary>Whether 95 % intervals are wanted beside the positive shares.</summary>
    public bool Intervals { get; init; }

    /// <summary>Version of the program, for the front of the report.</summary>
    public string Program { get; init; } = "";
}

/// <summary>The survey report of a project.</summary>
public static class SurveyReporting
{
    /// <summary>The report as blocks, in Swedish; the first is its title.</summary>
    /// <exception cref="UsageException">There is no such survey or wave, several surveys and none named, or nobody has the attribute.</exception>
    public static IReadOnlyList<Block> Blocks(IProjectStore store, SurveyOrder order)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(order);
        return
        [
            new Heading(1, "Enkätrapport: " + store.Project.Name),
            new Heading(2, "Svarsfrekvens"),
            new TableBlock(
                [new("Enkät"), new("Alla", true), new("Nådda", true), new("Svar", true)],
                [.. ReportMaterial.Response(store).Select(r => (IReadOnlyList<string>)[r.Survey, Known(r.Population), Known(r.Reached), SwedishText.Number(r.Answered)])]),
        ];

        static string Known(int? number) => number is { } known ? SwedishText.Number(known) : "okänt";
    }
}
