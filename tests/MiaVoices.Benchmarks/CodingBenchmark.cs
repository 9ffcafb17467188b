using System.Text;
using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;
using MiaVoices.Storage;

namespace MiaVoices.Benchmarks;

/// <summary>A coding costs what it touches: not the size of its source, not the length of the journal. Every one is committed to the disk.</summary>
internal static class CodingBenchmark
{
    private const int Runs = 200;
    private const int LongJournal = 10_000;

    public static void Run(Bench bench)
    {
        var table = new Table("ms, one change and its commit", "p50", "p95", "least", "most");
        var small = Measure(bench, "kort.txt", 1_000, table);
        var large = Measure(bench, "långt.txt", 10_000_000, table);
        table.Print();
        Console.WriteLine(FormattableString.Invariant($"ratio of 10 MB to 1 kB: {large / small:0.00}\n"));
    }

    private static double Measure(Bench bench, string name, int bytes, Table table)
    {
        using var store = bench.Create(bench.Fresh(Path.ChangeExtension(name, ".mia")));
        Importing.Run(store, [new ImportFile(name, () => Interview(bytes))], Readers.Recognise, new ReadOptions { Kind = SourceKind.Interview }, dryRun: false);
        var codes = Bench.AddCodes(store, 30);
        var segments = store.Segments(SegmentScope.All).ToList();
        var at = 0;
        void Add() => store.Apply(new AddCoding(Coding(store, codes, segments[(int)((long)at * 7919 % segments.Count)], at++)));
        var what = FormattableString.Invariant($"{bytes / 1000:N0} kB, {segments.Count:N0} turns");
        var add = Samples.Of(20, Runs, Add);
        table.Add($"add, {what}", add);
        table.Add($"undo, {what}", Samples.Of(5, Runs / 2, () => store.Undo()));
        while (store.Journal().First().Sequence < LongJournal)
        {
            Add();
        }

        table.Add($"add, {what}, journal of {LongJournal}", Samples.Of(5, Runs, Add));
        table.Add($"undo, {what}, journal of {LongJournal}", Samples.Of(5, Runs / 2, () => store.Undo()));
        return add.Median;
    }

    private static Coding Coding(ProjectFile store, IReadOnlyList<Code> codes, Segment segment, int number)
    {
        var part = segment.Text[..Math.Min(40, segment.Text.Length)];
        return Bench.Whole(store, codes, segment, number % codes.Count, store.NewIds().Next()) with { End = segment.Start + part.Length, Quote = part };
    }

    private static ReadOnlyMemory<byte> Interview(int bytes)
    {
        var text = new StringBuilder();
        var answers = new AnswerWriter(3);
        for (var turn = 0; text.Length < bytes * 0.95; turn++)
        {
            text.Append(turn % 2 == 0 ? "I: " : "D07: ").Append(answers.Answers(1)[0]).Append("\n\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
