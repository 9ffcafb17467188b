using System.Text;

namespace MiaVoices.Core.Reports;

/// <summary>
/// Text as Markdown that reads back as the same text. Escaped is what CommonMark, pipe tables or the automatic links of
/// common renderers could take for markup, and no more, so that the file itself stays readable.
/// </summary>
internal static class MarkdownText
{
    private const char Unknown = '\uFFFD';

    private static readonly string[] Schemes = ["http", "https", "ftp", "mailto", "tel"];

    /// <summary>
    /// The text on one line without control characters and outer white space: what a reader of the Markdown gets back. What
    /// turns the direction of all that follows is left out too, since it would reach into words that others wrote; the marks
    /// of direction stay. Half a surrogate pair becomes U+FFFD, as it would in any file.
    /// </summary>
    public static string OneLine(string text) => OneLine(text.Select(c => (c, SpanStyle.Plain))).Line;

    /// <summary>As <see cref="OneLine(string)"/>, with the style of each character.</summary>
    public static (string Line, List<SpanStyle> Styles) OneLine(IEnumerable<(char Character, SpanStyle Style)> text)
    {
        var line = new StringBuilder();
        var styles = new List<SpanStyle>();
        foreach (var (c, style) in text)
        {
            // A break is a space, unless there is one before it.
            var space = IsBreak(c);
            if (!(space ? line.Length > 0 && line[^1] == ' ' : char.IsControl(c) || TurnsDirection(c)))
            {
                line.Append(space ? ' ' : c is '\uFFFE' or '\uFFFF' ? Unknown : c);
                styles.Add(style);
            }
        }

        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsHighSurrogate(line[i]) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(line[i]))
            {
                line[i] = Unknown;
            }
        }

        var whole = line.ToString();
        var start = whole.Length - whole.TrimStart().Length;
        var words = whole.Trim();
        return (words, styles.GetRange(start, words.Length));
    }

    /// <summary>The lines of a quote, each as <see cref="OneLine(string)"/>, without empty ones.</summary>
    public static IEnumerable<string> Lines(string text) => text.Split('\n', '\r').Select(OneLine).Where(l => l.Length > 0);

    /// <summary>Escapes a part of a text that is on one line already.</summary>
    /// <param name="line">The text.</param>
    /// <param name="from">Where the part begins.</param>
    /// <param name="to">One past its end.</param>
    /// <param name="starts">Whether the line stands where a list, a heading or a rule could begin.</param>
    public static string Escape(string line, int from, int to, bool starts)
    {
        var text = new StringBuilder(to - from + 8);
        for (var i = from; i < to; i++)
        {
            if (Needs(line, i) || (starts && NeedsAtStart(line, i)))
            {
                text.Append('\\');
            }

            text.Append(line[i]);
        }

        return text.ToString();
    }

    private static bool Needs(string line, int at)
    {
        var next = at + 1 < line.Length ? line[at + 1] : ' ';
        return line[at] switch
        {
            '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '^' or '$' or '#' or '{' or '}' or '@' => true,
            '&' => next == '#' || char.IsAsciiLetter(next),
            '=' => next == '=' || (at > 0 && line[at - 1] == '='),
            ':' => next == '/' || Schemes.Any(s => line.AsSpan(0, at).EndsWith(s, StringComparison.OrdinalIgnoreCase)),

            // Renderers make a link of "www." by itself.
            '.' => line.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static bool NeedsAtStart(string line, int at) => line[at] switch
    {
        '-' or '+' or '=' or ':' => at == 0,
        '.' or ')' => at is > 0 and < 10 && line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };

    /// <summary>Embeddings, overrides and isolates of text direction.</summary>
    private static bool TurnsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsBreak(char c) => c is '\n' or '\r' or '\t' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
}
