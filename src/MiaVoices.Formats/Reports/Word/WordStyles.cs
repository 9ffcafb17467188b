using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MiaVoices.Formats.Reports.Word;

/// <summary>The styles of a report: Word's own names where it has one, so that an office can put its own template over them.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Quote = "Quote";
    public const string QuoteSource = "QuoteSource";
    public const string Caption = "Caption";
    public const string Table = "ReportTable";
    public const string TableText = "TableText";
    public const string AfterTable = "AfterTable";
    public const string ListBullet = "ListBullet";
    public const string CheckPoint = "CheckPoint";
    public const string Footer = "Footer";
    public const string ContentsHeading = "TOCHeading";

    private const int Levels = 5;
    private const string Ink = "1F3A5F";
    private const string Soft = "54545F";
    private const string Rule = "7D828C";
    private const int BulletList = 1;

    public static string Heading(int level) => "Heading" + Math.Clamp(level, 1, Levels).ToString(CultureInfo.InvariantCulture);

    public static string Contents(int level) => "TOC" + level.ToString(CultureInfo.InvariantCulture);

    public static Styles Make(ReportWords words)
    {
        var language = $"{words.Language}-{words.Country}";
        return new Styles(
        [
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", EastAsia = "Calibri", ComplexScript = "Calibri" },
                    new FontSize { Val = "22" },
                    new FontSizeComplexScript { Val = "22" },
                    new Languages { Val = language, EastAsia = language, Bidi = "ar-SA" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
            Paragraphs("Normal", "Normal", null, [], [], isDefault: true),
            Paragraphs(Title, "Title", "Normal", [new KeepNext(), Space(0, 240)], [new Bold(), new Color { Val = Ink }, new FontSize { Val = "44" }]),
            .. Enumerable.Range(1, Levels).Select(HeadingStyle),
            Paragraphs(ContentsHeading, "TOC Heading", "Normal", [new KeepNext(), Space(240, 120)], [new Bold(), new Color { Val = Ink }, new FontSize { Val = "30" }]),
            .. Enumerable.Range(1, 3).Select(ContentsStyle),
            Paragraphs(Quote, "Quote", "Normal", [new KeepNext(), Edge(), Space(120, 40), new Indentation { Left = "340" }], [new Italic()]),
            Paragraphs(QuoteSource, "Quote Source", Quote, [new KeepNext { Val = false }, Space(0, 160)], [new Italic { Val = false }, new Color { Val = Soft }, new FontSize { Val = "20" }]),
            Paragraphs(Caption, "caption", "Normal", [new KeepNext(), Space(120, 80)], [new Bold(), new FontSize { Val = "20" }]),
            Paragraphs(TableText, "Table Text", "Normal", [Space(20, 20)], [new FontSize { Val = "20" }]),
            Paragraphs(AfterTable, "After Table", "Normal", [Space(0, 80)], [new FontSize { Val = "12" }]),
            Paragraphs(ListBullet, "List Bullet", "Normal", [new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = BulletList }), Space(0, 60)], []),
            Paragraphs(CheckPoint, "Check Point", "Normal", [Space(0, 80), new Indentation { Left = "340", Hanging = "340" }], []),
            Paragraphs(Footer, "footer", "Normal", [new Tabs(new TabStop { Val = TabStopValues.Right, Position = 9072 }), Space(0, 0)], [new Color { Val = Soft }, new FontSize { Val = "18" }]),
            TableStyle(),
        ]);
    }

    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = BulletList });

    private static Style HeadingStyle(int level)
    {
        string[] sizes = ["32", "26", "23", "22", "22"];
        var name = level.ToString(CultureInfo.InvariantCulture);
        return Paragraphs(
            Heading(level),
            "heading " + name,
            "Normal",
            [new KeepNext(), new KeepLines(), Space(level == 1 ? 480 : 280, 100), new OutlineLevel { Val = level - 1 }],
            [new Bold(), .. level > 3 ? new OpenXmlElement[] { new Italic() } : [], new Color { Val = Ink }, new FontSize { Val = sizes[level - 1] }]);
    }

    private static Style ContentsStyle(int level) => Paragraphs(
        Contents(level),
        "toc " + level.ToString(CultureInfo.InvariantCulture),
        "Normal",
        [
            new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = 9072 }),
            Space(0, 40),
            new Indentation { Left = ((level - 1) * 240).ToString(CultureInfo.InvariantCulture) },
        ],
        []);

    private static Style Paragraphs(string id, string name, string? basedOn, IEnumerable<OpenXmlElement> paragraph, IEnumerable<OpenXmlElement> run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn }, new NextParagraphStyle { Val = id is TableText or ListBullet or CheckPoint ? id : "Normal" });
        }

        style.Append(new PrimaryStyle());
        style.Append(new StyleParagraphProperties(paragraph), new StyleRunProperties(run));
        return style;
    }

    private static Style TableStyle()
    {
        static T Line<T>()
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = Rule };

        return new Style(
            new StyleName { Val = "Report Table" },
            new PrimaryStyle(),
            new StyleTableProperties(
                new TableBorders(Line<TopBorder>(), Line<BottomBorder>(), Line<InsideHorizontalBorder>()),
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(
                new RunPropertiesBaseStyle(new Bold()),
                new TableStyleConditionalFormattingTableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E4E9F0" }))
            { Type = TableStyleOverrideValues.FirstRow },
            new TableStyleProperties(new RunPropertiesBaseStyle(new Bold())) { Type = TableStyleOverrideValues.FirstColumn })
        { Type = StyleValues.Table, StyleId = Table, CustomStyle = true };
    }

    private static SpacingBetweenLines Space(int before, int after) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
    };

    private static ParagraphBorders Edge() => new(new LeftBorder { Val = BorderValues.Single, Size = 18, Space = 8, Color = Ink });
}
