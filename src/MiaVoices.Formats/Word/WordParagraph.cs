using System.Text;
using System.Xml.Linq;
using MiaVoices.Core;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Word;

/// <summary>Reads a <c>w:p</c>: insertions are kept, deletions dropped, text boxes and notes are not part of it.</summary>
internal static class WordParagraph
{
    /// <summary>Deepest nesting of elements inside a paragraph; Word stays below 30.</summary>
    public const int Deepest = 256;

    /// <summary>The lines of the paragraph; the first starts a paragraph, those after a line break do not.</summary>
    public static IEnumerable<TextLine> Lines(XElement paragraph, int number, IReadOnlySet<string> headings, WordComments comments)
    {
        var text = new StringBuilder();
        var bold = 0;
        var marks = comments.Begin();
        Walk(paragraph, text, ref bold, StyleIsBold(paragraph), id => comments.Mark(id, text.Length, marks));
        var heading = paragraph.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr")?.Elements()
            .Any(e => e.Name.LocalName == "outlineLvl" || (e.Name.LocalName == "pStyle" && IsHeading(Value(e), headings))) == true;
        var listed = paragraph.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr")?.Elements().Any(e => e.Name.LocalName == "numPr") == true;
        var start = 0;
        var whole = text.ToString();
        foreach (var part in whole.Split('\n'))
        {
            // Bold letters are counted from the start of the raw line, trimmed text from its first word.
            var clean = WordDocument.Clean(part);
            var lead = clean.Length - clean.TrimStart().Length;
            yield return new TextLine
            {
                Number = number,
                Text = clean.TrimEnd(),
                Starts = start == 0,
                Bold = Math.Max(0, Math.Min(bold - start, part.Length) - lead),
                Heading = heading,
                Listed = listed && start == 0,
                Comments = marks.In(start, start + part.Length),
            };
            start += part.Length + 1;
        }
    }

    /// <summary>The paragraph's words on one line.</summary>
    public static string Text(XElement paragraph)
    {
        var text = new StringBuilder();
        var bold = 0;
        Walk(paragraph, text, ref bold, false, mark: null);
        return WordDocument.Clean(text.ToString()).Trim();
    }

    /// <summary>Number of text boxes with words; the fallback copy of each is not counted.</summary>
    public static int CountTextBoxes(XElement element) =>
        element.Descendants().Count(e => e.Name.LocalName == "txbxContent"
            && !e.Ancestors().Any(a => a.Name.LocalName == "Fallback")
            && e.Descendants().Any(t => t.Name.LocalName == "t" && t.Value.Trim().Length > 0));

    private static void Walk(XElement parent, StringBuilder text, ref int bold, bool isBold, Action<string?>? mark, int depth = 0)
    {
        if (depth > Deepest)
        {
            throw new RefusedException(Problem.Of("xml.nesting", Deepest));
        }

        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "r":
                    var runBold = isBold;
                    if (element.Elements().FirstOrDefault(e => e.Name.LocalName == "rPr")?.Elements().FirstOrDefault(e => e.Name.LocalName == "b") is { } weight)
                    {
                        runBold = Value(weight) is not ("0" or "false" or "off");
                    }

                    Walk(element, text, ref bold, runBold, mark, depth + 1);
                    break;
                case "t":
                    Append(element.Value, text, ref bold, isBold);
                    break;
                case "tab":
                    Append("\t", text, ref bold, isBold);
                    break;
                case "br" or "cr":
                    Append("\n", text, ref bold, isBold);
                    break;
                case "noBreakHyphen":
                    Append("-", text, ref bold, isBold);
                    break;
                case "commentRangeStart" or "commentReference":
                    mark?.Invoke(WordComments.Id(element));
                    break;
                case "pPr" or "rPr" or "del" or "moveFrom" or "delText" or "instrText" or "txbxContent" or "Fallback" or "pict" or "drawing":
                    break;
                default:
                    Walk(element, text, ref bold, isBold, mark, depth + 1);
                    break;
            }
        }
    }

    private static void Append(string letters, StringBuilder text, ref int bold, bool isBold)
    {
        // Bold counts only as an unbroken beginning; white space after it, in whatever weight, does not break it.
        if (bold == text.Length && (isBold || string.IsNullOrWhiteSpace(letters)))
        {
            bold += letters.Length;
        }

        text.Append(letters.Replace('\n', letters.Length == 1 ? '\n' : ' '));
    }

    private static bool StyleIsBold(XElement paragraph) =>
        paragraph.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr")?.Elements()
            .Any(e => e.Name.LocalName == "pStyle" && Value(e) is "Strong" or "Stark") == true;

    private static bool IsHeading(string? style, IReadOnlySet<string> headings) =>
        style is not null && (headings.Contains(style) || style.StartsWith("Heading", StringComparison.Ordinal) || style.StartsWith("Rubrik", StringComparison.Ordinal));

    private static string? Value(XElement element) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value;
}
