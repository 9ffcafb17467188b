using System.Globalization;
using System.Text;
using System.Xml;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Transcripts;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.OpenDocument;

/// <summary>
/// The body of an OpenDocument text as lines. Insertions are kept; what was deleted stands apart in the file and is not
/// read; neither are notes, indexes and text boxes. Comments are read beside the text. Cells of a table row stand on one line with a tab between.
/// </summary>
internal sealed class OdtDocument
{
    private const int MostSpaces = 1000;

    private readonly string file;
    private readonly OdtStyles styles = OdtStyles.Empty;
    private readonly List<TextLine> lines = [];
    private readonly List<string> comments = [];
    private readonly CommentMarks marks = new();
    private readonly StringBuilder text = new();
    private int number;
    private int bold;
    private int lists;
    private bool firstOfItem;
    private bool inCell;
    private bool cellFilled;

    private OdtDocument(string file) => this.file = file;

    /// <summary>One line a paragraph, or several where it holds line breaks.</summary>
    public IReadOnlyList<TextLine> Lines => lines;

    /// <summary>The words of each comment; empty where there are none.</summary>
    public IReadOnlyList<string> Comments => comments;

    /// <summary>Footnotes and endnotes passed over.</summary>
    public int Notes { get; private set; }

    /// <summary>Text boxes passed over.</summary>
    public int TextBoxes { get; private set; }

    /// <exception cref="XmlException">The part is not well formed, or holds a document type.</exception>
    public static OdtDocument Read(SafeZip zip, XmlReader content, string file, CancellationToken cancellation)
    {
        var document = new OdtDocument(file);
        using (var named = zip.Xml("styles.xml"))
        {
            while (named?.Read() == true)
            {
                if (named is { NodeType: XmlNodeType.Element, LocalName: "style" })
                {
                    document.styles.Add(named);
                }
            }
        }

        document.Body(content, cancellation);
        return document;
    }

