using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Formats.Reports;
using MiaVoices.Formats.Reports.Html;
using MiaVoices.Formats.Reports.Spreadsheets;
using MiaVoices.Formats.Reports.Word;
using MiaVoices.Tests.Core.Reports;
using Xunit;
using Block = MiaVoices.Core.Reports.Block;

namespace MiaVoices.Tests.Formats.Reports;

/// <summary>The rules that hold for every kind of report in every format, whatever stands in names, answers and what people write.</summary>
public sealed partial class EveryReportTests(EveryReportTests.Projects projects) : IClassFixture<EveryReportTests.Projects>
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras().Build();

    /// <summary>Every kind for every audience.</summary>
    public static TheoryData<ReportKind, Audience> All
    {
        get
        {
            var all = new TheoryData<ReportKind, Audience>();
            foreach (var kind in FullProject.Kinds)
            {
                foreach (var audience in Enum.GetValues<Audience>())
                {
                    all.Add(kind, audience);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Markdown_holds_nothing_but_what_the_report_means(ReportKind kind, Audience audience)
    {
        foreach (var blocks in Both(kind, audience))
        {
            var text = MarkdownWriter.Write(blocks);
            var document = Markdown.Parse(text, Pipeline);
            Assert.DoesNotContain(document.Descendants(), d => d is HtmlBlock or HtmlInline or LinkInline or AutolinkInline or CodeInline || d is CodeBlock and not FencedCodeBlock { Info: "text" });
            Assert.Equal(blocks.OfType<Heading>().Select(h => h.Level), document.Descendants<HeadingBlock>().Select(h => h.Level));
            Assert.Equal(blocks.OfType<TableBlock>().Select(t => t.Rows.Count + 1), document.Descendants<Markdig.Extensions.Tables.Table>().Select(t => t.Count));
            Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
            Levels(blocks.OfType<Heading>().Select(h => h.Level));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Html_is_valid_and_accessible(ReportKind kind, Audience audience)
    {
        foreach (var blocks in Both(kind, audience))
        {
            var page = HtmlRules.Read(HtmlReport.Write(blocks, SampleReport.Meta));
            HtmlRules.Check(page);
            Assert.Equal("sv", page.Attribute("lang")!.Value);
            Assert.Equal(blocks.OfType<TableBlock>().Count(), page.Descendants("table").Count());
            Assert.Equal(blocks.OfType<BarChart>().Count(), page.Descendants("figure").Count(f => f.Attribute("class")?.Value == "chart"));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Word_documents_are_valid_and_lead_nowhere_else(ReportKind kind, Audience audience)
    {
        foreach (var blocks in Both(kind, audience))
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(WordReport.Write(blocks, SampleReport.Meta)), isEditable: false);
            Assert.Empty(Faults(document));
            Assert.Empty(document.MainDocumentPart!.HyperlinkRelationships);
            Assert.Empty(document.MainDocumentPart.ExternalRelationships);
            var body = document.MainDocumentPart.Document.Body!;
            Assert.Equal(blocks.OfType<TableBlock>().Count(), body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().Count());
            Assert.Equal(blocks.OfType<BarChart>().Count(c => c.Bars.Count > 0), document.MainDocumentPart.ChartParts.Count());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Workbooks_and_csv_hold_no_formula(ReportKind kind, Audience audience)
    {
        foreach (var blocks in Both(kind, audience))
        {
            using var book = SpreadsheetDocument.Open(new MemoryStream(Workbooks.Write(blocks, SampleReport.Meta)), isEditable: false);
            Assert.Empty(Faults(book));
            Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()));
            Assert.Empty(book.WorkbookPart.WorksheetParts.SelectMany(p => p.HyperlinkRelationships));
            foreach (var (name, content) in ReportSheets.Csv(blocks, ReportWords.Swedish))
            {
                Assert.Matches("^[a-z0-9-]+[.]csv$", name);
                Assert.DoesNotMatch(Formula(), Encoding.UTF8.GetString(content).TrimStart('\uFEFF'));
            }
        }
    }

    [Fact]
    public void What_somebody_said_stands_word_for_word_in_every_format()
    {
        var blocks = FullProject.Blocks(projects.Hostile, ReportKind.Quotes, Audience.Internal);
        const string Said = "<script>alert(1)</script>";
        Assert.Contains(Said, HtmlRules.Read(HtmlReport.Write(blocks, SampleReport.Meta)).Descendants("td").Select(c => c.Value));
        using var document = WordprocessingDocument.Open(new MemoryStream(WordReport.Write(blocks, SampleReport.Meta)), isEditable: false);
        Assert.Contains(Said, document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Select(c => c.InnerText));
        using var book = SpreadsheetDocument.Open(new MemoryStream(Workbooks.Write(blocks, SampleReport.Meta)), isEditable: false);
        Assert.Contains(Said, book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).Select(c => c.InnerText));
        Assert.Contains(ReportSheets.Csv(blocks, ReportWords.Swedish), f => Encoding.UTF8.GetString(f.Content).Contains(Said, StringComparison.Ordinal));
        Assert.Contains(MarkdownTableCells(MarkdownWriter.Write(blocks)), c => c == Said);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_report_made_again_from_a_project_made_again_has_the_same_bytes(ReportKind kind, Audience audience)
    {
        Assert.Equal(
            MarkdownWriter.Write(FullProject.Blocks(projects.Plain, kind, audience)),
            MarkdownWriter.Write(FullProject.Blocks(projects.Again, kind, audience)));
    }

    private static IEnumerable<string> MarkdownTableCells(string markdown) => Support.MarkdownTable.Of(markdown).SelectMany(t => t.Rows).SelectMany(r => r);

    private static void Levels(IEnumerable<int> levels)
    {
        var all = levels.ToList();
        Assert.Equal(1, all[0]);
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
    }

    private static List<string> Faults(OpenXmlPackage document) =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")];

    /// <summary>A cell that begins as a formula does and is no number.</summary>
    [GeneratedRegex(@"(?:^|;|\n)""?(?!-?\d[\d.,]*""?(?:;|\r|$))[=+\-@\t]", RegexOptions.Multiline)]
    private static partial Regex Formula();

    private IEnumerable<IReadOnlyList<Block>> Both(ReportKind kind, Audience audience) =>
        [FullProject.Blocks(projects.Plain, kind, audience), FullProject.Blocks(projects.Hostile, kind, audience)];

    /// <summary>The same project with plain words and with hostile ones.</summary>
    public sealed class Projects : IDisposable
    {
        public TinyProject Plain { get; } = FullProject.Make(FullProject.Plain);

        public TinyProject Again { get; } = FullProject.Make(FullProject.Plain);

        public TinyProject Hostile { get; } = FullProject.Make(FullProject.Hostile);

        public void Dispose()
        {
            Plain.Dispose();
            Again.Dispose();
            Hostile.Dispose();
        }
    }
}
