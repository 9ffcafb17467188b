using System.Text;

namespace MiaVoices.Core.Reports;

/// <summary>
/// Writes blocks as Markdown (CommonMark with pipe tables). Whatever people said comes out as text: nothing of it can
/// become markup, a link or HTML.
/// </summary>
public static class MarkdownWriter
{
    /// <summary>The report as a Markdown document that ends with a line feed.</summary>
    public static string Write(IEnumerable<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            Write(text, block);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Heading heading:
                text.Append('#', heading.Level).Append(' ').Append(Line(heading.Text)).Append('\n');
                break;
            case Paragraph paragraph:
                foreach (var span in paragraph.Spans)
                {
                    var mark = span.Style switch { SpanStyle.Strong => "**", SpanStyle.Emphasis => "*", _ => "" };
                    text.Append(mark).Append(Line(span.Text, start: text.Length == 0 || text[^1] == '\n')).Append(mark);
                }

                text.Append('\n');
                break;
            case BulletList list:
                foreach (var point in list.Points)
                {
                    text.Append("- ").Append(Line(point, start: true)).Append('\n');
                }

                break;
            case QuoteBlock quote:
                // Two spaces at the end of a line would do for a break, but editors strip them; a backslash stays.
                text.Append("> ").Append(string.Join("\\\n> ", quote.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => Line(l, start: true)))).Append('\n');
                text.Append(">\n> — ").Append(Line(quote.Reference)).Append('\n');
                break;
            case TableBlock table:
                Row(text, table.Columns.Select(c => Cell(c.Header)));
                Row(text, table.Columns.Select(c => c.IsNumber ? "---:" : "---"));
                foreach (var row in table.Rows)
                {
                    Row(text, row.Select(Cell));
                }

                break;
            default:
                throw new InvalidOperationException(block.GetType().Name);
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Cell(string text) => Line(text).Length == 0 ? " " : Line(text);

    /// <summary>One line of text with every character that Markdown could take for markup escaped.</summary>
    private static string Line(string text, bool start = false)
    {
        var line = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\n' or '\r' or '\t':
                    if (line.Length > 0 && line[^1] != ' ')
                    {
                        line.Append(' ');
                    }

                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '$' or '^':
                    line.Append('\\').Append(c);
                    break;
                case '#' or '&' or '@' or '=':
                    line.Append('\\').Append(c);
                    break;
                case < ' ' or '\u007F':
                    break;
                default:
                    line.Append(c);
                    break;
            }
        }

        var result = line.ToString().Trim(' ');
        return start ? Start(Links(result)) : Links(result);
    }

    /// <summary>A line that begins like a list, a heading or a rule is none.</summary>
    private static string Start(string line)
    {
        if (line.Length > 0 && (line[0] is '-' or '+'))
        {
            return "\\" + line;
        }

        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits is > 0 and < 10 && digits < line.Length && (line[digits] is '.' or ')') ? line.Insert(digits, "\\") : line;
    }

    /// <summary>Web addresses stay text: a reader must not be led anywhere by what a respondent wrote.</summary>
    private static string Links(string line) => line
        .Replace("://", "\\://", StringComparison.Ordinal)
        .Replace("www.", "www\\.", StringComparison.OrdinalIgnoreCase);
}
