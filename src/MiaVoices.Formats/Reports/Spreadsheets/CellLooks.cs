using DocumentFormat.OpenXml.Spreadsheet;

namespace MiaVoices.Formats.Reports.Spreadsheets;

/// <summary>How cells look, by their number in the workbook's list of looks.</summary>
internal static class CellLooks
{
    /// <summary>Text that stays text when the cell is written in.</summary>
    public const uint Text = 1;

    /// <summary>Bold on grey.</summary>
    public const uint Header = 2;

    /// <summary>What stands for a number that is not shown, where the number would be.</summary>
    public const uint Hidden = 7;

    private const uint Whole = 3;
    private const uint Decimal = 4;
    private const uint Percent = 5;
    private const uint PercentDecimal = 6;

    // Formats that every spreadsheet knows by number, and one of ours.
    private const uint WholeFormat = 3;
    private const uint PercentFormat = 9;
    private const uint DecimalFormat = 164;
    private const uint PercentDecimalFormat = 165;

    public static uint Of(CellNumber number) => (number.IsPercent, number.Decimals) switch
    {
        (true, 0) => Percent,
        (true, _) => PercentDecimal,
        (false, 0) => Whole,
        _ => Decimal,
    };

    public static Stylesheet Make() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DecimalFormat, FormatCode = "#,##0.###" },
            new NumberingFormat { NumberFormatId = PercentDecimalFormat, FormatCode = "0.0%" }),
        new Fonts(Font(isBold: false), Font(isBold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE4E9F0" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, QuotePrefix = true, ApplyAlignment = true },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Bottom, WrapText = true }) { NumberFormatId = 0, FontId = 1, FillId = 2, BorderId = 0, FormatId = 0, QuotePrefix = true, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
            Number(WholeFormat),
            Number(DecimalFormat),
            Number(PercentFormat),
            Number(PercentDecimalFormat),
            new CellFormat(new Alignment { Horizontal = HorizontalAlignmentValues.Right, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyAlignment = true }));

    private static Font Font(bool isBold) => new([.. isBold ? new DocumentFormat.OpenXml.OpenXmlElement[] { new Bold() } : [], new FontSize { Val = 11 }, new FontName { Val = "Calibri" }]);

    private static CellFormat Number(uint format) => new(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = format, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true, ApplyAlignment = true };
}
