using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax.Inlines;
using WordLetters = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace MiaVoices.Formats.Reports.Word;

/// <summary>Runs of text in a document.</summary>
internal static class WordText
{
    /// <summary>Plain text.</summary>
    public static Run Run(string text) => new(Letters(text));

    /// <summary>The runs of a line of the tree, with what is bold and italic.</summary>
    public static IEnumerable<OpenXmlElement> Runs(ContainerInline? inline, bool bold = false, bool italic = false)
    {
        foreach (var part in inline ?? [])
        {
            switch (part)
            {
                case LiteralInline literal:
                    yield return Styled(Letters(literal.Content.ToString()), bold, italic);
                    break;
                case LineBreakInline:
                    yield return new Run(new Break());
                    break;
                case EmphasisInline emphasis:
                    foreach (var run in Runs(emphasis, bold || emphasis.DelimiterCount > 1, italic || emphasis.DelimiterCount == 1))
                    {
                        yield return run;
                    }

                    break;
                case ContainerInline container:
                    foreach (var run in Runs(container, bold, italic))
                    {
                        yield return run;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A field that Word computes, with what stands there until then.</summary>
    public static IEnumerable<OpenXmlElement> Field(string code, string shown) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Run(shown),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    private static WordLetters Letters(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static Run Styled(WordLetters text, bool bold, bool italic)
    {
        var run = new Run();
        if (bold || italic)
        {
            run.AppendChild(new RunProperties([.. bold ? new OpenXmlElement[] { new Bold() } : [], .. italic ? new OpenXmlElement[] { new Italic() } : []]));
        }

        run.AppendChild(text);
        return run;
    }
}
