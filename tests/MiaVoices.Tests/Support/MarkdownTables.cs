using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MiaVoices.Tests.Support;

/// <summary>A table of a Markdown document as a reader sees it: cells as plain text.</summary>
public sealed record MarkdownTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static IReadOnlyList<MarkdownTable> Of(string markdown) =>
        [.. Markdown.Parse(markdown, Pipeline).Descendants<Table>().Select(Of)];

    /// <summary>The only table that has all these words among its headers.</summary>
    public static MarkdownTable With(IEnumerable<MarkdownTable> tables, params string[] words) =>
        tables.Single(t => words.All(w => t.Headers.Any(h => h.StartsWith(w, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The column whose header begins so.</summary>
    public int Column(string word)
    {
        var found = Headers.Index().Where(h => h.Item.Equals(word, StringComparison.OrdinalIgnoreCase)).Select(h => h.Index).ToList();
        return found.Count == 1 ? found[0] : Headers.Index().Single(h => h.Item.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Index;
    }

    /// <summary>Headings of a document with their level.</summary>
    public static IReadOnlyList<(int Level, string Text)> Headings(string markdown) =>
        [.. Markdown.Parse(markdown, Pipeline).Descendants<HeadingBlock>().Select(h => (h.Level, Plain(h.Inline)))];

    /// <summary>The quotes of a document, each with its paragraphs.</summary>
    public static IReadOnlyList<string> Quotes(string markdown) =>
        [.. Markdown.Parse(markdown, Pipeline).Descendants<QuoteBlock>().Select(q => string.Join('\n', q.Descendants<ParagraphBlock>().Select(p => Plain(p.Inline))))];

    private static MarkdownTable Of(Table table)
    {
        var rows = table.OfType<TableRow>().Select(r => (IReadOnlyList<string>)[.. r.OfType<TableCell>().Select(c => string.Join(' ', c.Descendants<ParagraphBlock>().Select(p => Plain(p.Inline))))]).ToList();
        return new MarkdownTable(rows[0], rows[1..]);
    }

    private static string Plain(ContainerInline? inline) => string.Concat((inline?.Descendants() ?? []).Select(i => i switch
    {
        LiteralInline text => text.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    })).Replace('\u00A0', ' ').Trim();
}
