namespace MiaVoices.Core.Reports;

/// <summary>Plain text as people write it: paragraphs parted by empty lines, points that begin with "- ". Pure; thread-safe.</summary>
public static class WrittenText
{
    /// <summary>The text as paragraphs and lists. Lines of a paragraph flow together; all marks of Markdown or HTML are text.</summary>
    public static IReadOnlyList<Block> Blocks(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = new List<Block>();
        var (lines, points) = (new List<string>(), new List<string>());
        void End()
        {
            if (points.Count > 0)
            {
                blocks.Add(new BulletList([.. points]));
            }

            if (lines.Count > 0)
            {
                blocks.Add(Paragraph.Of(string.Join(' ', lines)));
            }

            lines.Clear();
            points.Clear();
        }

        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            if (Point(line) is { } point)
            {
                if (lines.Count > 0)
                {
                    End();
                }

                points.Add(point);
            }
            else if (line.Length == 0)
            {
                End();
            }
            else if (points.Count > 0)
            {
                points[^1] += " " + line;
            }
            else
            {
                lines.Add(line);
            }
        }

        End();
        return blocks;
    }

    /// <summary>The points of a text; where there are none, its paragraphs.</summary>
    public static IReadOnlyList<string> Points(string text)
    {
        var blocks = Blocks(text);
        return blocks.OfType<BulletList>().Any()
            ? [.. blocks.OfType<BulletList>().SelectMany(l => l.Points)]
            : [.. blocks.OfType<Paragraph>().Select(p => string.Concat(p.Spans.Select(s => s.Text)))];
    }

    private static string? Point(string line) =>
        line is ['-' or '•' or '*', ' ' or '\t', ..] ? line[2..].Trim() is { Length: > 0 } point ? point : null : null;
}
