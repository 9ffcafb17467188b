using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Workbench;

namespace MiaVoices.Benchmarks;

/// <summary>Queries that look at a whole project of 100,000 answers with 20,000 codings. Goals: each under 1 s, the check under 15 s.</summary>
internal static class ReadsBenchmark
{
    public static void Run(Bench bench)
    {
        using var store = bench.Open(bench.Coded);
        var source = store.Sources()[0].Id;
        var middle = store.Segments(new SegmentScope { Source = source, Ordinal = bench.Options.Rows / 2 }).Single();
        var table = new Table("ms", "p50", "p95", "least", "most");
        void Row(string name, Action read) => table.Add(name, Samples.Of(1, bench.Options.Runs, read));
        Row("Progress", () => store.Progress());
        Row("CountedCases", () => store.CountedCases());
        Row("CodedCases", () => _ = store.CodedCases().Count());
        Row("Codings, all", () => _ = store.Codings(CodingScope.All).Count());
        Row("Codings of a code", () => _ = store.Codings(new CodingScope { Codes = [store.Codes()[5].Id] }).Count());
        Row("Codings of a span", () => _ = store.Codings(new CodingScope { Source = source, Span = (middle.Start, middle.End) }).Count());
        Row("Segments, all", () => _ = store.Segments(SegmentScope.All).Count());
        Row("Segment by number", () => _ = store.Segments(new SegmentScope { Source = source, Ordinal = middle.Ordinal }).Count());
        Row("Segments of a span", () => _ = store.Segments(new SegmentScope { Source = source, Span = (middle.Start, middle.End) }).Count());
        Row("Segments of a row", () => _ = store.Segments(new SegmentScope { Source = source, Row = middle.Row }).Count());
        Row("Segment by id", () => _ = store.Segments(new SegmentScope { Ids = [middle.Id] }).Count());
        Row("Text of a span", () => store.Text(source, middle.Start, middle.End));
        Row("Cases", () => store.Cases());
        Row("SurveyCases", () => store.SurveyCases());
        Row("SurveyRows", () => store.SurveyRows());
        Row("Answers", () => _ = store.Answers().Count());
        Row("Speakers", () => store.Speakers());
        Row("Journal, newest", () => _ = store.Journal().First());
        Row("Check", () => store.Check());
        table.Print();
    }
}
