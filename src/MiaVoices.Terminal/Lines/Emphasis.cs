using System.Globalization;
using System.Text;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Lines;

/// <summary>
/// Makes text stand out: by control sequences (SGR) where the reader is a terminal that wants them, otherwise not at all, but
/// for marks, which are then written as <c>«…»</c>. All text that passes is made safe. Immutable.
/// </summary>
public sealed class Emphasis
{
    private const string Reset = "\u001b[0m";

    private Emphasis(bool isStyled)
    {
        IsStyled = isStyled;
    }

    /// <summary>Writes no control sequences.</summary>
    public static Emphasis Plain { get; } = new(false);

    /// <summary>Writes control sequences.</summary>
    public static Emphasis Styled { get; } = new(true);

    /// <summary>Whether control sequences are written.</summary>
    public bool IsStyled { get; }

    /// <summary>The emphasis for standard output.</summary>
    /// <param name="facts">What is known about the terminal.</param>
    public static Emphasis ForOutput(TerminalFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.OutputIsTerminal && facts.SupportsColor ? Styled : Plain;
    }

    /// <summary>The emphasis for standard error.</summary>
    /// <param name="facts">What is known about the terminal.</param>
    public static Emphasis ForError(TerminalFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.ErrorIsTerminal && facts.SupportsColor ? Styled : Plain;
    }

    /// <summary>The whole text in one style. No style reaches over a line feed, so that a pager can start at any line.</summary>
    /// <param name="text">Any text; it is made safe, line feeds and tabs stay.</param>
    /// <param name="style">How it stands out.</param>
    public string Apply(string text, TextStyle style) => Write(Prepare(text, [], Whitespace.Kept), style);

    /// <summary>Marks spans of a text, such as what a search found.</summary>
    /// <param name="text">Any text; it is made safe, line feeds and tabs stay.</param>
    /// <param name="spans">Spans in UTF-16 code units of <paramref name="text"/> as it is given, in any order. One that cuts a grapheme cluster marks the whole of it; overlapping and touching ones become one mark; an empty one marks nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text.</exception>
    public string Mark(string text, IEnumerable<(int Start, int Length)> spans) => Write(Prepare(text, spans, Whitespace.Kept), default);

    /// <summary>Marks spans and breaks the text into lines as <see cref="Glyphs.Wrap"/> does; written signs are measured, control sequences are not.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="spans">As for <see cref="Mark"/>.</param>
    /// <param name="width">The columns of a line, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text, or the width is less than 2.</exception>
    public IReadOnlyList<string> WrapMarked(string text, IEnumerable<(int Start, int Length)> spans, int width)
    {
        var marked = Prepare(text, spans, Whitespace.TabsAsSpaces);
        var lines = new List<string>();
        foreach (var (first, count) in LineBreaks.Of(marked.Safe, width))
        {
            var line = new StringBuilder();
            Append(line, marked, first, count, default);
            lines.Add(line.ToString());
        }

        return lines;
    }

    internal MarkedText Prepare(string text, IEnumerable<(int Start, int Length)> spans, Whitespace whitespace)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spans);
        return MarkedText.Of(text, spans, whitespace, withSigns: !IsStyled);
    }

    internal void Append(StringBuilder target, MarkedText text, int first, int count, TextStyle style)
    {
        if (!IsStyled)
        {
            target.Append(text.Safe.Slice(first, count));
            return;
        }

        var current = default(TextStyle);
        for (var i = first; i < first + count; i++)
        {
            var characters = text.Safe.Characters(text.Safe.Clusters[i]);
            var wanted = characters is "\n" ? default : text.IsMarked(i) ? style.With(TextStyle.Match) : style;
            Change(target, current, wanted);
            current = wanted;
            target.Append(characters);
        }

        Change(target, current, default);
    }

    private string Write(MarkedText text, TextStyle style)
    {
        var result = new StringBuilder(text.Safe.Text.Length + 16);
        Append(result, text, 0, text.Safe.Clusters.Count, style);
        return result.ToString();
    }

    private static void Change(StringBuilder target, TextStyle from, TextStyle to)
    {
        if (from == to)
        {
            return;
        }

        if (from != default)
        {
            target.Append(Reset);
        }

        if (to != default)
        {
            target.Append("\u001b[").AppendJoin(';', Codes(to)).Append('m');
        }
    }

    private static IEnumerable<string> Codes(TextStyle style)
    {
        if (style.IsBold)
        {
            yield return "1";
        }

        if (style.IsDim)
        {
            yield return "2";
        }

        if (style.IsUnderlined)
        {
            yield return "4";
        }

        if (style.Color != TextColor.Usual)
        {
            yield return ((int)style.Color).ToString(CultureInfo.InvariantCulture);
        }
    }
}
