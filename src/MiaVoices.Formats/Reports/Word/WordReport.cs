using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Block = MiaVoices.Core.Reports.Block;

namespace MiaVoices.Formats.Reports.Word;

/// <summary>
/// A report as a Word document that an office goes on working in: real styles, headings, lists, tables with a header row that
/// is repeated, a contents field and page numbers. The same report gives the same bytes. Thread-safe.
/// </summary>
public static class WordReport
{
    private const string DocumentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    // A4 with 25 mm on all sides, in twentieths of a point.
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const int Margin = 1417;

    /// <summary>The document.</summary>
    /// <param name="blocks">The report.</param>
    /// <param name="meta">What the document says of itself.</param>
    public static byte[] Write(IReadOnlyList<Block> blocks, ReportMeta meta)
    {
        ArgumentNullException.ThrowIfNull(meta);
        var tree = ReportTree.Of(blocks);
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document, autoSave: true))
        {
            // Each part is compressed once, when the package is packed anew.
            document.CompressionOption = CompressionOption.NotCompressed;
            var main = document.AddNewPart<MainDocumentPart>(DocumentType, "rId1");
            CoreProperties.Add(document, "rId2", tree.Title.Length > 0 ? tree.Title : meta.Words.Untitled, meta);
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.Make(meta.Words);
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = WordStyles.Bullets();
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = Settings(meta.Words);
            main.AddNewPart<FooterPart>("rId4").Footer = Footer(tree, meta.Words);
            main.Document = new Document(new Body([.. WordBlocks.Of(tree, meta.Words, new WordCharts(main, meta)), Section()]));
        }

        package.Position = 0;
        return FixedZip.Repack(package);
    }

    /// <summary>Asks Word to fill in the page numbers of the contents when the document is opened.</summary>
    private static Settings Settings(ReportWords words) => new(
        new DefaultTabStop { Val = 720 },
        new AutoHyphenation { Val = true },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new UpdateFieldsOnOpen { Val = true },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = $"{words.Language}-{words.Country}" },
        new DecimalSymbol { Val = words.Language == "sv" ? "," : "." },
        new ListSeparator { Val = words.Language == "sv" ? ";" : "," });

    private static Footer Footer(ReportTree tree, ReportWords words) => new(new Paragraph(
        [
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Footer }),
            WordText.Run(tree.Title),
            new Run(new TabChar()),
            WordText.Run(words.Page + " "),
            .. WordText.Field(" PAGE ", "1"),
            WordText.Run($" {words.Of} "),
            .. WordText.Field(" NUMPAGES ", "1"),
        ]));

    private static SectionProperties Section() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rId4" },
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 708, Footer = 708, Gutter = 0 });
}
