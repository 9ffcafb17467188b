using System.Diagnostics;
using System.Text;
using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;
using MiaVoices.Storage;

namespace MiaVoices.Benchmarks;

/// <summary>A source comes in again after coding: a corrected transcript of 1 MB with 5,000 codings, a survey of all answers with 20,000.</summary>
internal static class UpdateBenchmark
{
    public static void Run(Bench bench)
    {
        Console.WriteLine("| what | first import s | update s | codings moved | waiting | undo s |\n|---|---|---|---|---|---|");
        Transcript(bench);
        Survey(bench);
        Console.WriteLine();
    }

    private static void Transcript(Bench bench)
    {
        var turns = new List<string>();
        var answers = new AnswerWriter(3);
        for (var length = 0; length < 1_000_000; length += turns[^1].Length)
        {
            turns.Add(answers.Answers(1)[0]);
        }

        // Every tenth turn is corrected in one word, every hundredth is gone, as many are new.
        var corrected = turns.SelectMany((t, i) => i % 100 == 50 ? [] : i % 100 == 60 ? ["Det här hördes inte först.", t] : i % 10 == 0 ? new[] { Corrected(t) } : [t]).ToList();
        Measure(bench, "rättad.mia", "intervju.txt", Text(turns), Text(corrected), new ReadOptions { Kind = SourceKind.Interview }, 5_000);
    }

    private static void Survey(Bench bench)
    {
        var all = bench.Answers;
        List<string> more = [.. all.Select((a, i) => i % 100 == 0 ? Corrected(a) : a), .. new AnswerWriter(4).Answers(all.Count / 20)];
        Measure(bench, "mer.mia", "enkät.csv", SurveyCsv.Of(all), SurveyCsv.Of(more), new ReadOptions { Profiles = [SurveyCsv.Profile] }, 20_000);
    }

    private static void Measure(Bench bench, string project, string file, byte[] first, byte[] second, ReadOptions options, int codings)
    {
        using var store = bench.Create(bench.Fresh(project));
        var import = Time(() => Import(store, file, first, options, UpdateOptions.None));
        var codes = Bench.AddCodes(store, 30);
        var segments = store.Segments(SegmentScope.All).ToList();
        var ids = store.NewIds();
        store.Apply(new Batch("codings.import", [.. Enumerable.Range(0, codings).Select(i => new AddCoding(Bench.Whole(store, codes, segments[(int)((long)i * 7919 % segments.Count)], i % codes.Count, ids.Next())))]));
        SourceUpdate? update = null;
        var again = Time(() => update = Import(store, file, second, options, new UpdateOptions { ByName = true }).Update);
        var undo = Time(() => store.Undo());
        Console.WriteLine(FormattableString.Invariant($"| {file}, {segments.Count:N0} segments | {import:0.0} | {again:0.0} | {update!.Moved:N0} | {update.Doubtful.Count:N0} | {undo:0.0} |"));
    }

    private static ImportedSource Import(ProjectFile store, string file, byte[] content, ReadOptions options, UpdateOptions updates)
    {
        var report = Importing.Run(store, [new ImportFile(file, () => content)], Readers.Recognise, options, dryRun: false, updates);
        return report.Imported.Count == 1 ? report.Imported[0] : throw new InvalidOperationException(report.Refused[0].Key);
    }

    private static string Corrected(string text) => text.Length < 12 ? text : text.Insert(text.Length / 2, "x");

    private static byte[] Text(IEnumerable<string> turns) => Encoding.UTF8.GetBytes(string.Join("\n\n", turns.Select((t, i) => (i % 2 == 0 ? "I: " : "D07: ") + t)));

    private static double Time(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }
}
