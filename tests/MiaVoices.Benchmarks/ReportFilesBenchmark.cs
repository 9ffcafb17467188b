using System.Text;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats.Reports;
using MiaVoices.Formats.Reports.Html;
using MiaVoices.Formats.Reports.Spreadsheets;
using MiaVoices.Formats.Reports.Word;

namespace MiaVoices.Benchmarks;

/// <summary>The theme report over 10,000 codings of 100 codes by 1,000 persons as a file of each format, and a document of 100 charts.</summary>
internal static class ReportFilesBenchmark
{
    private const int Charts = 100;

    /// <summary>What a report and its file may take together, in milliseconds.</summary>
    private const double Bound = 2_000;

    private static readonly (string Name, Func<IReadOnlyList<Block>, ReportMeta, byte[]> Write)[] Formats =
    [
        ("Markdown", (blocks, _) => Encoding.UTF8.GetBytes(MarkdownWriter.Write(blocks))),
        ("HTML", HtmlReport.Write),
        ("Word", WordReport.Write),
        ("workbook", Workbooks.Write),
        ("CSV", (blocks, meta) => [.. ReportSheets.Csv(blocks, meta.Words).SelectMany(f => f.Content)]),
    ];

    public static void Run(Bench bench)
    {
        using var store = bench.Create(bench.Fresh("rapportfiler.mia"));
        ReportBenchmark.Make(store);
        var meta = new ReportMeta(ReportWords.Swedish, store.Now, "0");
        var table = new Table("ms", "p50", "p95", "least", "most");
        var worst = 0.0;
        foreach (var audience in new[] { Audience.Steering, Audience.Internal })
        {
            var order = new ReportOrder { Kind = ReportKind.Theme, Audience = audience };
            var blocks = Reporting.Compose(store, order, "0").Blocks;

            // On a machine that others use too the clock tells more of them than of the report; processor time does not.
            var before = Environment.CpuUsage.TotalTime;
            var made = Samples.Of(1, bench.Options.Runs, () => Reporting.Compose(store, order, "0"));
            var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / (bench.Options.Runs + 1);
            table.Add($"theme report {audience}, {blocks.Count} blocks, processor {processor:F0} ms", made);
            foreach (var (name, write) in Formats)
            {
                var size = write(blocks, meta).Length;
                var times = Samples.Of(1, bench.Options.Runs, () => write(blocks, meta));
                worst = Math.Max(worst, made.P95 + times.P95);
                table.Add($"  as {name}, {size / 1024} kB", times);
            }
        }

        var charts = WithCharts();
        foreach (var (name, write) in Formats.Where(f => f.Name is "HTML" or "Word"))
        {
            var times = Samples.Of(1, bench.Options.Runs, () => write(charts, meta));
            worst = Math.Max(worst, times.P95);
            table.Add($"{Charts} charts as {name}", times);
        }

        table.Print();
        Console.WriteLine($"\nreport and file: worst p95 {worst:F0} ms, bound {Bound:F0} ms: {(worst < Bound ? "held" : "NOT held")}\n");
    }

    private static IReadOnlyList<Block> WithCharts() =>
    [
        new Heading(1, "Diagram"),
        .. Enumerable.Range(1, Charts).SelectMany(i => new Block[]
        {
            new Heading(2, $"Fråga {i}"),
            new BarChart($"Fråga {i} (n = 40)", ["svar"], [.. Enumerable.Range(1, 6).Select(p => new ChartBar($"svar {p}", [p], $"{p} (10 %)"))], 40),
            new TableBlock([new("Svar"), new("Alla (n = 40)", true)], [.. Enumerable.Range(1, 6).Select(p => (IReadOnlyList<string>)[$"svar {p}", $"{p} (10 %)"])]) { HasRowHeaders = true },
        }),
    ];
}
