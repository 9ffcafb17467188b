using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using MiaVoices.Core.Reports;
using QuoteBlock = Markdig.Syntax.QuoteBlock;

namespace MiaVoices.Formats.Reports.Html;

/// <summary>A heading that can be linked to.</summary>
internal sealed class HeadingHtml(HtmlContext context) : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
    {
        var level = obj.Level.ToString(CultureInfo.InvariantCulture);
        renderer.EnsureLine();
        renderer.Write("<h").Write(level).Write($" id=\"{context.Part.Id}\">");
        renderer.WriteLeafInline(obj);
        renderer.Write("</h").Write(level).WriteLine(">");
    }
}

/// <summary>A quote with its source below. Its words have a direction of their own, whatever language they are in.</summary>
internal sealed class QuoteHtml(HtmlContext context) : HtmlObjectRenderer<QuoteBlock>
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write(context.Part.Id.Length == 0 ? "<figure class=\"quote\">" : $"<figure class=\"quote\" id=\"{context.Part.Id}\">").WriteLine();
        var paragraphs = obj.OfType<ParagraphBlock>().ToList();
        if (paragraphs.Count > 1)
        {
            renderer.WriteLine("<blockquote>");
            foreach (var paragraph in paragraphs.SkipLast(1))
            {
                renderer.Write("<p dir=\"auto\">");
                renderer.WriteLeafInline(paragraph);
                renderer.WriteLine("</p>");
            }

            renderer.WriteLine("</blockquote>");
        }

        renderer.Write("<figcaption>");
        if (paragraphs.Count > 0)
        {
            renderer.WriteLeafInline(paragraphs[^1]);
        }

        renderer.WriteLine("</figcaption>").WriteLine("</figure>");
    }
}

/// <summary>A table whose headers say what they head. It scrolls by itself where the page is narrow, with the keyboard too.</summary>
internal sealed class TableHtml(HtmlContext context) : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        var part = context.Part;
        var block = part.Origin as TableBlock;
        var label = $"{context.Words.Table} {part.Number.ToString(CultureInfo.InvariantCulture)}" + (part.Name.Length > 0 ? $": {part.Name}" : "");
        renderer.EnsureLine();
        renderer.WriteLine($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{HtmlReport.Escape(label)}\">");
        renderer.WriteLine($"<table id=\"{part.Id}\">");
        if (block?.Caption is { Length: > 0 })
        {
            renderer.WriteLine($"<caption>{HtmlReport.Escape(part.Name)}</caption>");
        }

        var rows = obj.OfType<TableRow>().ToList();
        renderer.WriteLine("<thead>");
        foreach (var row in rows.Where(r => r.IsHeader))
        {
            Row(renderer, obj, row, _ => "col");
        }

        renderer.WriteLine("</thead>").WriteLine("<tbody>");
        foreach (var row in rows.Where(r => !r.IsHeader))
        {
            Row(renderer, obj, row, i => i == 0 && block?.HasRowHeaders == true ? "row" : null);
        }

        renderer.WriteLine("</tbody>").WriteLine("</table>").WriteLine("</div>");
    }

    private static void Row(HtmlRenderer renderer, Table table, TableRow row, Func<int, string?> scope)
    {
        renderer.Write("<tr>");
        foreach (var (i, cell) in row.OfType<TableCell>().Index())
        {
            // An empty corner heads nothing.
            var heads = scope(i) is { } wanted && cell.Descendants<LeafBlock>().Any(b => b.Inline?.FirstChild is not null) ? wanted : null;
            var isNumber = i < table.ColumnDefinitions.Count && table.ColumnDefinitions[i].Alignment == TableColumnAlign.Right;
            var name = heads is null ? "td" : "th";
            renderer.Write($"<{name}{(heads is null ? "" : $" scope=\"{heads}\"")}{(isNumber ? " class=\"n\"" : "")}>");
            var before = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.WriteChildren(cell);
            renderer.ImplicitParagraph = before;
            renderer.Write($"</{name}>");
        }

        renderer.WriteLine("</tr>");
    }
}