    private void Body(XmlReader reader, CancellationToken cancellation)
    {
        reader.MoveToContent();
        while (!reader.EOF)
        {
            cancellation.ThrowIfCancellationRequested();
            OdfPackage.RefuseNesting(reader, file);
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                Leave(reader.LocalName);
                reader.Read();
            }
            else if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (Passed(reader))
            {
                reader.Skip();
            }
            else if (reader.LocalName == "style")
            {
                styles.Add(reader);
                reader.Read();
            }
            else if (reader.LocalName is "p" or "h")
            {
                Paragraph(reader);
                reader.Read();
            }
            else
            {
                Enter(reader);
                reader.Read();
            }
        }
    }

    private void Enter(XmlReader reader)
    {
        var empty = reader.IsEmptyElement;
        switch (reader.LocalName)
        {
            case "list" when !empty:
                lists++;
                break;
            case "list-item":
                firstOfItem = true;
                break;
            case "table-row":
                (cellFilled, inCell) = (false, false);
                break;
            case "table-cell" when !empty:
                inCell = true;
                if (text.Length > 0)
                {
                    Append("\t", isBold: false);
                }

                cellFilled = false;
                break;
        }
    }

    private void Leave(string element)
    {
        switch (element)
        {
            case "list":
                lists--;
                break;
            case "table-cell":
                inCell = false;
                break;
            case "table-row":
                number++;
                EndParagraph(heading: false, isListed: false);
                break;
        }
    }

    /// <summary>Whether an element is not part of the running text and is to be skipped; counted where a person should know.</summary>
    private bool Passed(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "annotation":
                marks.Add(text.Length, comments.Count);
                comments.Add(OdtComment.Read(reader));
                return true;
            case "note":
                Notes++;
                return true;
            case "text-box":
                TextBoxes++;
                return true;
            case "tracked-changes" or "annotation-end" or "note-body" or "forms" or "sequence-decls" or "variable-decls" or "user-field-decls" or "list-header"
                or "table-of-content" or "illustration-index" or "table-index" or "object-index" or "user-index" or "alphabetical-index" or "bibliography"
                or "ruby-text" or "hidden-text" or "hidden-paragraph" or "master-styles" or "event-listeners" or "object" or "object-ole" or "image" or "desc" or "title" or "script" or "covered-table-cell":
                return true;
            default:
                return false;
        }
    }

    private void Paragraph(XmlReader reader)
    {
        var depth = reader.Depth;
        var style = OdfPackage.Attribute(reader, "style-name") ?? "";
        var heading = reader.LocalName == "h" || styles.Headings.Contains(style);
        if (inCell && cellFilled)
        {
            Append(" ", isBold: false);
        }

        if (!reader.IsEmptyElement)
        {
            var weights = new Stack<bool>([styles.Bold.Contains(style)]);
            reader.Read();
            while (!reader.EOF && reader.Depth > depth)
            {
                OdfPackage.RefuseNesting(reader, file);
                Inline(reader, weights);
            }
        }

        if (inCell)
        {
            cellFilled = true;
            return;
        }

        number++;
        EndParagraph(heading, lists > 0 && firstOfItem);
        firstOfItem = false;
    }

    /// <summary>One node inside a paragraph; leaves the reader on the next.</summary>
    private void Inline(XmlReader reader, Stack<bool> weights)
    {
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
        {
            Append(Folded(reader.Value), weights.Peek());
        }
        else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "span" && weights.Count > 1)
        {
            weights.Pop();
        }
        else if (reader.NodeType == XmlNodeType.Element)
        {
            if (Passed(reader))
            {
                reader.Skip();
                return;
            }

            switch (reader.LocalName)
            {
                case "span" when !reader.IsEmptyElement:
                    weights.Push(OdfPackage.Attribute(reader, "style-name") is { } style ? styles.Bold.Contains(style) || (weights.Peek() && !style.StartsWith('T')) : weights.Peek());
                    break;
                case "s":
                    var count = int.TryParse(OdfPackage.Attribute(reader, "c"), NumberStyles.None, CultureInfo.InvariantCulture, out var c) ? Math.Clamp(c, 1, MostSpaces) : 1;
                    Append(new string(' ', count), weights.Peek());
                    break;
                case "tab":
                    Append("\t", weights.Peek());
                    break;
                case "line-break":
                    Append(inCell ? " " : "\n", weights.Peek());
                    break;
            }
        }

        reader.Read();
    }

    private string Folded(string value)
    {
        // White space of the file itself is one space, and none at the start of a paragraph.
        var folded = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            var space = c is ' ' or '\t' or '\n' or '\r';
            var last = folded.Length > 0 ? folded[^1] : text.Length > 0 ? text[^1] : '\n';
            if (!space || last is not (' ' or '\n' or '\t'))
            {
                folded.Append(space ? ' ' : c);
            }
        }

        return folded.ToString();
    }

    private void Append(string letters, bool isBold)
    {
        // Bold counts only as an unbroken beginning; white space after it, in whatever weight, does not break it.
        if (bold == text.Length && (isBold || string.IsNullOrWhiteSpace(letters)))
        {
            bold += letters.Length;
        }

        text.Append(letters);
    }

    private void EndParagraph(bool heading, bool isListed)
    {
        var start = 0;
        foreach (var part in text.ToString().Split('\n'))
        {
            var clean = StoredText.Normalise(part.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u2011', '-')).TrimEnd();
            var lead = clean.Length - clean.TrimStart().Length;
            lines.Add(new TextLine
            {
                Number = Math.Max(1, number),
                Text = clean.Trim(),
                Starts = start == 0,
                Bold = Math.Max(0, Math.Min(bold - start, part.Length) - lead),
                Heading = heading,
                Listed = isListed && start == 0,
                Comments = marks.In(start, start + part.Length),
            });
            start += part.Length + 1;
        }

        text.Clear();
        marks.Clear();
        bold = 0;
    }
}
