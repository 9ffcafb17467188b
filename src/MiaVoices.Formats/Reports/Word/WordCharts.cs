using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MiaVoices.Core.Reports;
using MiaVoices.Formats.Reports.Spreadsheets;
using A = DocumentFormat.OpenXml.Drawing;
using BarChart = MiaVoices.Core.Reports.BarChart;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace MiaVoices.Formats.Reports.Word;

/// <summary>
/// Bars as charts of Word's own, whose figures an office can edit, with a text for those who hear the document. Parts of a
/// bar differ by lightness and then by pattern. One document.
/// </summary>
internal sealed class WordCharts(MainDocumentPart main, ReportMeta meta)
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Ink = "1F5F99";
    private const uint Categories = 1;
    private const uint Values = 2;

    // In English metric units, 36,000 to a millimetre.
    private const long Millimetre = 36_000;
    private const long Width = 158 * Millimetre;
    private const long BarHeight = 9 * Millimetre;
    private const long Edges = 12 * Millimetre;

    // Lighter by clear steps, so that they differ in grey and for those who see few colours; patterns look alike in some programs.
    private static readonly string[] Tints = [Ink, "6FA3D0", "C5DBEE", "FFFFFF"];

    private static readonly A.PresetPatternValues[] Patterns = [A.PresetPatternValues.WideUpwardDiagonal, A.PresetPatternValues.SmallGrid, A.PresetPatternValues.WideDownwardDiagonal, A.PresetPatternValues.Horizontal];

    private readonly ChartBooks _books = new(meta);
    private int _made;

    /// <summary>A paragraph with the chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="told">What is said in its place.</param>
    public Paragraph Make(BarChart chart, string told)
    {
        var number = ++_made;
        var id = FormattableString.Invariant($"chart{number}");
        var part = main.AddNewPart<ChartPart>(id);
        using (var book = new MemoryStream(_books.Make(Sheet(chart))))
        {
            part.AddNewPart<EmbeddedPackagePart>(WorkbookType, "rId1").FeedData(book);
        }

        part.ChartSpace = Space(chart);
        var height = (chart.Bars.Count * BarHeight) + (chart.Series.Count > 1 ? 2 * Edges : Edges);
        return new Paragraph(new Run(new Drawing(new DW.Inline(
            new DW.Extent { Cx = Width, Cy = height },
            new DW.DocProperties { Id = (uint)number, Name = id, Description = told },
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 })));
    }

    private static ReportSheet Sheet(BarChart chart) => new(
        1,
        "",
        ["", .. chart.Series],
        [.. chart.Bars.Select(b => (IReadOnlyList<string>)[Label(b), .. chart.Series.Select((_, i) => i < b.Values.Count && b.Values[i] is { } value ? value.ToString("0.######", CultureInfo.InvariantCulture) : "")])]);

    /// <summary>What a bar stands for, with its figures in words, so that nobody has to measure it.</summary>
    private static string Label(ChartBar bar) => $"{MarkdownWriter.PlainLine(bar.Label)}: {MarkdownWriter.PlainLine(bar.Shown)}";

    private C.ChartSpace Space(BarChart chart)
    {
        var isStacked = chart.Series.Count > 1;
        var bars = new C.BarChart(
        [
            new C.BarDirection { Val = C.BarDirectionValues.Bar },
            new C.BarGrouping { Val = isStacked ? C.BarGroupingValues.Stacked : C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false },
            .. chart.Series.Select((name, i) => Series(chart, name, i)),
            new C.GapWidth { Val = 60 },
            .. isStacked ? new OpenXmlElement[] { new C.Overlap { Val = 100 } } : [],
            new C.AxisId { Val = Categories },
            new C.AxisId { Val = Values },
        ]);
        return new C.ChartSpace(
            new C.Date1904 { Val = false },
            new C.EditingLanguage { Val = $"{meta.Words.Language}-{meta.Words.Country}" },
            new C.RoundedCorners { Val = false },
            new C.Chart(
            [
                new C.AutoTitleDeleted { Val = true },
                new C.PlotArea(new C.Layout(), bars, CategoryAxis(), ValueAxis(chart.Most)),
                .. isStacked ? new OpenXmlElement[] { new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }) } : [],
                new C.PlotVisibleOnly { Val = true },
                new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap },
            ]),
            new C.ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())),
            new C.ExternalData(new C.AutoUpdate { Val = false }) { Id = "rId1" });
    }

    private C.BarChartSeries Series(BarChart chart, string name, int index)
    {
        var (sheet, rows) = (meta.Words.Sheet, chart.Bars.Count);
        var column = (char)('B' + index);
        var last = rows + 1;
        return new C.BarChartSeries(
            new C.Index { Val = (uint)index },
            new C.Order { Val = (uint)index },
            new C.SeriesText(new C.StringReference(
                new C.Formula(FormattableString.Invariant($"{sheet}!${column}$1")),
                new C.StringCache(new C.PointCount { Val = 1 }, new C.StringPoint(new C.NumericValue(MarkdownWriter.PlainLine(name))) { Index = 0 }))),
            new C.ChartShapeProperties(Fill(index), new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = Ink })) { Width = 9525 }),
            new C.InvertIfNegative { Val = false },
            new C.CategoryAxisData(new C.StringReference(
                new C.Formula(FormattableString.Invariant($"{sheet}!$A$2:$A${last}")),
                new C.StringCache([new C.PointCount { Val = (uint)rows }, .. chart.Bars.Select((b, i) => new C.StringPoint(new C.NumericValue(Label(b))) { Index = (uint)i })]))),
            new C.Values(new C.NumberReference(
                new C.Formula(FormattableString.Invariant($"{sheet}!${column}$2:${column}${last}")),
                new C.NumberingCache(
                [
                    new C.FormatCode("General"),
                    new C.PointCount { Val = (uint)rows },
                    .. chart.Bars.Index().Where(b => index < b.Item.Values.Count && b.Item.Values[index] is not null)
                        .Select(b => new C.NumericPoint(new C.NumericValue(b.Item.Values[index]!.Value.ToString("0.######", CultureInfo.InvariantCulture))) { Index = (uint)b.Index }),
                ]))));
    }

    private static OpenXmlElement Fill(int index) => index < Tints.Length
        ? new A.SolidFill(new A.RgbColorModelHex { Val = Tints[index] })
        : new A.PatternFill(new A.ForegroundColor(new A.RgbColorModelHex { Val = Ink }), new A.BackgroundColor(new A.RgbColorModelHex { Val = "FFFFFF" })) { Preset = Patterns[index % Patterns.Length] };

    /// <summary>The first bar on top, as in the report.</summary>
    private static C.CategoryAxis CategoryAxis() => new(
        new C.AxisId { Val = Categories },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MaxMin }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Left },
        new C.MajorTickMark { Val = C.TickMarkValues.None },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.CrossingAxis { Val = Values },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = true });

    private static C.ValueAxis ValueAxis(double most) => new(
        new C.AxisId { Val = Values },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MaxAxisValue { Val = most }, new C.MinAxisValue { Val = 0 }),
        new C.Delete { Val = true },
        new C.AxisPosition { Val = C.AxisPositionValues.Top },
        new C.MajorTickMark { Val = C.TickMarkValues.None },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.CrossingAxis { Val = Categories },
        new C.Crosses { Val = C.CrossesValues.AutoZero });
}
