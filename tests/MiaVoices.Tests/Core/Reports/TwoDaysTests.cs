using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Formats.Reports;
using Xunit;

namespace MiaVoices.Tests.Core.Reports;

/// <summary>What differs between two days of the same report, for every kind.</summary>
public class TwoDaysTests
{
    [Fact]
    public void Every_kind_of_report_tells_what_has_changed_since_it_went_out()
    {
        using var project = FullProject.Make(FullProject.Plain);
        var orders = FullProject.Kinds.SelectMany(k => Enum.GetValues<Audience>().Select(a => FullProject.Order(project, k, a))).ToList();
        foreach (var order in orders)
        {
            var document = Reporting.Compose(project.Store, order, "0.1.0");
            Reporting.Remember(project.Store, order, document);
            Assert.NotEmpty(document.Facts);
            Assert.Empty(ReportDifferences.Between(ReportDifferences.Find(project.Store, order, "2025-09-18").Facts, document.Facts));
        }

        for (var i = 0; i < 8; i++)
        {
            var source = project.Interview($"N{i}", "grupp coachen", "Det här är nytt.", "?Så?");
            project.Coding(source, 1, "coachen 0", polarity: Polarity.WorksWell);
            project.Approve(source, 1, "coachen 0", consent: true);
        }

        project.Import(MoreRows());
        foreach (var order in orders)
        {
            var differences = ReportDifferences.Between(ReportDifferences.Find(project.Store, order, "2025-09-18").Facts, Reporting.Compose(project.Store, order, "0.1.0").Facts);
            Assert.NotEmpty(differences);
            Assert.All(differences, d => Assert.False(string.IsNullOrWhiteSpace((d.Now ?? d.Then)!.Name)));
            if (order.Kind is ReportKind.Theme or ReportKind.Summary or ReportKind.Dialogue)
            {
                Assert.Contains(differences, d => d is { Kind: DifferenceKind.Changed, IsQuote: false, Then.Persons: { } then, Now.Persons: { } now } && now == then + 8);
            }
        }
    }

    [Fact]
    public void A_group_that_has_grown_is_the_same_group_and_each_line_is_told_apart()
    {
        using var project = FullProject.Make(FullProject.Plain);
        var order = FullProject.Order(project, ReportKind.Survey, Audience.Internal);
        var then = Reporting.Compose(project.Store, order, "0.1.0");
        project.Import(MoreRows());
        var differences = ReportDifferences.Between(then.Facts, Reporting.Compose(project.Store, order, "0.1.0").Facts);

        // Ten more who answered alike: nothing has come or gone, and only numbers are others.
        Assert.All(differences, d => Assert.Equal(DifferenceKind.Changed, d.Kind));
        var grown = Assert.Single(differences, d => d.Now is { Group: "Alla" } now && now.Name == "F1 coachen: coachen");
        Assert.Equal((grown.Then!.Persons + 10, grown.Then.Of + 10), (grown.Now!.Persons, grown.Now.Of));
        Assert.Contains(differences, d => d.Now!.Name == "Indikatortabell: F1 coachen, grupp coachen" && d.Now.Group == "Positiva");
        Assert.Contains(differences, d => d.Now!.Name == "Svarsfrekvens: 2025" && d.Now.Group == "Svar");
    }

    /// <summary>Ten more rows of the latest wave, in a file of their own.</summary>
    private static SourceDraft MoreRows() => new()
    {
        Name = "enkät 2025 fler.csv",
        Kind = SourceKind.Survey,
        Format = "csv",
        Encoding = "utf-8",
        Survey = new SurveyDraft
        {
            Name = "Enkät coachen",
            Wave = "2025",
            Population = 90,
            Reached = 80,
            Questions = [new QuestionDraft { Id = "F1", Text = "coachen", Kind = QuestionKind.Closed, Scale = ["coachen", "mer tid 1", "coachen"], Positive = ["coachen"], Missing = ["vet ej"] }],
            Respondents =
            [
                .. Enumerable.Range(0, 10).Select(i => new RespondentDraft
                {
                    Row = $"ny{i}",
                    Wave = "2025",
                    Attributes = new Dictionary<string, string> { ["grupp"] = "grupp coachen" },
                    Answers = [new AnswerDraft("F1", ["coachen"])],
                }),
            ],
        },
        Segments = [],
    };
}
