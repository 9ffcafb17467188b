using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;

namespace MiaVoices.Benchmarks;

/// <summary>Reports over 10,000 codings of 100 codes by 1,000 persons, with 200 approved quotes; and summaries of 25 themes over 20,000 codings.</summary>
internal static class ReportBenchmark
{
    private const int Persons = 1_000;
    private const int Codings = 10_000;
    private const int CodeCount = 100;
    private const int QuoteCount = 200;

    /// <summary>What a report over the first project may take, in milliseconds.</summary>
    private const double Bound = 2_000;

    public static void Run(Bench bench)
    {
        var path = bench.Fresh("rapport.mia");
        using (var store = bench.Create(path))
        {
            var theme = Make(store);
            var table = new Table("ms", "p50", "p95", "least", "most");
            var worst = 0.0;
            foreach (var kind in new[] { ReportKind.Theme, ReportKind.Audit, ReportKind.Summary, ReportKind.Dialogue, ReportKind.Quotes, ReportKind.Voices })
            {
                foreach (var audience in new[] { Audience.Steering, Audience.Internal })
                {
                    var order = new ReportOrder { Kind = kind, Audience = audience, Theme = kind == ReportKind.Dialogue ? theme : null };
                    var times = Samples.Of(1, bench.Options.Runs, () => MarkdownWriter.Write(Reporting.Compose(store, order, "0").Blocks));
                    worst = Math.Max(worst, times.P95);
                    table.Add($"{kind} {audience}", times);
                }
            }

            var outside = new ReportOrder { Kind = ReportKind.Theme, Audience = Audience.Public };
            table.Add("checks before a public theme report", Samples.Of(1, bench.Options.Runs, () => ReportChecks.Of(store, outside)));
            table.Print();
            Console.WriteLine($"\n{Codings} codings, {CodeCount} codes, {Persons} persons: worst p95 {worst:F0} ms, bound {Bound:F0} ms: {(worst < Bound ? "held" : "NOT held")}\n");
        }

        using (var store = bench.Open(bench.Coded))
        {
            var table = new Table("ms, 20,000 codings", "p50", "p95", "least", "most");
            table.Add("summary, figures and quotes", Samples.Of(1, bench.Options.Runs, () => Summarising.Run(store, bench.Analyser, new SummaryScope { Words = false })));
            table.Add("summary with words", Samples.Of(0, bench.Options.Runs, () => Summarising.Run(store, bench.Analyser, new SummaryScope())));
            table.Add("theme report as Markdown", Samples.Of(0, bench.Options.Runs, () => MarkdownWriter.Write(Reporting.Compose(store, new ReportOrder { Kind = ReportKind.Theme }, "0").Blocks)));
            table.Print();
        }
    }

    /// <summary>The project; gives the first code.</summary>
    internal static Guid Make(ProjectFile store)
    {
        Bench.Import(store, "enkät.csv", SurveyCsv.Of(new AnswerWriter(3).Answers(Persons)));
        var codes = Bench.AddCodes(store, CodeCount);
        var segments = store.Segments(SegmentScope.All).ToList();
        var ids = store.NewIds();
        var codings = Enumerable.Range(0, Codings)
            .Select(i => Bench.Whole(store, codes, segments[i % segments.Count], ((i * 7) + (i / segments.Count)) % CodeCount, ids.Next()) with { Polarity = i % 4 == 3 ? null : (Polarity)(i % 4) })
            .ToList();
        store.Apply(new Batch("codings.import", [.. codings.Select(c => new AddCoding(c))]));
        store.Apply(new Batch("quote.choose", [.. codings.Where((_, i) => i % (Codings / QuoteCount) == 0).Select(c => new ChooseQuote(new Quote
        {
            Id = ids.Next(),
            Coding = c.Id,
            Words = c.Quote,
            Status = QuoteStatus.Approved,
            Consent = true,
            Coder = store.Coder,
            Chosen = store.Now,
            Reviewer = store.Coder,
            Reviewed = store.Now,
        }))]));
        store.Apply(new Batch("passages.write", [.. codes.Select(c => Passages.Write(store, ReportKind.Theme, "meaning", c.Id, "Det betyder något.\n\n- en sak\n- en till"))]));
        return codes[0].Id;
    }
}
