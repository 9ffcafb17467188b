using System.Globalization;
using System.Text;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Rtf;

/// <summary>The running text of an RTF file.</summary>
/// <param name="Lines">One line a paragraph, or several where it holds line breaks.</param>
/// <param name="Encoding">The document's code page, as <c>windows-1252</c>.</param>
/// <param name="Comments">The words of each comment; empty where there are none.</param>
/// <param name="Footnotes">Footnotes passed over.</param>
/// <param name="TextBoxes">Text boxes passed over.</param>
internal sealed record RtfDocument(IReadOnlyList<TextLine> Lines, string Encoding, IReadOnlyList<string> Comments, int Footnotes, int TextBoxes);

/// <summary>
/// Reads RTF 1.9 forward, byte by byte: insertions are kept, deletions, hidden text, tables of fonts and colours, headers,
/// notes and pictures dropped.
/// </summary>
internal sealed class RtfParser
{
    /// <summary>Deepest nesting of groups; Word stays below 50.</summary>
    public const int Deepest = 500;

    private const int LongestWord = 32;

    private readonly SourceFile file;
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly RtfText text = new();
    private readonly RtfComments comments;
    private readonly Stack<RtfGroup> groups = new();
    private readonly Dictionary<int, int> fonts = [];
    private RtfGroup now = new();
    private int at;
    private int page = 1252;
    private int skip;
    private int footnotes;
    private int boxes;

    private RtfParser(SourceFile file)
    {
        this.file = file;
        bytes = file.Content;
        comments = new RtfComments(text);
    }

    /// <exception cref="RefusedException"><c>rtf.damaged</c>: cut off; <c>rtf.nesting</c> (fact: <see cref="Deepest"/>).</exception>
    public static RtfDocument Parse(SourceFile file, CancellationToken cancellation)
    {
        var parser = new RtfParser(file);
        parser.Run(cancellation);
        return new RtfDocument(parser.text.Finish(), parser.page == 65001 ? "utf-8" : string.Create(CultureInfo.InvariantCulture, $"windows-{parser.page}"), parser.comments.Texts, parser.footnotes, parser.boxes);
    }

