using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MiaVoices.Core.Reports;
using Block = MiaVoices.Core.Reports.Block;

namespace MiaVoices.Formats.Reports;

/// <summary>
/// A report as the tree of its Markdown, which is the one source of its words. Beside each part of the tree stands the block
/// that it was written from, for what Markdown has no signs for: captions, headers of rows, bars of charts. Immutable.
/// </summary>
public sealed class ReportTree
{
    private static readonly MarkdownPipeline Parsing = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().DisableHtml().Build();

    private readonly Dictionary<string, ReportPart> _tables = new(StringComparer.Ordinal);

    private ReportTree(List<ReportPart> parts, string? contents)
    {
        Parts = parts;
        foreach (var (i, part) in parts.Index())
        {
            if (part.Origin is BarChart && TableBeside(parts, i) is { } table)
            {
                _tables[part.Id] = table;
            }
        }

        Contents = contents;
        Title = parts.FirstOrDefault(p => p.Level == 1)?.Text ?? "";
    }

    /// <summary>The parts in order, the list of contents left out.</summary>
    public IReadOnlyList<ReportPart> Parts { get; }

    /// <summary>The first heading of level 1; empty without one.</summary>
    public string Title { get; }

    /// <summary>The heading of the report's own list of contents; null where it has none.</summary>
    public string? Contents { get; }

    /// <summary>Headings of level 2 and 3, which a list of contents holds.</summary>
    public IEnumerable<ReportPart> Sections => Parts.Where(p => p.Level is 2 or 3);

    /// <summary>The tree of a report.</summary>
    public static ReportTree Of(IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var (at, contents) = FindContents(blocks);
        var parts = new List<ReportPart>();
        var ids = new HashSet<string>(StringComparer.Ordinal) { "main", "contents-title" };
        var (under, tables, charts) = ("", 0, 0);
        foreach (var (index, block) in blocks.Index())
        {
            if (at >= 0 && (index == at || index == at + 1))
            {
                continue;
            }

            // Parsed one by one: a block that is two to Markdown is then still known to be one, and nothing reaches beyond its block.
            var document = Markdig.Markdown.Parse(MarkdownWriter.Write([block]), Parsing);
            if (document.Count == 0)
            {
                continue;
            }

            var text = document[0] is HeadingBlock heading ? PlainText(heading.Inline) : "";
            under = block is Heading ? text : under;
            var id = block switch
            {
                Heading => Slug(text) is var slug && char.IsAsciiDigit(slug[0]) ? "part-" + slug : slug,
                TableBlock => FormattableString.Invariant($"table-{++tables}"),
                BarChart => FormattableString.Invariant($"chart-{++charts}"),
                Core.Reports.QuoteBlock { Id: { Length: > 0 } quote } => "quote-" + Slug(quote),
                _ => "",
            };
            parts.Add(new ReportPart(block, document, id.Length == 0 ? "" : Unique(ids, id), text, under, block is TableBlock ? tables : 0));
        }

        return new ReportTree(parts, contents);
    }

    /// <summary>The words of a run of inlines without marks.</summary>
    public static string PlainText(ContainerInline? inline) => string.Concat((inline ?? []).Select(i => i switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => " ",
        ContainerInline container => PlainText(container),
        _ => "",
    }));

    /// <summary>The table that holds the figures of a chart: the next one before another heading, else the one before it; null without either.</summary>
    /// <param name="chart">The id of the chart's part.</param>
    public ReportPart? TableOf(string chart) => _tables.GetValueOrDefault(chart);

    private static ReportPart? TableBeside(List<ReportPart> parts, int at) =>
        parts.Skip(at + 1).TakeWhile(p => p.Origin is not Heading).FirstOrDefault(p => p.Origin is TableBlock)
        ?? parts.Take(at).Reverse().TakeWhile(p => p.Origin is not Heading).FirstOrDefault(p => p.Origin is TableBlock);

    /// <summary>A heading of level 2 and a list of all headings of that level that follow it are the list of contents, which each format makes in its own way.</summary>
    private static (int At, string? Heading) FindContents(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i] is Heading { Level: 2 } heading && blocks[i + 1] is BulletList { Points.Count: > 0 } list
                && list.Points.SequenceEqual(blocks.Skip(i + 2).OfType<Heading>().Where(h => h.Level == 2).Select(h => h.Text), StringComparer.Ordinal))
            {
                return (i, heading.Text);
            }
        }

        return (-1, null);
    }

    /// <summary>A heading as a name for links: small letters a–z and digits with hyphens between. Style sheets take no name that begins with a digit.</summary>
    private static string Slug(string text)
    {
        const int Longest = 60;
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            var letter = c switch { 'å' or 'ä' or 'à' or 'á' => 'a', 'ö' or 'ø' => 'o', 'é' or 'è' or 'ë' => 'e', 'ü' => 'u', _ => c };
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var whole = slug.ToString().Trim('-');
        return whole.Length == 0 ? "part" : whole[..Math.Min(Longest, whole.Length)].Trim('-');
    }

    private static string Unique(HashSet<string> taken, string id)
    {
        var free = id;
        for (var i = 2; !taken.Add(free); i++)
        {
            free = FormattableString.Invariant($"{id}-{i}");
        }

        return free;
    }
}

/// <summary>A block of a report with its tree.</summary>
/// <param name="Origin">The block that it was written from.</param>
/// <param name="Tree">The tree of its Markdown.</param>
/// <param name="Id">A name for links, unique in the report: of headings, tables, charts and quotes that have one; otherwise empty.</param>
/// <param name="Text">The words of a heading; otherwise empty.</param>
/// <param name="Under">The heading that it stands under; a heading's own words.</param>
/// <param name="Number">A table's number from 1; otherwise 0.</param>
public sealed record ReportPart(Block Origin, IReadOnlyList<Markdig.Syntax.Block> Tree, string Id, string Text, string Under, int Number)
{
    /// <summary>The level of a heading, from 1; otherwise 0.</summary>
    public int Level => (Origin as Heading)?.Level ?? 0;

    /// <summary>What a table is called: its caption, or the heading it stands under.</summary>
    public string Name => Origin is TableBlock { Caption: { Length: > 0 } caption } ? MarkdownWriter.PlainLine(caption) : Under;
}
