using System.Xml;
using System.Xml.Linq;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Word;

/// <summary>The body of a Word document as lines.</summary>
/// <param name="Lines">One line a paragraph, or several where it holds line breaks.</param>
/// <param name="TextBoxes">Number of text boxes with words; these are not in the lines.</param>
internal sealed record WordDocument(IReadOnlyList<TextLine> Lines, int TextBoxes)
{
    /// <param name="main">The main part; it is closed after.</param>
    /// <param name="headings">Styles that are headings.</param>
    /// <param name="comments">The document's comments, to be marked where they stand.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="XmlException">The part is not well formed, or holds a document type.</exception>
    public static WordDocument Read(XmlReader main, IReadOnlySet<string> headings, WordComments comments, CancellationToken cancellation)
    {
        using var reader = main;
        var lines = new List<TextLine>();
        int number = 0, boxes = 0;
        reader.MoveToContent();
        while (!reader.EOF)
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "p" })
            {
                AddParagraph((XElement)XNode.ReadFrom(reader));
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "tbl" })
            {
                AddTable((XElement)XNode.ReadFrom(reader));
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "del" or "moveFrom" or "sectPr" })
            {
                reader.Skip();
            }
            else
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "commentRangeStart" })
                {
                    comments.Await(WordComments.Id(reader));
                }

                reader.Read();
            }
        }

        return new WordDocument(lines, boxes);

        void AddParagraph(XElement element)
        {
            number++;
            boxes += WordParagraph.CountTextBoxes(element);
            lines.AddRange(WordParagraph.Lines(element, number, headings, comments));
        }

        void AddTable(XElement table)
        {
            boxes += WordParagraph.CountTextBoxes(table);
            var rows = WordTable.Rows(table);
            if (WordTable.Speakers(rows) is { } columns)
            {
                foreach (var row in rows)
                {
                    number++;
                    lines.AddRange(WordTable.Turn(row, columns, number, comments));
                }
            }
            else
            {
                foreach (var paragraph in rows.SelectMany(r => r).SelectMany(c => c.Paragraphs))
                {
                    number++;
                    lines.AddRange(WordParagraph.Lines(paragraph, number, headings, comments));
                }
            }
        }
    }

    /// <summary>Text of a run in stored form: soft hyphens are only places to break, no-break hyphens are hyphens.</summary>
    public static string Clean(string text) =>
        StoredText.Normalise(text.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u2011', '-'));
}
