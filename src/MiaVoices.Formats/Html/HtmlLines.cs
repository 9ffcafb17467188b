using System.Net;
using System.Text;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Html;

/// <summary>A line of a page and the level of its heading (1–6; 0 for none).</summary>
internal sealed record HtmlLine(TextLine Line, int Level);

/// <summary>Turns HTML into lines. Cells of a table row stand on one line with a tab between.</summary>
internal sealed class HtmlLines
{
    // What a site puts round the text.
    private static readonly HashSet<string> Chrome = new(StringComparer.Ordinal) { "nav", "header", "footer", "aside", "form", "template", "dialog", "menu", "button", "select" };
    private static readonly HashSet<string> ChromeRoles = new(StringComparer.OrdinalIgnoreCase) { "navigation", "banner", "contentinfo", "search", "complementary", "menu", "dialog" };

    // Never words of the page.
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal) { "script", "style", "title", "textarea", "noscript", "iframe", "svg", "math", "object", "canvas", "video", "audio", "noembed", "noframes", "xmp", "template" };
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source", "track" };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "tbody", "thead", "tfoot", "caption", "blockquote", "section", "article", "main", "body", "html", "head", "hr",
        "figure", "figcaption", "pre", "address", "fieldset", "legend", "summary", "details", "center", "nav", "header", "footer", "aside", "form", "menu", "dialog",
    };

    private readonly bool stripChrome;
    private readonly List<HtmlLine> lines = [];
    private readonly StringBuilder text = new();
    private readonly Stack<string> skipped = new();
    private bool starts = true;
    private bool listed;
    private bool tab;
    private bool filledRow;
    private int level;
    private int cells;
    private int bold;
    private int boldDepth;
    private int pre;
    private int number = 1;
    private int firstLine = 1;
    private int chrome;

    private HtmlLines(bool stripChrome) => this.stripChrome = stripChrome;

    /// <summary>The lines of a page, and how many pieces of the site's own (menus, footers) were left out.</summary>
    /// <param name="html">The page.</param>
    /// <param name="stripChrome">Leave out what the site puts round the text.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static (IReadOnlyList<HtmlLine> Lines, int Chrome) Read(string html, bool stripChrome, CancellationToken cancellation)
    {
        var reader = new HtmlLines(stripChrome);
        foreach (var token in HtmlTokens.Of(html))
        {
            cancellation.ThrowIfCancellationRequested();
            reader.number = token.Line;
            if (token.Name.Length > 0)
            {
                reader.Tag(token);
            }
            else if (reader.skipped.Count == 0)
            {
                reader.Words(token.Text);
            }
        }

        reader.Break(paragraph: true);

        // A menu or header that is never closed would swallow the page.
        return reader.lines.Count == 0 && stripChrome ? Read(html, stripChrome: false, cancellation) : (reader.lines, reader.chrome);
    }

    private void Tag(HtmlToken token)
    {
        var name = token.Name;
        if (skipped.Count > 0)
        {
            Skip(token);
            return;
        }

        if (!token.Closes && Skips(token))
        {
            chrome += Hidden.Contains(name) ? 0 : 1;
            Break(paragraph: true);
            if (!token.Text.EndsWith('/'))
            {
                skipped.Push(name);
            }

            return;
        }

        switch (name)
        {
            case "br":
                Break(paragraph: false);
                break;
            case "b" or "strong" or "th":
                boldDepth = Math.Max(0, boldDepth + (token.Closes ? -1 : 1));
                break;
            case "span" when !token.Closes && HtmlTokens.Attribute(token.Text, "data-timestamp") is { } seconds:
                // The code stands for the stamp's own letters, which round the seconds.
                Append(HtmlTime.Mark(seconds));
                skipped.Push(name);
                break;
        }

        if (name is "td" or "th" && !token.Closes)
        {
            tab |= filledRow || cells > 0;
            cells++;
        }
        else if (Blocks.Contains(name) && !(cells > 0 && name is not ("tr" or "table")))
        {
            Block(token);
        }
        else if (Blocks.Contains(name) && text.Length > 0 && !tab)
        {
            Append(" ");
        }
    }

    private void Block(HtmlToken token)
    {
        Break(paragraph: true);
        if (token.Name is "tr" or "table")
        {
            (cells, tab, filledRow) = (0, false, false);
        }

        level = token.Name is ['h', >= '1' and <= '6'] && !token.Closes ? token.Name[1] - '0' : 0;
        listed = token.Name == "li" && !token.Closes;
        pre = token.Name == "pre" ? (token.Closes ? 0 : 1) : pre;
        boldDepth = token.Name is "p" or "div" or "li" or "td" or "tr" ? 0 : boldDepth;
    }

    private bool Skips(HtmlToken token) =>
        !Void.Contains(token.Name)
        && (Hidden.Contains(token.Name) || (stripChrome && (Chrome.Contains(token.Name) || HtmlTokens.Attribute(token.Text, "hidden") is not null
            || (HtmlTokens.Attribute(token.Text, "role") is { } role && ChromeRoles.Contains(role.Trim())) || HtmlTokens.Attribute(token.Text, "aria-hidden") == "true")));

    private void Skip(HtmlToken token)
    {
        // Only elements of the same name count for finding the end: other tags inside may be left open.
        if (token.Name == skipped.Peek())
        {
            if (token.Closes)
            {
                skipped.Pop();
            }
            else if (!token.Text.EndsWith('/'))
            {
                skipped.Push(token.Name);
            }
        }
        else if (token.Closes && token.Name is "body" or "main")
        {
            skipped.Clear();
        }
    }

    private void Words(string raw)
    {
        var plain = Decode(raw);
        if (pre > 0 && plain.Contains('\n', StringComparison.Ordinal))
        {
            var parts = plain.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    Break(paragraph: parts[i - 1].Trim().Length == 0);
                }

                Append(parts[i]);
            }

            return;
        }

        Append(plain);
    }

    private void Append(string plain)
    {
        var letters = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            var space = c is ' ' or '\t' or '\n' or '\r' or '\f';
            var last = letters.Length > 0 ? letters[^1] : text.Length > 0 && !tab ? text[^1] : ' ';
            if (!space || last is not (' ' or '\t'))
            {
                letters.Append(space ? ' ' : c);
            }
        }

        if (letters.Length == 0)
        {
            return;
        }

        if (tab && !string.IsNullOrWhiteSpace(letters.ToString()))
        {
            while (text.Length > 0 && text[^1] == ' ')
            {
                text.Length--;
            }

            text.Append(text.Length > 0 ? "\t" : "");
            tab = false;
        }

        // Bold counts only as an unbroken beginning; white space after it does not break it.
        if (bold == text.Length && (boldDepth > 0 || string.IsNullOrWhiteSpace(letters.ToString())))
        {
            bold += letters.Length;
        }

        firstLine = text.Length == 0 ? number : firstLine;
        text.Append(letters);
        filledRow |= cells > 0;
    }

    private void Break(bool paragraph)
    {
        var plain = StoredText.Normalise(text.ToString()).TrimEnd();
        var lead = plain.Length - plain.TrimStart(' ').Length;
        if (plain.Trim().Length > 0)
        {
            var line = new TextLine
            {
                Number = firstLine,
                Text = plain[lead..],
                Starts = starts,
                Bold = Math.Max(0, Math.Min(bold, plain.Length) - lead),
                Heading = level > 0,
                Listed = listed && starts,
            };
            lines.Add(new HtmlLine(line, level));
            starts = false;
        }

        starts |= paragraph;
        text.Clear();
        bold = 0;
    }

    private static string Decode(string raw)
    {
        var plain = raw.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(raw) : raw;
        if (plain.AsSpan().ContainsAnyInRange('\u0080', '\u009F'))
        {
            // Numbers 128–159 mean the letters of Windows-1252, as browsers take them.
            plain = string.Concat(plain.Select(c => c is >= '\u0080' and <= '\u009F' ? Windows1252.Decode([(byte)c])[0] : c));
        }

        return plain.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u2011', '-');
    }
}
