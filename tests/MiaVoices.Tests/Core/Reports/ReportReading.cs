using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MiaVoices.Tests.Core.Reports;

/// <summary>A report as a reader of its Markdown finds it.</summary>
public sealed partial class ReportReading
{
    private readonly MarkdownDocument _document;

    public ReportReading(string markdown) => _document = Markdown.Parse(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build());

    /// <summary>The text under a heading and up to the next one, with the quotes left out.</summary>
    public string Under(string heading) => string.Join('\n', Section(heading).OfType<ParagraphBlock>().Select(p => Text(p.Inline)));

    /// <summary>The tables under a heading, each with its header row first.</summary>
    public List<List<string[]>> Tables(string heading) =>
        [.. Section(heading).OfType<Table>().Select(t => t.Cast<TableRow>().Select(r => r.Cast<TableCell>().Select(c => string.Concat(c.Cast<ParagraphBlock>().Select(p => Text(p.Inline)))).ToArray()).ToList())];

    /// <summary>The quotes under a heading with their references.</summary>
    public List<(string Words, string Reference)> Quotes(string heading) =>
        [.. Section(heading).OfType<QuoteBlock>().Select(q => (Text(((ParagraphBlock)q[0]).Inline), Text(((ParagraphBlock)q[1]).Inline)))];

    public IEnumerable<string> Headings => _document.OfType<HeadingBlock>().Select(h => Text(h.Inline));

    /// <summary>All whole numbers of a text.</summary>
    public static int[] Numbers(string text) => [.. Number().Matches(text.Replace("\u00A0", " ", StringComparison.Ordinal)).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];

    private IEnumerable<Block> Section(string heading) =>
        _document.SkipWhile(b => b is not HeadingBlock h || Text(h.Inline) != heading).Skip(1).TakeWhile(b => b is not HeadingBlock);

    private static string Text(ContainerInline? inline) => string.Concat((inline ?? []).Select(i => i switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => "\n",
        ContainerInline container => Text(container),
        _ => throw new InvalidOperationException(i.GetType().Name),
    }));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
