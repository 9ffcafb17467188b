using System.Xml;
using System.Xml.Linq;
using MiaVoices.Formats.Transcripts;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.Word;

/// <summary>
/// The comments of a Word document. A comment stands where its range begins, or where it is referred to when it has none;
/// author and initials are not read.
/// </summary>
internal sealed class WordComments
{
    private readonly List<string> texts = [];
    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);
    private readonly List<string> awaited = [];

    /// <summary>The words of each comment; empty where there are none.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>Number of comments with words.</summary>
    public int Count => texts.Count(t => t.Length > 0);

    /// <summary>Reads the part, if it is there.</summary>
    /// <exception cref="XmlException">The part is not well formed, or holds a document type.</exception>
    public static WordComments Read(SafeZip zip)
    {
        var comments = new WordComments();
        using var reader = zip.Xml("word/comments.xml");
        while (reader?.EOF == false)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "comment" })
            {
                var comment = (XElement)XNode.ReadFrom(reader);
                if (Id(comment) is { } id && comments.open.TryAdd(id, comments.texts.Count))
                {
                    comments.texts.Add(string.Join('\n', comment.Descendants().Where(e => e.Name.LocalName == "p").Select(WordParagraph.Text).Where(t => t.Length > 0)));
                }
            }
            else
            {
                reader.Read();
            }
        }

        return comments;
    }

    /// <summary>The comment that a mark speaks of.</summary>
    public static string? Id(XElement mark) => mark.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value;

    /// <inheritdoc cref="Id(XElement)"/>
    public static string? Id(XmlReader mark)
    {
        string? id = null;
        while (mark.MoveToNextAttribute())
        {
            id = mark.LocalName == "id" ? mark.Value : id;
        }

        mark.MoveToElement();
        return id;
    }

    /// <summary>The comments that stand somewhere in a paragraph, deleted words apart.</summary>
    public static IEnumerable<string?> Ids(XElement paragraph) =>
        paragraph.Descendants().Where(e => e.Name.LocalName is "commentRangeStart" or "commentReference" && !e.Ancestors().Any(a => a.Name.LocalName is "del" or "moveFrom")).Select(Id);

    /// <summary>A range begins between two paragraphs: it belongs to the next.</summary>
    public void Await(string? id)
    {
        if (id is not null)
        {
            awaited.Add(id);
        }
    }

    /// <summary>Marks for a paragraph, with those awaited at its beginning.</summary>
    public CommentMarks Begin()
    {
        var marks = new CommentMarks();
        awaited.ForEach(id => Mark(id, 0, marks));
        awaited.Clear();
        return marks;
    }

    /// <summary>Marks a comment at a place of a paragraph; only the first place of each counts.</summary>
    public void Mark(string? id, int at, CommentMarks marks)
    {
        if (id is not null && open.Remove(id, out var comment))
        {
            marks.Add(at, comment);
        }
    }
}
