using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MiaVoices.Core.Reports;
using MiaVoices.Formats.Reports;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;
using Md = Markdig.Extensions.Tables;
using QuoteBlock = Markdig.Syntax.QuoteBlock;
using TableColumn = MiaVoices.Terminal.Lines.TableColumn;

namespace MiaVoices.App.Screens.Reports;

/// <summary>A report laid out for a width of the terminal: headings, flowing text, quotes with a stroke, tables that fit, bars. Immutable.</summary>
internal sealed class ReportPreview : IFlowSource
{
    private readonly List<PreviewLine> _lines = [];
    private readonly List<(string Text, int Level, int Line)> _headings = [];

    /// <summary>A report.</summary>
    /// <param name="tree">Its tree.</param>
    /// <param name="width">Columns of the text.</param>
    public ReportPreview(ReportTree tree, int width)
    {
        Width = width;
        foreach (var part in tree.Parts)
        {
            if (part.Origin is BarChart chart)
            {
                AddChart(chart);
                continue;
            }

            foreach (var block in part.Tree)
            {
                Add(part, block);
            }
        }
    }

    /// <summary>The columns that it is laid out for.</summary>
    public int Width { get; }

    /// <summary>The headings with the paragraph that each stands in.</summary>
    public IReadOnlyList<(string Text, int Level, int Line)> Headings => _headings;

    /// <inheritdoc/>
    public int Count => _lines.Count;

    /// <inheritdoc/>
    public string Text(int paragraph) => _lines[paragraph].Text;

    /// <inheritdoc/>
    public bool HasGap(int paragraph) => _lines[paragraph].HasGap;

    /// <inheritdoc/>
    public Style Style(int paragraph) => _lines[paragraph].Style;

    /// <inheritdoc/>
    public void AddSpans(int paragraph, ICollection<FlowSpan> spans)
    {
        foreach (var span in _lines[paragraph].Spans)
        {
            spans.Add(span);
        }
    }

    /// <inheritdoc/>
    public void AddLanes(int paragraph, ICollection<FlowLane> lanes)
    {
        if (_lines[paragraph].IsQuote)
        {
            lanes.Add(new FlowLane(0, Math.Max(1, _lines[paragraph].Text.Length), 0, Role.Accent));
        }
    }

