using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures.Surveys;
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
        using var moment = store.Snapshot();
        var threshold = ReportGathering.Threshold(store, order.Audience);
        var material = SurveyReading.Read(store, order.Survey, order.Where);
        var wave = order.Wave is { } named ? SurveyReading.Wave(material, named) : material.Waves[^1];

        // What came later is not of this report.
        material = material with { Waves = [.. material.Waves.TakeWhile(w => w != wave), wave] };
        var by = order.By is { Length: > 0 } wanted ? SurveyReading.AttributeOrNull(material, wanted, isUsual: order.By == SummaryScope.Group) : null;
        var figures = SurveyFigures.Of(material, new SurveyWish { By = by, Threshold = threshold, LeastBase = store.Project.PercentFrom });
        return SurveyReport.Compose(new SurveyReportContent
        {
            Project = store.Project.Name,
            At = store.Now,
            Program = order.Program,
            Audience = order.Audience,
            Selection = SwedishText.And([.. order.Where.GroupBy(w => w.Attribute).Select(g => $"{g.Key} är {string.Join(" eller ", g.Select(v => v.Value))}")]),
            Survey = figures,
            Wave = figures.Waves[^1],
            Intervals = order.Intervals,
            Joint = [.. Joint(store, material, figures)],
        });
    }

    /// <summary>The codebook's main themes beside each closed question that a free text is about. Sub-themes would be parts of their numbers.</summary>
    private static IEnumerable<(string Text, IReadOnlyList<JointDisplay> Themes)> Joint(IProjectStore store, SurveyMaterial material, SurveyResult figures)
    {
        var tree = new CodeTree(store.Codes());
        foreach (var text in material.Waves[^1].Questions.Where(q => q.About is not null))
        {
            var about = figures with { Questions = [.. figures.Questions.Where(q => q.Wave == material.Waves[^1].Wave && q.Question.Id == text.About)] };
            if (about.Questions.Count > 0)
            {
                yield return (text.Id, SurveyFiguring.Joint(store, material, about, [.. tree.Codes.Where(code => tree.Depth(code.Id) == 0).Select(code => code.Id)], text.Id));
            }
        }
    }
}
