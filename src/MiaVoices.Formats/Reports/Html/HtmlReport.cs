using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using MiaVoices.Core.Reports;
using Block = MiaVoices.Core.Reports.Block;

namespace MiaVoices.Formats.Reports.Html;

/// <summary>
/// A report as one HTML file that needs nothing else: no scripts, no fonts, no pictures from elsewhere. Well formed as XML
/// too. The same report gives the same bytes. Thread-safe.
/// </summary>
public static class HtmlReport
{
    /// <summary>The page as UTF-8.</summary>
    /// <param name="blocks">The report.</param>
    /// <param name="meta">What the page says of itself.</param>
    public static byte[] Write(IReadOnlyList<Block> blocks, ReportMeta meta)
    {
        ArgumentNullException.ThrowIfNull(meta);
        var tree = ReportTree.Of(blocks);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var page = new HtmlRenderer(text);
        var context = new HtmlContext(tree, meta.Words);
        page.ObjectRenderers.Replace<HeadingRenderer>(new HeadingHtml(context));
        page.ObjectRenderers.Replace<CodeBlockRenderer>(new ChartHtml(context));
        page.ObjectRenderers.Replace<QuoteBlockRenderer>(new QuoteHtml(context));
        page.ObjectRenderers.Insert(0, new TableHtml(context));
        page.ObjectRenderers.Insert(0, new TickHtml(context));
        Head(text, tree, meta);
        Body(text, page, tree, context, meta);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Head(StringWriter text, ReportTree tree, ReportMeta meta)
    {
        // The style may come from this element alone, known by its sum; nothing else may load or run.
        var sum = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlStyle.Text)));
        text.Write($"""
            <!DOCTYPE html>
            <html lang="{meta.Words.Language}">
            <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{sum}'; base-uri 'none'; form-action 'none'" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="generator" content="MiaVoices {Escape(meta.Program)}" />
            <meta name="referrer" content="no-referrer" />
            <title>{Escape(Title(tree, meta))}</title>
            <style>{HtmlStyle.Text}</style>
            </head>

            """.ReplaceLineEndings("\n"));
    }

    private static void Body(StringWriter text, HtmlRenderer page, ReportTree tree, HtmlContext context, ReportMeta meta)
    {
        var words = meta.Words;
        var sections = tree.Parts.ToList().FindIndex(p => p.Level == 2);
        var front = sections < 0 ? tree.Parts.Count : sections;
        text.Write("<body>\n");
        text.Write($"<a class=\"skip\" href=\"#main\">{words.Skip}</a>\n");
        text.Write(HtmlStyle.Patterns);
        text.Write("<div class=\"page\">\n<header>\n");
        if (tree.Title.Length == 0)
        {
            text.Write($"<h1>{words.Untitled}</h1>\n");
        }

        context.Render(page, tree.Parts.Take(front));
        text.Write("</header>\n");
        Contents(text, tree, words);
        text.Write("<main id=\"main\" tabindex=\"-1\">\n");
        context.Render(page, tree.Parts.Skip(front));
        text.Write("</main>\n");
        text.Write($"<footer><p>{words.MadeWith} {Escape(meta.Program)}, {SwedishText.Date(meta.At)}.</p></footer>\n");
        text.Write("</div>\n</body>\n</html>\n");
    }

    private static void Contents(StringWriter text, ReportTree tree, ReportWords words)
    {
        if (!tree.Sections.Any())
        {
            return;
        }

        text.Write($"<nav aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">{Escape(tree.Contents ?? words.Contents)}</h2>\n<ul>\n");
        var (isInside, isBelow) = (false, false);
        foreach (var part in tree.Sections)
        {
            var below = part.Level == 3 && isInside;
            if (below && !isBelow)
            {
                text.Write("\n<ul>\n");
            }
            else if (isInside)
            {
                text.Write(!below && isBelow ? "</li>\n</ul>\n</li>\n" : "</li>\n");
            }

            text.Write($"<li><a href=\"#{part.Id}\">{Escape(part.Text.Length == 0 ? "–" : part.Text)}</a>");
            (isInside, isBelow) = (true, below);
        }

        text.Write(isBelow ? "</li>\n</ul>\n</li>\n" : "</li>\n");
        text.Write("</ul>\n</nav>\n");
    }

    private static string Title(ReportTree tree, ReportMeta meta) => tree.Title.Length > 0 ? tree.Title : meta.Words.Untitled;

    internal static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}

/// <summary>What the renderers of the parts of a page share. One page.</summary>
internal sealed class HtmlContext(ReportTree tree, ReportWords words)
{
    public ReportTree Tree { get; } = tree;

    public ReportWords Words { get; } = words;

    /// <summary>The part that is being written.</summary>
    public ReportPart Part { get; private set; } = null!;

    public void Render(HtmlRenderer page, IEnumerable<ReportPart> parts)
    {
        foreach (var part in parts)
        {
            Part = part;
            foreach (var block in part.Tree)
            {
                page.Render(block);
            }
        }
    }
}
