using System.Text;

namespace MiaVoices.Core.Reports;

/// <summary>
/// Writes blocks as Markdown (CommonMark with pipe tables). Whatever people said comes out as text: nothing of it can
/// become markup, a link or HTML. Thread-safe.
/// </summary>
public static class MarkdownWriter
{
    /// <summary>The report as a Markdown document that ends with a line feed. Blocks without text are left out.</summary>
    public static string Write(IEnumerable<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var document = new StringBuilder();
        var otherMark = false;
        Block? before = null;
        foreach (var block in blocks)
        {
            // Two lists in a row would be one list, were their marks alike.
            var mark = before is BulletList or CheckList && block is BulletList or CheckList && !otherMark ? '*' : '-';
            var text = Text(block, mark);
            if (text.Length == 0)
            {
                continue;
            }

            document.Append(document.Length > 0 ? "\n" : "").Append(text);
            (before, otherMark) = (block, mark == '*');
        }

        return document.ToString();
    }

    /// <summary>A text as it comes back out of the Markdown: on one line, without what cannot be shown.</summary>
    public static string PlainLine(string text) => MarkdownText.OneLine(text);

    private static string Text(Block block, char mark) => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {Line(heading.Text)}\n",
        Paragraph paragraph => Spans(paragraph),
        BulletList list => string.Concat(list.Points.Select(p => Line(p, starts: true)).Where(p => p.Length > 0).Select(p => $"{mark} {p}\n")),
        CheckList list => string.Concat(list.Points.Select(p => (p.IsTicked, Text: Line(p.Text))).Where(p => p.Text.Length > 0).Select(p => $"{mark} [{(p.IsTicked ? 'x' : ' ')}] {p.Text}\n")),
        QuoteBlock quote => Quote(quote),
        BarChart chart => Chart(chart),
        TableBlock table => Table(table),
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    private static string Spans(Paragraph paragraph)
    {
        var (line, styles) = MarkdownText.OneLine(paragraph.Spans.SelectMany(s => s.Text.Select(c => (c, s.Style))));
        var text = new StringBuilder();
        for (var start = 0; start < line.Length;)
        {
            var end = start + 1;
            while (end < line.Length && styles[end] == styles[start])
            {
                end++;
            }

            Run(text, line, start, end, styles[start]);
            start = end;
        }

        return text.Length == 0 ? "" : text.Append('\n').ToString();
    }

    /// <summary>Writes a run of one style. Marks of emphasis hold only round words and between white space or edges; elsewhere the run is set plain.</summary>
    private static void Run(StringBuilder text, string line, int start, int end, SpanStyle style)
    {
        var (first, last) = (start, end);
        while (first < end && char.IsWhiteSpace(line[first]))
        {
            first++;
        }

        while (last > first && char.IsWhiteSpace(line[last - 1]))
        {
            last--;
        }

        var holds = first < last && (first == 0 || char.IsWhiteSpace(line[first - 1])) && (last == line.Length || char.IsWhiteSpace(line[last]));
        var mark = !holds ? "" : style switch { SpanStyle.Strong => "**", SpanStyle.Emphasis => "*", _ => "" };
        text.Append(line, start, first - start)
            .Append(mark).Append(MarkdownText.Escape(line, first, last, starts: mark.Length == 0)).Append(mark)
            .Append(line, last, end - last);
    }

    private static string Quote(QuoteBlock quote)
    {
        // Two spaces at the end of a line would do for a break, but editors strip them; a backslash stays.
        var words = string.Join("\\\n> ", MarkdownText.Lines(quote.Text).Select(l => MarkdownText.Escape(l, 0, l.Length, starts: true)));
        var reference = quote.Id is { Length: > 0 } id ? $"{quote.Reference} · {id}" : quote.Reference;
        return (words.Length == 0 ? "" : $"> {words}\n>\n") + $"> — {Line(reference)}\n";
    }

    /// <summary>Markdown has no charts: the bars are letters in a block of code, which a reader can skip since a table holds the same.</summary>
    private static string Chart(BarChart chart)
    {
        var labels = chart.Bars.Select(b => MarkdownText.OneLine(b.Label)).ToList();
        var width = labels.Select(l => l.Length).DefaultIfEmpty(0).Max();
        string[] lines =
        [
            MarkdownText.OneLine(chart.Title),
            .. chart.Bars.Zip(labels, (bar, label) => $"{label.PadRight(width)}  {Bar(bar.Values, chart.Most)}  {MarkdownText.OneLine(bar.Shown)}".TrimEnd()),
            .. chart.Series.Count < 2 ? [] : chart.Series.Select((name, i) => $"{Part(i)} {MarkdownText.OneLine(name)}"),
        ];
        var body = string.Join('\n', lines);

        // A fence holds whatever has fewer backticks in a row than itself.
        var fence = new string('`', Math.Max(3, body.Split('\n').Max(l => l.Length - l.TrimStart('`').Length) + 1));
        return $"{fence}text\n{body}\n{fence}\n";
    }

    private static string Bar(IReadOnlyList<double?> values, double most)
    {
        const int Width = 30;
        var bar = new StringBuilder();
        var sum = 0.0;
        foreach (var (i, value) in values.Index())
        {
            // The ends are rounded, not the parts, so that the parts of one whole fill it.
            sum += value ?? 0;
            var end = (int)Math.Round(Width * Math.Min(1, sum / most), MidpointRounding.AwayFromZero);
            bar.Append(Part(i), Math.Max(0, end - bar.Length));
        }

        return bar.ToString().PadRight(Width);
    }

    private static char Part(int index) => "█▓▒░▚▞▙▟"[index % 8];

    private static string Table(TableBlock table)
    {
        var text = new StringBuilder();
        Row(text, table.Columns.Select(c => Line(c.Header)));
        Row(text, table.Columns.Select(c => c.IsNumber ? "---:" : "---"));
        foreach (var row in table.Rows)
        {
            Row(text, row.Select(cell => Line(cell)));
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Line(string text, bool starts = false)
    {
        var line = MarkdownText.OneLine(text);
        return MarkdownText.Escape(line, 0, line.Length, starts);
    }
}
