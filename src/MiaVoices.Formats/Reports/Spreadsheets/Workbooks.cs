using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MiaVoices.Core.Reports;
using Block = MiaVoices.Core.Reports.Block;
using SheetText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace MiaVoices.Formats.Reports.Spreadsheets;

/// <summary>
/// The tables of a report as a workbook, a sheet each after a list of them. Numbers are numbers; all else is text that a
/// spreadsheet cannot take for a formula, also when a person goes into the cell. The same report gives the same bytes.
/// Thread-safe.
/// </summary>
public static class Workbooks
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>The workbook.</summary>
    public static byte[] Write(IReadOnlyList<Block> blocks, ReportMeta meta)
    {
        ArgumentNullException.ThrowIfNull(meta);
        var tree = ReportTree.Of(blocks);
        var sheets = ReportSheets.Of(tree);
        var names = SheetNames.Of(meta.Words.Tables, sheets);
        IReadOnlyList<IReadOnlyList<string>> list = [.. sheets.Zip(names.Skip(1), (s, name) => (IReadOnlyList<string>)[name, s.Title, s.Rows.Count.ToString(CultureInfo.InvariantCulture)])];
        return Write([new ReportSheet(0, meta.Words.Tables, [meta.Words.Sheet, meta.Words.Title, meta.Words.Rows], list), .. sheets], names, tree.Title.Length > 0 ? tree.Title : meta.Words.Untitled, meta);
    }

    /// <summary>A workbook of tables under names that a spreadsheet takes.</summary>
    internal static byte[] Write(IReadOnlyList<ReportSheet> all, IReadOnlyList<string> names, string title, ReportMeta meta)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook, autoSave: true))
        {
            // Each part is compressed once, when the package is packed anew.
            document.CompressionOption = CompressionOption.NotCompressed;
            var workbook = document.AddNewPart<WorkbookPart>(WorkbookType, "rId1");
            CoreProperties.Add(document, "rId2", title, meta);
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = CellLooks.Make();
            var entries = new Sheets();
            foreach (var (i, sheet) in all.Index())
            {
                var id = FormattableString.Invariant($"sheet{i + 1}");
                workbook.AddNewPart<WorksheetPart>(id).Worksheet = Page(sheet, isFirst: i == 0);
                entries.Append(new Sheet { Id = id, SheetId = (uint)i + 1, Name = names[i] });
            }

            workbook.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), entries);
        }

        package.Position = 0;
        return FixedZip.Repack(package);
    }

    /// <summary>The XML of a sheet by itself.</summary>
    internal static byte[] PageXml(ReportSheet sheet)
    {
        using var xml = new MemoryStream();
        Page(sheet, isFirst: true).Save(xml);
        return xml.ToArray();
    }

    private static Worksheet Page(ReportSheet sheet, bool isFirst)
    {
        var columns = Math.Max(1, sheet.Rows.Select(r => r.Count).Append(sheet.Headers.Count).Max());
        var data = new SheetData(new Row(sheet.Headers.Select((h, i) => Letters(h, i, 1, CellLooks.Header))) { RowIndex = 1 });
        foreach (var (i, cells) in sheet.Rows.Index())
        {
            var row = (uint)i + 2;
            data.AppendChild(new Row(cells.Select((c, column) => Value(c, column, row))) { RowIndex = row });
        }

        return new Worksheet(
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue> { InnerText = "A2" } })
            { WorkbookViewId = 0, TabSelected = isFirst }),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(Enumerable.Range(0, columns).Select(i => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Width(sheet, i), CustomWidth = true })),
            data);
    }

    /// <summary>As wide as the longest cell, within what can be read.</summary>
    private static double Width(ReportSheet sheet, int column)
    {
        const int Least = 8;
        const int Most = 60;
        var longest = sheet.Rows.Append(sheet.Headers).Where(r => column < r.Count).Select(r => r[column].Length).DefaultIfEmpty(0).Max();
        return Math.Clamp(longest + 2, Least, Most);
    }

    private static Cell Value(string text, int column, uint row)
    {
        var line = MarkdownWriter.PlainLine(text);
        return CellNumber.Read(line) is not { } number
            ? Letters(text, column, row, line == SwedishText.Hidden ? CellLooks.Hidden : CellLooks.Text)
            : new Cell(new CellValue(number.Value)) { CellReference = Reference(column, row), StyleIndex = CellLooks.Of(number), DataType = CellValues.Number };
    }

    private static Cell Letters(string text, int column, uint row, uint look) =>
        new(new InlineString(new SheetText(MarkdownWriter.PlainLine(text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = Reference(column, row), StyleIndex = look, DataType = CellValues.InlineString };

    private static string Reference(int column, uint row)
    {
        const int Letters = 26;
        var name = "";
        for (var rest = column; rest >= 0; rest = (rest / Letters) - 1)
        {
            name = (char)('A' + (rest % Letters)) + name;
        }

        return FormattableString.Invariant($"{name}{row}");
    }
}