    private void Run(CancellationToken cancellation)
    {
        var span = bytes.Span;
        while (at < span.Length)
        {
            var c = span[at++];
            switch (c)
            {
                case (byte)'{':
                    cancellation.ThrowIfCancellationRequested();
                    text.Flush();
                    skip = 0;
                    groups.Push(now);
                    now = now with { Fresh = true };
                    if (groups.Count > Deepest)
                    {
                        throw new RefusedException(Problem.At(file.Name, "rtf.nesting", Deepest));
                    }

                    break;
                case (byte)'}':
                    text.Flush();
                    skip = 0;
                    if (groups.Count == 0)
                    {
                        throw new RefusedException(Problem.At(file.Name, "rtf.damaged"));
                    }

                    comments.Leave(now, groups.Peek());
                    now = groups.Pop();
                    if (groups.Count == 0)
                    {
                        return;
                    }

                    break;
                case (byte)'\\':
                    Control(span);
                    break;
                case (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    Byte(c);
                    break;
            }
        }

        throw new RefusedException(Problem.At(file.Name, "rtf.damaged"));
    }

    private void Control(ReadOnlySpan<byte> span)
    {
        if (at >= span.Length)
        {
            return;
        }

        var c = (char)span[at];
        if (!char.IsAsciiLetter(c))
        {
            at++;
            Symbol(c, span);
            return;
        }

        var first = at;
        while (at < span.Length && char.IsAsciiLetter((char)span[at]))
        {
            at++;
        }

        var word = at - first > LongestWord ? "" : Encoding.ASCII.GetString(span[first..at]);
        var negative = at < span.Length && span[at] == '-';
        at += negative ? 1 : 0;
        long? value = null;
        while (at < span.Length && char.IsAsciiDigit((char)span[at]))
        {
            value = Math.Min(((value ?? 0) * 10) + span[at++] - '0', int.MaxValue);
        }

        at += at < span.Length && span[at] == ' ' ? 1 : 0;
        if (word == "bin")
        {
            at += (int)Math.Min(value ?? 0, span.Length - at);
            return;
        }

        if (word != "u" && skip > 0)
        {
            skip--;
            return;
        }

        Word(word, value is { } v ? (int)(negative ? -v : v) : null);
    }

    private void Symbol(char c, ReadOnlySpan<byte> span)
    {
        if (c == '\'')
        {
            var code = at + 2 <= span.Length && byte.TryParse(Encoding.ASCII.GetString(span.Slice(at, 2)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b) ? b : (byte?)null;
            at += code is null ? 0 : 2;
            if (code is { } letter)
            {
                Byte(letter);
            }

            return;
        }

        if (c == '*')
        {
            now = now with { Starred = true };
            return;
        }

        if (skip > 0)
        {
            skip--;
            return;
        }

        switch (c)
        {
            case '\\' or '{' or '}':
                Put(c.ToString());
                break;
            case '~':
                Put("\u00A0");
                break;
            case '_':
                Put("-");
                break;
            case '\r' or '\n':
                Paragraph();
                break;
        }
    }

    private void Byte(byte c)
    {
        if (skip > 0)
        {
            skip--;
            return;
        }

        now = now.Fresh ? now with { Fresh = false } : now;
        comments.Digit(c, now.Mark);
        Target?.Byte(c, now.Page > 0 ? now.Page : page, now.Bold);
    }

    private void Put(string letters)
    {
        now = now.Fresh ? now with { Fresh = false } : now;
        Target?.Append(letters, now.Bold);
    }

    /// <summary>Where words go: to the running text, to the comment at hand, or nowhere.</summary>
    private RtfText? Target => now.Hidden || now.Deleted ? null : now.Comment ? comments.Text : now.Skipped ? null : text;

    private void Paragraph()
    {
        Target?.Paragraph();
    }

    private void Word(string word, int? value)
    {
        var fresh = now.Fresh;
        var starred = now.Starred;
        now = now with { Fresh = false, Starred = false };
        if (fresh && Destination(word, starred))
        {
            return;
        }

        switch (word)
        {
            case "u":
                skip = 0;
                Put(((char)(ushort)(value ?? 0)).ToString());
                skip = now.Fallback;
                break;
            case "uc":
                now = now with { Fallback = Math.Clamp(value ?? 1, 0, 100) };
                break;
            case "ansicpg" when value is > 0 and < 65536 && RtfText.Knows(value.Value):
                page = value.Value;
                break;
            case "mac":
                page = 10000;
                break;
            case "pc":
                page = 437;
                break;
            case "f" when now.InFonts:
                now = now with { Font = value ?? 0 };
                break;
            case "fcharset" when now.InFonts:
                fonts[now.Font] = RtfDestinations.CodePage(value ?? 0);
                break;
            case "f":
                text.Flush();
                now = now with { Page = fonts.GetValueOrDefault(value ?? 0) };
                break;
            case "b":
                now = now with { Bold = value != 0 };
                break;
            case "v" or "deleted":
                now = word == "v" ? now with { Hidden = value != 0 } : now with { Deleted = value != 0 };
                break;
            case "plain":
                now = now with { Bold = false, Hidden = false, Deleted = false, Page = 0 };
                break;
            case "pard" when now.Seen:
                text.ResetParagraph();
                break;
            case "outlinelevel" when now.Seen:
                text.Heading(value is < 9);
                break;
            case "par" or "row" or "nestrow" or "sect" or "page":
                Paragraph();
                break;
            case "line" or "lbr" or "softline":
                Put("\n");
                break;
            default:
                if (RtfDestinations.Letter(word) is { } letter)
                {
                    Put(letter);
                }

                break;
        }
    }

    /// <summary>Settles what a group is by its first word; true when the word has been dealt with.</summary>
    private bool Destination(string word, bool starred)
    {
        if (word == "fonttbl")
        {
            now = now with { InFonts = true, Skipped = true };
            return true;
        }

        // The words of a list's bullet are Word's; that it is a list matters for notes.
        if (word is "listtext" or "pntext" && now.Seen)
        {
            text.Listed();
        }

        if (RtfDestinations.Told.Contains(word) && (now.Seen || word == "shptxt"))
        {
            footnotes += word == "footnote" ? 1 : 0;
            boxes += word is "shptxt" or "txbxcontent" ? 1 : 0;
        }

        if (word == "annotation" && now.Seen)
        {
            comments.Begin();
            now = now with { Skipped = true, Comment = true };
            return true;
        }

        if (starred || RtfDestinations.Skipped.Contains(word) || RtfDestinations.Told.Contains(word))
        {
            now = now with { Skipped = true, Comment = false, Mark = comments.MarkOf(word, now) };
            return !now.InFonts;
        }

        return false;
    }
}