/// <summary>A box to tick: a sign for those who see it, words for those who hear it.</summary>
internal sealed class TickHtml(HtmlContext context) : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj) => renderer
        .Write($"<span class=\"box\" aria-hidden=\"true\">{(obj.Checked ? '☑' : '☐')}</span>")
        .Write($"<span class=\"heard\">{(obj.Checked ? context.Words.Ticked : context.Words.NotTicked)} </span>");
}

/// <summary>
/// A chart as bars of SVG between labels of HTML, which wrap where the page is narrow. Parts of a bar differ by pattern, so
/// that nothing is told by colour alone. To those who hear the page it is one picture that says where the figures stand.
/// </summary>
internal sealed class ChartHtml(HtmlContext context) : HtmlObjectRenderer<CodeBlock>
{
    private const int Patterns = 8;

    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        if (context.Part.Origin is not BarChart chart)
        {
            renderer.Write("<pre>").WriteLeafRawLines(obj, true, true).WriteLine("</pre>");
            return;
        }

        var title = HtmlReport.Escape(MarkdownWriter.PlainLine(chart.Title));
        var table = context.Tree.TableOf(context.Part.Id);
        var where = table is null ? "" : $"{context.Words.SameFigures} {HtmlReport.Escape(table.Name)}.";
        renderer.EnsureLine();
        renderer.WriteLine($"<figure class=\"chart\" id=\"{context.Part.Id}\">");
        renderer.Write($"<figcaption><strong>{title}</strong>");
        if (table is not null)
        {
            renderer.WriteLine().Write($"<a href=\"#{table.Id}\">{where}</a>");
        }

        Key(renderer, chart);
        renderer.WriteLine("</figcaption>");
        renderer.WriteLine($"<div class=\"bars\" role=\"img\" aria-label=\"{context.Words.Chart}: {title}. {where}\">");
        foreach (var bar in chart.Bars)
        {
            Bar(renderer, bar, chart.Most);
        }

        renderer.WriteLine("</div>").WriteLine("</figure>");
    }

    private static void Key(HtmlRenderer renderer, BarChart chart)
    {
        if (chart.Series.Count < 2)
        {
            return;
        }

        renderer.WriteLine().WriteLine("<ul class=\"key\">");
        foreach (var (i, name) in chart.Series.Index())
        {
            renderer.WriteLine($"<li><svg width=\"28\" height=\"14\" aria-hidden=\"true\"><rect class=\"bar\" x=\"1\" y=\"1\" width=\"26\" height=\"12\" fill=\"url(#fill.{Pattern(i)})\" /></svg> {HtmlReport.Escape(MarkdownWriter.PlainLine(name))}</li>");
        }

        renderer.Write("</ul>");
    }

    private static void Bar(HtmlRenderer renderer, ChartBar bar, double most)
    {
        renderer.WriteLine("<div class=\"row\">");
        renderer.WriteLine($"<span class=\"label\" dir=\"auto\">{HtmlReport.Escape(MarkdownWriter.PlainLine(bar.Label))}</span>");
        renderer.WriteLine($"<span class=\"shown\">{HtmlReport.Escape(MarkdownWriter.PlainLine(bar.Shown))}</span>");
        renderer.Write("<svg width=\"100%\" height=\"18\" aria-hidden=\"true\">");
        var sum = 0.0;
        foreach (var (i, value) in bar.Values.Index())
        {
            var start = Math.Min(1, sum / most);
            sum += value ?? 0;
            var width = Math.Min(1, sum / most) - start;
            if (width > 0)
            {
                renderer.Write($"<rect class=\"bar\" x=\"{Percent(start)}\" y=\"1\" width=\"{Percent(width)}\" height=\"16\" fill=\"url(#fill.{Pattern(i)})\" />");
            }
        }

        renderer.WriteLine("</svg>").WriteLine("</div>");
    }

    private static string Pattern(int part) => (part % Patterns).ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
