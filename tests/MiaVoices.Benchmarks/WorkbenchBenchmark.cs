using System.Text;
using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;

namespace MiaVoices.Benchmarks;

/// <summary>The workbench with a real project: an interview of 1 MB with 5,000 codings beside a survey of all answers. From the bytes of a key to the bytes of the frame.</summary>
internal static class WorkbenchBenchmark
{
    private const int Codings = 5_000;

    public static void Run(Bench bench)
    {
        var path = bench.Place("arbetsbank.mia");
        if (!File.Exists(path))
        {
            Make(bench, path);
        }

        var table = new Table("ms, 200×60", "p50", "p95", "least", "most", "bytes");
        table.Add("open the project to the first frame", Samples.Of(1, 10, () =>
        {
            using var once = new Person(bench, path);
        }), "");
        using var person = new Person(bench, path);
        Measure(table, "caret a row down or up", person, "\u001b[B", "\u001b[A");
        Measure(table, "a page down or up", person, "\u001b[6~", "\u001b[5~");
        var far = false;
        table.Add("to the end of the text or back", Samples.Of(5, 100, () => person.Key((far = !far) ? "\u001b[1;5F" : "\u001b[1;5H")), person.Bytes);
        table.Add("unchanged frame", Samples.Of(20, 200, () => person.Key("")), person.Bytes);
        person.Key("\u001b[1;5H");
        person.Key("\r");
        person.Key("a");
        person.Key("\r");
        table.Add("a sentence coded and shown, committed", Samples.Of(5, 100, () =>
        {
            person.Key(" ");
        }, before: () =>
        {
            person.Key("\u001b[B\u001b[B\u001b[B");
            person.Key("m");
        }), person.Bytes);
        table.Add("undone and shown", Samples.Of(5, 50, () => person.Key("\u001a")), person.Bytes);
        table.Print();
        Answering.Run(bench);
    }

    private static void Measure(Table table, string name, Person person, string there, string back)
    {
        var run = 0;
        table.Add(name, Samples.Of(50, 500, () => person.Key(run++ / 25 % 2 == 0 ? there : back)), person.Bytes);
    }

    private static void Make(Bench bench, string path)
    {
        using var store = bench.Create(path);
        var text = new StringBuilder();
        var answers = new AnswerWriter(3);
        for (var turn = 0; text.Length < 1_000_000; turn++)
        {
            text.Append(turn % 2 == 0 ? "I: " : "D07: ").Append(string.Join(' ', answers.Answers(2))).Append("\n\n");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        Importing.Run(store, [new ImportFile("D07.txt", () => bytes)], Readers.Recognise, new ReadOptions { Kind = SourceKind.Interview }, dryRun: false);
        Bench.Import(store, "enkät.csv", SurveyCsv.Of(bench.Answers));
        var codes = Bench.AddCodes(store, 30);
        var segments = store.Segments(new SegmentScope { Source = store.Sources()[0].Id }).ToList();
        var ids = store.NewIds();
        store.Apply(new Batch("codings.import", [.. Enumerable.Range(0, Codings).Select(i => new AddCoding(Bench.Whole(store, codes, segments[i % segments.Count], i % codes.Count, ids.Next())))]));
    }
}
