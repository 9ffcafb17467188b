using System.Text;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Rtf;

/// <summary>Gathers the letters of an RTF file into lines.</summary>
internal sealed class RtfText
{
    private readonly List<TextLine> lines = [];
    private readonly StringBuilder text = new();
    private readonly List<byte> pending = [];
    private readonly CommentMarks marks = new();
    private int page;
    private bool pendingBold;
    private int bold;
    private int number = 1;
    private bool heading;
    private bool listed;

    /// <summary>Whether letters of a code page can be told.</summary>
    public static bool Knows(int page) => page is 1252 or 65001 || CodePagesEncodingProvider.Instance.GetEncoding(page) is not null;

    /// <summary>A byte of a code page; letters of several bytes are put together.</summary>
    public void Byte(byte letter, int codePage, bool isBold)
    {
        if (pending.Count > 0 && (page != codePage || pendingBold != isBold))
        {
            Flush();
        }

        (page, pendingBold) = (codePage, isBold);
        pending.Add(letter);
    }

    public void Append(string letters, bool isBold)
    {
        Flush();
        Add(letters, isBold);
    }

    public void Flush()
    {
        if (pending.Count > 0)
        {
            var bytes = pending.ToArray();
            pending.Clear();
            Add(page == 1252 ? Windows1252.Decode(bytes) : page == 65001 ? Encoding.UTF8.GetString(bytes) : CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(bytes), pendingBold);
        }
    }

    public void Heading(bool isHeading) => heading = isHeading;

    public void Listed() => listed = true;

    /// <summary>A comment stands here.</summary>
    public void Mark(int comment)
    {
        Flush();
        marks.Add(text.Length, comment);
    }

    /// <summary>The properties of the paragraph go back to plain ones.</summary>
    public void ResetParagraph() => heading = false;

    public void Paragraph()
    {
        Flush();
        var start = 0;
        foreach (var part in text.ToString().Split('\n'))
        {
            var clean = Clean(part);
            var lead = clean.Length - clean.TrimStart().Length;
            lines.Add(new TextLine
            {
                Number = number,
                Text = clean.Trim(),
                Starts = start == 0,
                Bold = Math.Max(0, Math.Min(bold - start, part.Length) - lead),
                Heading = heading,
                Listed = listed && start == 0,
                Comments = marks.In(start, start + part.Length),
            });
            start += part.Length + 1;
        }

        number++;
        text.Clear();
        marks.Clear();
        bold = 0;
        listed = false;
    }

    public IReadOnlyList<TextLine> Finish()
    {
        Paragraph();
        return lines;
    }

    private static string Clean(string text)
    {
        // Half of a letter outside the basic plane is no text and could not be stored.
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? string.Concat(text.EnumerateRunes().Select(r => r.ToString()))
            : text;
        return StoredText.Normalise(whole.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u2011', '-'));
    }

    private void Add(string letters, bool isBold)
    {
        // Bold counts only as an unbroken beginning; white space after it, in whatever weight, does not break it.
        if (bold == text.Length && (isBold || string.IsNullOrWhiteSpace(letters)))
        {
            bold += letters.Length;
        }

        text.Append(letters);
    }
}
