using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck.Fluent;
using MiaVoices.Core.Reports;
using MiaVoices.Formats.Reports;
using MiaVoices.Formats.Reports.Spreadsheets;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Formats.Reports;

public class SpreadsheetTests
{
    [Fact]
    public void A_workbook_is_valid_with_a_sheet_a_table_after_a_list_of_them() => Open(SampleReport.Blocks, book =>
    {
        Assert.Empty(Faults(book));
        Assert.Equal(["Tabeller", "1 Personer per tema och grupp", "2 Att ta ställning till"], Names(book));
        Assert.All(book.WorkbookPart!.WorksheetParts, p =>
        {
            Assert.Equal(PaneStateValues.Frozen, p.Worksheet.Descendants<Pane>().Single().State!.Value);
            Assert.NotEmpty(p.Worksheet.Descendants<Column>());
        });
    });

    [Fact]
    public void Any_text_comes_out_as_text_and_never_as_a_formula() => Prop.ForAll(Traps.Texts, text => Open(SampleReport.With(text), book =>
    {
        Assert.Empty(Faults(book));
        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()));
        var cell = Cell(book, "sheet3", "B2");
        var line = MarkdownWriter.PlainLine(text);
        Assert.True(cell.DataType!.Value == CellValues.Number || cell.InnerText == line);
        Assert.All(Names(book), n => Assert.InRange(n.Length, 1, 31));
    })).Holds(40);

    [Theory]
    [InlineData("12", 12d)]
    [InlineData("12\u00A0345", 12345d)]
    [InlineData("−3,5", -3.5)]
    [InlineData("-3", -3d)]
    [InlineData("0.619", 0.619)]
    [InlineData("27,8\u00A0%", 0.278)]
    [InlineData("62 %", 0.62)]
    [InlineData("0", 0d)]
    [InlineData("..", null)]
    [InlineData("13 (62\u00A0%)", null)]
    [InlineData("007", null)]
    [InlineData("1234567890123456", null)]
    [InlineData("12 345", null)]
    [InlineData("+46", null)]
    [InlineData("1e5", null)]
    [InlineData("", null)]
    public void A_number_is_a_number_and_anything_else_is_text(string shown, double? value) =>
        Open([new Heading(2, "Tal"), new TableBlock([new("x", true)], [[shown]])], book =>
        {
            var cell = Cell(book, "sheet2", "A2");
            Assert.Equal(value is null ? CellValues.InlineString : CellValues.Number, cell.DataType!.Value);
            Assert.Equal(value?.ToString(CultureInfo.InvariantCulture) ?? shown, value is null ? cell.InnerText : double.Parse(cell.InnerText, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        });

    [Fact]
    public void Text_stays_text_when_a_person_writes_in_the_cell() => Open(SampleReport.Blocks, book =>
    {
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.True(formats[(int)Cell(book, "sheet2", "A4").StyleIndex!.Value].QuotePrefix!.Value);
    });

    [Fact]
    public void Names_of_sheets_that_a_spreadsheet_does_not_take_are_mended() =>
        Open([.. Enumerable.Repeat(new Block[] { new Heading(2, "Så: [a]/b\\c?* 'och ännu mycket mer text än vad som ryms'"), new TableBlock([new("x")], [["1"]]) }, 3).SelectMany(b => b)], book =>
        {
            Assert.Empty(Faults(book));
            Assert.Equal(4, Names(book).Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(Names(book), n => Assert.DoesNotMatch(@"[:\\/?*\[\]]", n));
        });

    [Fact]
    public void The_same_report_gives_the_same_workbook() =>
        Assert.Equal(Workbooks.Write(SampleReport.Blocks, SampleReport.Meta), Workbooks.Write(SampleReport.Blocks, SampleReport.Meta));

    [Fact]
    public void Tables_as_csv_have_a_list_and_names_without_content_and_formulas_are_neutralised()
    {
        var files = ReportSheets.Csv(SampleReport.Blocks, ReportWords.Swedish).ToDictionary(f => f.Name, f => Encoding.UTF8.GetString(f.Content));
        Assert.Equal(["tabeller.csv", "tabell-01.csv", "tabell-02.csv"], files.Keys);
        Assert.Equal("\uFEFFtema;grupp;personer;av;andel\r\nstöd;deltagare;13;21;0.619\r\nstöd;medarbetare;..;3;..\r\n'=1+1;'-x;'@a;'+46;b\r\n", files["tabell-01.csv"]);
        Assert.Contains("tabell-02.csv;Att ta ställning till;2", files["tabeller.csv"], StringComparison.Ordinal);
        Assert.Contains("12345;\"'=HYPERLINK(\"\"x\"\")\";\"27,8\u00A0%\"", files["tabell-02.csv"], StringComparison.Ordinal);
    }

    private static void Open(IReadOnlyList<Block> blocks, Action<SpreadsheetDocument> check)
    {
        using var stream = new MemoryStream(Workbooks.Write(blocks, SampleReport.Meta));
        using var book = SpreadsheetDocument.Open(stream, isEditable: false);
        check(book);
    }

    private static List<string> Faults(OpenXmlPackage document) =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")];

    private static List<string> Names(SpreadsheetDocument book) => [.. book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];

    private static Cell Cell(SpreadsheetDocument book, string sheet, string place) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(sheet)).Worksheet.Descendants<Cell>().Single(c => c.CellReference!.Value == place);
}
