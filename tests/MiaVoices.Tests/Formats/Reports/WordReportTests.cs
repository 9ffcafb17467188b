using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck.Fluent;
using MiaVoices.Core.Reports;
using MiaVoices.Formats.Reports.Word;
using MiaVoices.Tests.Support;
using Xunit;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace MiaVoices.Tests.Formats.Reports;

public class WordReportTests
{
    [Fact]
    public void A_report_with_every_kind_of_block_is_a_valid_document() => Open(SampleReport.Blocks, document => Assert.Empty(Faults(document)));

    [Fact]
    public void Any_text_comes_out_as_text_in_a_valid_document() => Prop.ForAll(Traps.Texts, text => Open(SampleReport.With(text), document =>
    {
        Assert.Empty(Faults(document));
        var paragraphs = Body(document).Descendants<Paragraph>().ToList();
        var quote = paragraphs.Where(p => Style(p) == "Quote").Select(p => p.InnerText).FirstOrDefault() ?? "";
        var lines = text.Split('\n', '\r').Select(MarkdownWriter.PlainLine).Where(l => l.Length > 0).ToList();
        Assert.Equal(lines.Count == 0 ? "Vi samordnar kontakterna." : string.Concat(lines), quote);
        Assert.Contains(MarkdownWriter.PlainLine("Så: " + text), paragraphs.Select(p => p.InnerText));
        Assert.Contains(MarkdownWriter.PlainLine(text), Body(document).Descendants<TableCell>().Select(c => c.InnerText));
    })).Holds(40);

    [Fact]
    public void The_same_report_gives_the_same_bytes_and_no_time_of_the_machine()
    {
        var bytes = WordReport.Write(SampleReport.Blocks, SampleReport.Meta);
        Assert.Equal(bytes, WordReport.Write(SampleReport.Blocks, SampleReport.Meta));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
    }

    [Fact]
    public void Headings_quotes_lists_and_tables_have_words_own_styles() => Open(SampleReport.Blocks, document =>
    {
        var styles = Body(document).Descendants<Paragraph>().Select(p => (Style: Style(p), p.InnerText)).ToList();
        Assert.Contains(("Title", "Temarapport: Vägen vidare"), styles);
        Assert.Contains(("Heading1", "Tema för tema"), styles);
        Assert.Contains(("Heading2", "Stöd"), styles);
        Assert.Contains(("Quote", "Vi samordnar kontakterna."), styles);
        Assert.Contains(("ListBullet", "Först"), styles);
        Assert.Contains(("Caption", "Personer per tema och grupp"), styles);
        Assert.Contains(("CheckPoint", "☒ stämmer delvis"), styles);
        Assert.Equal(3, Body(document).Descendants<DocumentFormat.OpenXml.Office2010.Word.SdtContentCheckBox>().Count());
        var defined = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value).ToHashSet();
        Assert.All(styles.Where(s => s.Style.Length > 0), s => Assert.Contains(s.Style, defined));
        Assert.All(Body(document).Descendants<Table>(), t =>
        {
            Assert.Equal("ReportTable", t.Descendants<TableStyle>().Single().Val!.Value);
            Assert.Single(t.Descendants<TableHeader>());
            Assert.NotEmpty(t.Descendants<TableCaption>());
        });
        Assert.Equal([true, false], Body(document).Descendants<TableLook>().Select(l => l.FirstColumn!.Value));
    });

    [Fact]
    public void The_contents_are_words_own_field_with_its_lines_filled_in() => Open(SampleReport.Blocks, document =>
    {
        var contents = Body(document).Elements<SdtBlock>().Single();
        Assert.Contains("TOC \\o \"1-3\"", string.Concat(contents.Descendants<FieldCode>().Select(c => c.Text)), StringComparison.Ordinal);
        var lines = contents.Descendants<Hyperlink>().ToList();
        Assert.Equal(5, lines.Count);
        var places = Body(document).Descendants<BookmarkStart>().Select(b => b.Name!.Value).ToHashSet();
        Assert.All(lines, l => Assert.Contains(l.Anchor!.Value, places));
        Assert.All(places, p => Assert.InRange(p!.Length, 1, 40));
        Assert.True(document.MainDocumentPart!.DocumentSettingsPart!.Settings!.GetFirstChild<UpdateFieldsOnOpen>()!.Val!.Value);
    });

    [Fact]
    public void The_document_says_its_language_and_title_and_numbers_its_pages() => Open(SampleReport.Blocks, document =>
    {
        Assert.Equal("sv-SE", document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value);
        Assert.Equal("Temarapport: Vägen vidare", document.PackageProperties.Title);
        Assert.Equal("MiaVoices 0.2.0", document.PackageProperties.Creator);
        Assert.Equal(SampleReport.Meta.At.UtcDateTime, document.PackageProperties.Created);
        Assert.Null(document.PackageProperties.LastModifiedBy);
        Assert.Equal([" PAGE ", " NUMPAGES "], document.MainDocumentPart.FooterParts.Single().Footer.Descendants<FieldCode>().Select(f => f.Text));
    });

    [Fact]
    public void A_chart_is_words_own_with_figures_to_edit_and_a_text_for_those_who_hear_it() => Open(SampleReport.Blocks, document =>
    {
        var charts = document.MainDocumentPart!.ChartParts.ToList();
        Assert.Equal(2, charts.Count);
        Assert.All(charts, c => Assert.NotNull(c.EmbeddedPackagePart));
        Assert.All(Body(document).Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(), p => Assert.EndsWith("Samma siffror står i tabellen Personer per tema och grupp.", p.Description!.Value, StringComparison.Ordinal));
        Assert.Contains(charts, c => c.ChartSpace.InnerText.Contains("stöd: 16 av 24", StringComparison.Ordinal));
        using var book = SpreadsheetDocument.Open(charts[0].EmbeddedPackagePart!.GetStream(), isEditable: false);
        Assert.Empty(Faults(book));
    });

    private static void Open(IReadOnlyList<Block> blocks, Action<WordprocessingDocument> check)
    {
        using var stream = new MemoryStream(WordReport.Write(blocks, SampleReport.Meta));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        check(document);
    }

    private static List<string> Faults(OpenXmlPackage document) =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")];

    private static Body Body(WordprocessingDocument document) => document.MainDocumentPart!.Document.Body!;

    private static string Style(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
}
