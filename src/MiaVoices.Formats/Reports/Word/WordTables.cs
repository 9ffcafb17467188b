using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax;
using MiaVoices.Core.Reports;
using Md = Markdig.Extensions.Tables;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace MiaVoices.Formats.Reports.Word;

/// <summary>Tables with a header row that comes again on each page, and a title for those who hear the document.</summary>
internal static class WordTables
{
    public static IEnumerable<OpenXmlElement> Make(ReportPart part, Md.Table source, ReportWords words)
    {
        var block = part.Origin as TableBlock;
        if (block?.Caption is { Length: > 0 })
        {
            yield return Cell(WordStyles.Caption, false, [WordText.Run(part.Name)]);
        }

        var rows = source.OfType<Md.TableRow>().ToList();
        var columns = rows.Select(r => r.Count).DefaultIfEmpty(1).Max();
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = WordStyles.Table },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { FirstRow = true, FirstColumn = block?.HasRowHeaders == true, NoHorizontalBand = true, NoVerticalBand = true, LastRow = false, LastColumn = false },
                new TableCaption { Val = FormattableString.Invariant($"{words.Table} {part.Number}") + (part.Name.Length > 0 ? $": {part.Name}" : "") }),
            new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn())));
        foreach (var row in rows)
        {
            var made = new TableRow(new TableRowProperties(row.IsHeader ? [new CantSplit(), new TableHeader()] : [new CantSplit()]));
            foreach (var (i, cell) in row.OfType<Md.TableCell>().Index())
            {
                var isNumber = i < source.ColumnDefinitions.Count && source.ColumnDefinitions[i].Alignment == Md.TableColumnAlign.Right;
                made.AppendChild(new TableCell(
                    new TableCellProperties(new TableCellWidth { Width = "0", Type = TableWidthUnitValues.Auto }),
                    Cell(WordStyles.TableText, isNumber, cell.Descendants<LeafBlock>().SelectMany(l => WordText.Runs(l.Inline)))));
            }

            table.AppendChild(made);
        }

        yield return table;

        // Two tables in a row would grow together without a paragraph between.
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.AfterTable }));
    }

    private static Paragraph Cell(string style, bool isNumber, IEnumerable<OpenXmlElement> runs)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (isNumber)
        {
            properties.AppendChild(new Justification { Val = JustificationValues.Right });
        }

        return new Paragraph([properties, .. runs]);
    }
}
