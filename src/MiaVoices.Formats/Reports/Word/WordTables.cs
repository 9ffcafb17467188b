using System.Globalization;
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
        var widths = Widths(rows);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = WordStyles.Table },
                new TableWidth { Width = "0", Type = TableWidthUnitValues.Auto },
                new TableLook { Val = block?.HasRowHeaders == true ? "06A0" : "0620", FirstRow = true, FirstColumn = block?.HasRowHeaders == true, NoHorizontalBand = true, NoVerticalBand = true, LastRow = false, LastColumn = false },
                new TableCaption { Val = FormattableString.Invariant($"{words.Table} {part.Number}") + (part.Name.Length > 0 ? $": {part.Name}" : "") }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));
        foreach (var row in rows)
        {
            var made = new TableRow(new TableRowProperties(row.IsHeader ? [new CantSplit(), new TableHeader()] : [new CantSplit()]));
            foreach (var (i, cell) in row.OfType<Md.TableCell>().Index())
            {
                var isNumber = i < source.ColumnDefinitions.Count && source.ColumnDefinitions[i].Alignment == Md.TableColumnAlign.Right;
                made.AppendChild(new TableCell(
                    new TableCellProperties(new TableCellWidth { Width = widths[i].ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }),
                    Cell(WordStyles.TableText, isNumber, cell.Descendants<LeafBlock>().SelectMany(l => WordText.Runs(l.Inline)))));
            }

            table.AppendChild(made);
        }

        yield return table;

        // Two tables in a row would grow together without a paragraph between.
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.AfterTable }));
    }

    /// <summary>
    /// Shares of the page by what the columns hold: room for the longest word first, the rest by the length of the texts.
    /// Word adjusts them when the table is edited; programs that do not have these to go by.
    /// </summary>
    private static List<int> Widths(List<Md.TableRow> rows)
    {
        const int Page = 9072;
        const int Letter = 115;
        const int BoldLetter = 140;
        const int Edges = 220;
        const int LongestWord = 24;
        var texts = Enumerable.Range(0, rows.Select(r => r.Count).DefaultIfEmpty(1).Max())
            .Select(column => rows.Where(r => column < r.Count).Select(r => string.Concat(r[column].Descendants<LeafBlock>().Select(l => ReportTree.PlainText(l.Inline)))).ToList())
            .ToList();
        int Word(string text, int letter) => letter * Math.Min(LongestWord, text.Split(' ').Max(w => w.Length));
        var least = texts.Select(t => Edges + t.Select((text, row) => Word(text, row == 0 ? BoldLetter : Letter)).DefaultIfEmpty(0).Max()).ToList();
        var wish = texts.Select((t, i) => Math.Max(0, Edges + (Letter * t.Select(x => x.Length).DefaultIfEmpty(0).Max()) - least[i])).ToList();
        var (sum, more) = (least.Sum(), Math.Max(1, wish.Sum()));
        return sum >= Page
            ? [.. least.Select(w => w * Page / sum)]
            : [.. least.Select((w, i) => w + (int)((long)wish[i] * (Page - sum) / more))];
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
