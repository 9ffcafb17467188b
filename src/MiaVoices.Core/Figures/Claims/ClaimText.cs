using System.Text.RegularExpressions;

namespace MiaVoices.Core.Figures.Claims;

/// <summary>A sentence with its numbers.</summary>
internal sealed record ClaimSentence(int Line, string Text, IReadOnlyList<Quantity> Quantities);

/// <summary>A heading, a paragraph, a point of a list or a row of a table.</summary>
internal sealed record ClaimBlock(int Line, BlockKind Kind, int Section, string Text, IReadOnlyList<ClaimSentence> Sentences)
{
    public IEnumerable<(ClaimSentence Sentence, Quantity Quantity)> Quantities => Sentences.SelectMany(s => s.Quantities.Select(q => (s, q)));
}

internal enum BlockKind
{
    Heading,
    Paragraph,
    Point,
    Row,
}

/// <summary>
/// A text as blocks. Markdown is understood, and so is plain text: a short line alone without an end mark, or with a
/// question mark, is a heading. Immutable.
/// </summary>
internal sealed partial class ClaimText
{
    private const int LongestHeading = 80;

    public ClaimText(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var blocks = new List<ClaimBlock>();
        var section = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim().TrimStart('\uFEFF');
            // What is quoted is somebody else's words.
            if (line.Length == 0 || line[0] == '>' || line.StartsWith("<!--", StringComparison.Ordinal))
            {
                continue;
            }

            var kind = Kind(lines, i, line);
            var start = i;
            if (kind == BlockKind.Paragraph)
            {
                while (i + 1 < lines.Length && lines[i + 1].Trim() is { Length: > 0 } next && Kind(lines, i + 1, next) == BlockKind.Paragraph && !IsBlank(lines, i + 1))
                {
                    i++;
                }
            }

            section += kind == BlockKind.Heading ? 1 : 0;
            blocks.Add(Block(kind, section, start, lines[start..(i + 1)]));
        }

        Blocks = blocks;
    }

    public IReadOnlyList<ClaimBlock> Blocks { get; }

    private static ClaimBlock Block(BlockKind kind, int section, int first, string[] lines)
    {
        var sentences = new List<ClaimSentence>();
        var text = string.Join(' ', lines.Select(l => l.Trim()));
        var starts = new List<int>();
        var at = 0;
        foreach (var line in lines)
        {
            starts.Add(at);
            at += line.Trim().Length + 1;
        }

        if (kind == BlockKind.Row)
        {
            sentences.Add(new ClaimSentence(first + 1, text, []));
        }
        else
        {
            foreach (var span in Language.Sentences.Split(text))
            {
                var sentence = text[span.Start..span.End];
                sentences.Add(new ClaimSentence(first + starts.FindLastIndex(s => s <= span.Start) + 1, sentence, QuantityFinder.In(sentence)));
            }
        }

        return new ClaimBlock(first + 1, kind, section, text, sentences);
    }

    private static BlockKind Kind(string[] lines, int i, string line) =>
        line[0] == '|' ? BlockKind.Row
        : line[0] == '#' ? BlockKind.Heading
        : Points().IsMatch(line) ? BlockKind.Point
        : line.Length <= LongestHeading && IsBlank(lines, i - 1) && IsBlank(lines, i + 1) && line[^1] is not ('.' or '!' or ':' or ',' or ';' or '»' or '"' or '”' or '*') && line[0] is not ('>' or '_' or '*')
            ? BlockKind.Heading
        : BlockKind.Paragraph;

    private static bool IsBlank(string[] lines, int i) => i < 0 || i >= lines.Length || string.IsNullOrWhiteSpace(lines[i]);

    [GeneratedRegex(@"^(?:[-*•–+]|\d{1,2}[.)])[ \t\u00A0]+\S", RegexOptions.CultureInvariant)]
    private static partial Regex Points();
}
