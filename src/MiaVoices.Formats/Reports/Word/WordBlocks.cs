using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using MiaVoices.Core.Reports;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using QuoteBlock = Markdig.Syntax.QuoteBlock;
using WordLetters = DocumentFormat.OpenXml.Wordprocessing.Text;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace MiaVoices.Formats.Reports.Word;

/// <summary>The parts of a report as paragraphs and tables.</summary>
internal sealed class WordBlocks
{
    private readonly ReportTree _tree;
    private readonly ReportWords _words;
    private readonly WordCharts _charts;
    private int _names;

    private WordBlocks(ReportTree tree, ReportWords words, WordCharts charts) => (_tree, _words, _charts) = (tree, words, charts);

    /// <summary>All of a report, its contents after what stands before the first section.</summary>
    public static IEnumerable<OpenXmlElement> Of(ReportTree tree, ReportWords words, WordCharts charts)
    {
        var blocks = new WordBlocks(tree, words, charts);
        var sections = tree.Parts.ToList().FindIndex(p => p.Level == 2);
        var front = sections < 0 ? tree.Parts.Count : sections;
        return
        [
            .. tree.Parts.Take(front).SelectMany(blocks.Part),
            .. tree.Contents is null ? [] : WordContents.Make(tree, tree.Contents),
            .. tree.Parts.Skip(front).SelectMany(blocks.Part),
        ];
    }

    private IEnumerable<OpenXmlElement> Part(ReportPart part) => part.Origin is BarChart chart ? Chart(part, chart) : part.Tree.SelectMany(b => Block(part, b));

    private IEnumerable<OpenXmlElement> Block(ReportPart part, Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                return [Heading(part, heading)];
            case ParagraphBlock paragraph:
                return [Styled(null, [.. WordText.Runs(paragraph.Inline)])];
            case ListBlock list:
                return list.OfType<ListItemBlock>().SelectMany(i => i.OfType<ParagraphBlock>()).Select(Point);
            case QuoteBlock quote:
                return Quote(quote);
            case Markdig.Extensions.Tables.Table table:
                return WordTables.Make(part, table, _words);
            case LeafBlock { Inline: { } inline }:
                return [Styled(null, [.. WordText.Runs(inline)])];
            default:
                return [];
        }
    }

    /// <summary>A heading that the contents point to. The report's title is the document's; its sections are Word's first level.</summary>
    private Paragraph Heading(ReportPart part, HeadingBlock heading)
    {
        var runs = WordText.Runs(heading.Inline).ToArray();
        if (heading.Level == 1)
        {
            return Styled(WordStyles.Title, runs);
        }

        var id = (++_names).ToString(CultureInfo.InvariantCulture);
        return Styled(WordStyles.Heading(heading.Level - 1), [new BookmarkStart { Id = id, Name = WordContents.Bookmark(part) }, .. runs, new BookmarkEnd { Id = id }]);
    }

    private Paragraph Point(ParagraphBlock point)
    {
        if (point.Inline?.FirstChild is not TaskList box)
        {
            return Styled(WordStyles.ListBullet, [.. WordText.Runs(point.Inline)]);
        }

        return Styled(WordStyles.CheckPoint, [CheckBox(box.Checked), .. WordText.Runs(point.Inline)]);
    }

    /// <summary>A box that is ticked in Word itself, with the word that a screen reader says.</summary>
    private SdtRun CheckBox(bool isTicked) => new(
        new SdtProperties(
            new SdtAlias { Val = (isTicked ? _words.Ticked : _words.NotTicked).TrimEnd(':') },
            new SdtId { Val = ++_names },
            new W14.SdtContentCheckBox(
                new W14.Checked { Val = isTicked ? W14.OnOffValues.One : W14.OnOffValues.Zero },
                new W14.CheckedState { Val = "2612", Font = "MS Gothic" },
                new W14.UncheckedState { Val = "2610", Font = "MS Gothic" })),
        new SdtContentRun(new Run(
            new RunProperties(new RunFonts { Ascii = "MS Gothic", HighAnsi = "MS Gothic", EastAsia = "MS Gothic", Hint = FontTypeHintValues.EastAsia }),
            new WordLetters(isTicked ? "☒" : "☐"))));

    private static IEnumerable<OpenXmlElement> Quote(QuoteBlock quote)
    {
        var paragraphs = quote.OfType<ParagraphBlock>().ToList();
        foreach (var (i, paragraph) in paragraphs.Index())
        {
            yield return Styled(i < paragraphs.Count - 1 ? WordStyles.Quote : WordStyles.QuoteSource, [.. WordText.Runs(paragraph.Inline)]);
        }
    }

    /// <summary>A chart under its title. Those who hear the document are told which table holds its figures.</summary>
    private IEnumerable<OpenXmlElement> Chart(ReportPart part, BarChart chart)
    {
        var title = MarkdownWriter.PlainLine(chart.Title);
        var where = _tree.TableOf(part.Id) is { } table ? $" {_words.SameFigures} {table.Name}." : "";
        yield return Styled(WordStyles.Caption, [WordText.Run(title)]);
        if (chart.Bars.Count > 0)
        {
            yield return _charts.Make(chart, $"{_words.Chart}: {title}.{where}");
        }
    }

    private static Paragraph Styled(string? style, IEnumerable<OpenXmlElement> content)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.AppendChild(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        paragraph.Append(content);
        return paragraph;
    }
}
