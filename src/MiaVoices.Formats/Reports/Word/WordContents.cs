using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MiaVoices.Formats.Reports.Word;

/// <summary>The contents: Word's own field, with its lines there from the beginning for programs that do not compute fields.</summary>
internal static class WordContents
{
    private const int Deepest = 4;

    /// <summary>The name that a heading's place has in the document; Word allows 40 letters, digits and underscores.</summary>
    public static string Bookmark(ReportPart heading)
    {
        const int Longest = 40;
        var name = "_Toc_" + heading.Id.Replace('-', '_');
        return name.Length <= Longest ? name : FormattableString.Invariant($"{name[..(Longest - 9)]}_{Sum(heading.Id):x8}");
    }

    /// <summary>Heading and field.</summary>
    public static IEnumerable<OpenXmlElement> Make(ReportTree tree, string title)
    {
        var headings = tree.Parts.Where(p => p.Level is > 1 and <= Deepest).ToList();
        var lines = new List<OpenXmlElement>
        {
            new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.ContentsHeading }), WordText.Run(title)),
        };
        foreach (var (i, heading) in headings.Index())
        {
            var line = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Contents(heading.Level - 1) }));
            if (i == 0)
            {
                line.Append(
                    new Run(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = true }),
                    new Run(new FieldCode(" TOC \\o \"1-3\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }),
                    new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }));
            }

            line.Append(new Hyperlink([WordText.Run(heading.Text), new Run(new TabChar()), .. WordText.Field($" PAGEREF {Bookmark(heading)} \\h ", " ")]) { Anchor = Bookmark(heading), History = true });
            lines.Add(line);
        }

        if (headings.Count > 0)
        {
            lines.Add(new Paragraph(new Run(new FieldChar { FieldCharType = FieldCharValues.End })));
        }

        yield return new SdtBlock(
            new SdtProperties(new SdtId { Val = 1_000_000 }, new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())),
            new SdtContentBlock(lines));
    }

    /// <summary>FNV-1a, so that long headings that begin alike have names of their own.</summary>
    private static uint Sum(string text) => text.Aggregate(2166136261u, (sum, c) => unchecked((sum ^ c) * 16777619u));
}