    private void Add(ReportPart part, Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                _headings.Add((part.Text, heading.Level, _lines.Count));
                Say(part.Text, heading.Level <= 2 ? new Style(Role.Title).Bold : Role.Title, hasGap: true);
                break;
            case ListBlock list:
                AddList(list);
                break;
            case QuoteBlock quote:
                AddQuote(quote);
                break;
            case Md.Table table:
                AddTable(part, table);
                break;
            case LeafBlock { Inline: { } inline }:
                var spans = new List<FlowSpan>();
                var text = Marked(inline, spans, default);
                _lines.Add(new PreviewLine(text, default, HasGap: true) { Spans = spans });
                break;
        }
    }

    private void AddList(ListBlock list)
    {
        var isFirst = true;
        foreach (var point in list.OfType<ListItemBlock>().SelectMany(i => i.OfType<ParagraphBlock>()))
        {
            var mark = point.Inline?.FirstChild is TaskList box ? (box.Checked ? "[x] " : "[ ] ") : "• ";
            foreach (var (i, line) in Glyphs.Wrap(ReportTree.PlainText(point.Inline).TrimStart(' '), Math.Max(2, Width - mark.Length)).Index())
            {
                Say((i == 0 ? mark : new string(' ', mark.Length)) + line, default, hasGap: isFirst);
                isFirst = false;
            }
        }
    }

    private void AddQuote(QuoteBlock quote)
    {
        var paragraphs = quote.OfType<ParagraphBlock>().ToList();
        foreach (var (i, paragraph) in paragraphs.Index())
        {
            var isSource = i == paragraphs.Count - 1;
            _lines.Add(new PreviewLine(Marked(paragraph.Inline, [], default), isSource ? Role.Dim : Role.None, HasGap: i == 0) { IsQuote = true });
        }
    }

    /// <summary>Words wrap within their cells; numbers keep to the right.</summary>
    private void AddTable(ReportPart part, Md.Table table)
    {
        var rows = table.OfType<Md.TableRow>().Select(r => r.OfType<Md.TableCell>().Select(c => string.Concat(c.Descendants<LeafBlock>().Select(l => ReportTree.PlainText(l.Inline)))).ToList()).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var made = new TextTable(rows[0].Select((header, i) => new TableColumn(header)
        {
            Wraps = true,
            Alignment = i < table.ColumnDefinitions.Count && table.ColumnDefinitions[i].Alignment == Md.TableColumnAlign.Right ? Alignment.Right : Alignment.Left,
        }));
        foreach (var row in rows.Skip(1))
        {
            made.Add(Enumerable.Range(0, rows[0].Count).Select(i => new TableCell(i < row.Count ? row[i] : "")));
        }

        using var text = new StringWriter { NewLine = "\n" };
        made.Write(text, Width);
        if (part.Origin is TableBlock { Caption: { Length: > 0 } })
        {
            Say(part.Name, new Style().Bold, hasGap: true);
        }

        var isHead = true;
        foreach (var (i, line) in text.ToString().TrimEnd('\n').Split('\n').Index())
        {
            var isRule = isHead && line.Length > 0 && line.All(c => c is '─' or ' ');
            Say(line, isRule ? Role.Border : isHead ? new Style().Bold : Role.None, hasGap: i == 0 && part.Origin is not TableBlock { Caption: { Length: > 0 } });
            isHead &= !isRule;
        }
    }

    /// <summary>Each bar below its label and before its figures; parts differ by their shading.</summary>
    private void AddChart(BarChart chart)
    {
        const string Shades = "█▓▒░▚▞▙▟";
        Say(MarkdownWriter.PlainLine(chart.Title), new Style().Bold, hasGap: true);
        foreach (var bar in chart.Bars)
        {
            var room = Math.Clamp(Width - Glyphs.Width(bar.Shown) - 2, 1, 40);
            var drawn = new System.Text.StringBuilder();
            var sum = 0.0;
            foreach (var (i, value) in bar.Values.Index())
            {
                sum += value ?? 0;
                drawn.Append(Shades[i % Shades.Length], Math.Max(0, (int)Math.Round(room * Math.Min(1, sum / chart.Most), MidpointRounding.AwayFromZero) - drawn.Length));
            }

            Say(MarkdownWriter.PlainLine(bar.Label), default, hasGap: false);
            Say($"{drawn}{(drawn.Length > 0 ? "  " : "")}{MarkdownWriter.PlainLine(bar.Shown)}", Role.Accent, hasGap: false);
        }

        if (chart.Series.Count > 1)
        {
            Say(string.Join("  ", chart.Series.Select((name, i) => $"{Shades[i % Shades.Length]} {MarkdownWriter.PlainLine(name)}")), Role.Dim, hasGap: false);
        }
    }

    private void Say(string text, Style style, bool hasGap) => _lines.Add(new PreviewLine(text, style, hasGap));

    /// <summary>The words of a line, with where they are bold or italic.</summary>
    private static string Marked(ContainerInline? inline, List<FlowSpan> spans, Style style, int start = 0)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in inline ?? [])
        {
            var at = start + text.Length;
            switch (part)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case ContainerInline container:
                    var over = part is EmphasisInline emphasis ? style.With(new Style(Marks: emphasis.DelimiterCount > 1 ? StyleMarks.Bold : StyleMarks.Italic)) : style;
                    text.Append(Marked(container, spans, over, at));
                    break;
            }

            if (part is LiteralInline && style != default)
            {
                spans.Add(new FlowSpan(at, start + text.Length, style));
            }
        }

        return text.ToString();
    }

    /// <summary>A paragraph of the preview.</summary>
    private sealed record PreviewLine(string Text, Style Style, bool HasGap)
    {
        public IReadOnlyList<FlowSpan> Spans { get; init; } = [];

        public bool IsQuote { get; init; }
    }
}
