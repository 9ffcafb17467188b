using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;

namespace MiaVoices.Benchmarks;

/// <summary>Summaries of 25 themes over 20,000 codings.</summary>
internal static class ReportBenchmark
{
    public static void Run(Bench bench)
    {
        using var store = bench.Open(bench.Coded);
        var table = new Table("ms", "p50", "p95", "least", "most");
        table.Add("summary, figures and quotes", Samples.Of(1, bench.Options.Runs, () => Summarising.Run(store, bench.Analyser, new SummaryScope { Words = false })));
        table.Add("summary with words", Samples.Of(0, bench.Options.Runs, () => Summarising.Run(store, bench.Analyser, new SummaryScope())));
        table.Add("theme report as Markdown", Samples.Of(0, bench.Options.Runs, () =>
            MarkdownWriter.Write(Reporting.Compose(store, new ReportOrder { Kind = MiaVoices.Core.Codes.ReportKind.Theme, Audience = Audience.Steering }, "0").Blocks)));
        table.Print();
    }
}
