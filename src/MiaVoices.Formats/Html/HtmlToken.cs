namespace MiaVoices.Formats.Html;

/// <summary>A tag, or text between tags.</summary>
/// <param name="Name">Lower-case name of the element; "" for text.</param>
/// <param name="Closes">True for an end tag.</param>
/// <param name="Text">The text, or the attributes as written.</param>
/// <param name="Line">Line in the file, from 1.</param>
internal readonly record struct HtmlToken(string Name, bool Closes, string Text, int Line);

/// <summary>
/// Cuts HTML into tags and text as forgivingly as a browser: nothing is an error, a tag that never ends is text. Runs in
/// linear time and follows nothing.
/// </summary>
internal static class HtmlTokens
{
    // What stands inside these is no markup and never seen.
    private static readonly HashSet<string> Raw = new(StringComparer.Ordinal) { "script", "style", "title", "textarea", "noscript", "iframe", "noembed", "noframes", "xmp" };

    private const int MostOfTag = 64 * 1024;

    public static IEnumerable<HtmlToken> Of(string html)
    {
        int at = 0, line = 1, noEndFrom = int.MaxValue;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            open = open < 0 ? html.Length : open;
            if (open > at)
            {
                yield return new HtmlToken("", false, html[at..open], line);
                line += html.AsSpan(at, open - at).Count('\n');
                at = open;
                continue;
            }

            var end = at >= noEndFrom ? -1 : End(html, at);
            if (end < 0)
            {
                // No end for this one means none for those after it either, which keeps the time linear.
                noEndFrom = at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?') ? Math.Min(noEndFrom, at) : noEndFrom;
                yield return new HtmlToken("", false, "<", line);
                at++;
                continue;
            }

            var breaks = html.AsSpan(at, end - at).Count('\n');
            if (Parse(html.AsSpan(at, end - at), line) is { } token)
            {
                yield return token;
                line += breaks;
                at = end;
                if (!token.Closes && Raw.Contains(token.Name))
                {
                    var close = html.IndexOf("</" + token.Name, at, StringComparison.OrdinalIgnoreCase);
                    close = close < 0 ? html.Length : close;
                    line += html.AsSpan(at, close - at).Count('\n');
                    at = close;
                }
            }
            else
            {
                line += breaks;
                at = end;
            }
        }
    }

    /// <summary>Value of an attribute, lower case name asked for; null where it is not there.</summary>
    public static string? Attribute(string attributes, string name)
    {
        for (var i = 0; i < attributes.Length;)
        {
            while (i < attributes.Length && (char.IsWhiteSpace(attributes[i]) || attributes[i] == '/'))
            {
                i++;
            }

            var first = i;
            while (i < attributes.Length && !char.IsWhiteSpace(attributes[i]) && attributes[i] is not ('=' or '/'))
            {
                i++;
            }

            var found = attributes.AsSpan(first, i - first);
            while (i < attributes.Length && char.IsWhiteSpace(attributes[i]))
            {
                i++;
            }

            var value = "";
            if (i < attributes.Length && attributes[i] == '=')
            {
                i++;
                while (i < attributes.Length && char.IsWhiteSpace(attributes[i]))
                {
                    i++;
                }

                var quote = i < attributes.Length && attributes[i] is '"' or '\'' ? attributes[i++] : '\0';
                var start = i;
                while (i < attributes.Length && (quote == '\0' ? !char.IsWhiteSpace(attributes[i]) : attributes[i] != quote))
                {
                    i++;
                }

                value = attributes[start..i];
                i += quote == '\0' ? 0 : 1;
            }
            else if (found.IsEmpty)
            {
                i++;
            }

            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Where the markup that begins at '&lt;' ends (after it), or -1 where it is only a sign or has no end.</summary>
    private static int End(string html, int at)
    {
        if (at + 1 >= html.Length)
        {
            return -1;
        }

        if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            var close = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return close < 0 ? html.Length : close + 3;
        }

        if (html[at + 1] is not ('!' or '?' or '/') && !char.IsAsciiLetter(html[at + 1]))
        {
            return -1;
        }

        // A value longer than this is a picture in the page; looking for its end from every tag would cost too much.
        var quote = '\0';
        var most = Math.Min(html.Length, at + MostOfTag);
        for (var i = at + 1; i < most; i++)
        {
            var c = html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && html[i - 1] is '=' or ' ')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        // A quotation mark left open: the tag ends where the next one would.
        var plain = html.IndexOf('>', at);
        return plain < 0 ? -1 : plain + 1;
    }

    private static HtmlToken? Parse(ReadOnlySpan<char> tag, int line)
    {
        var inner = tag[1..^1];
        var closes = inner.StartsWith("/");
        inner = closes ? inner[1..] : inner;
        var length = 0;
        while (length < inner.Length && (char.IsAsciiLetterOrDigit(inner[length]) || inner[length] is '-' or ':'))
        {
            length++;
        }

        return length == 0 || !char.IsAsciiLetter(inner[0]) ? null : new HtmlToken(inner[..length].ToString().ToLowerInvariant(), closes, inner[length..].ToString(), line);
    }
}
