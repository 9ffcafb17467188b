using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Storage;

namespace MiaVoices.Benchmarks;

/// <summary>
/// The index at 10,000, 100,000 and 1,000,000 segments. Goals at the largest: first page in document order with its count
/// p95 under 50 ms, by relevance under 150 ms, one segment added under 5 ms, memory under 500 MB.
/// </summary>
internal static class ScaleBenchmark
{
    private const int SourceSize = 20_000;
    private const int Page = 20;
    private const int Rounds = 3;
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    public static void Run(Bench bench)
    {
        var sizes = Sizes.Where(s => s <= bench.Options.Rows).ToList();
        var queries = DecileQueries.Of([.. bench.Texts(sizes[0])]);
        Console.WriteLine(FormattableString.Invariant($"{queries.Sum(q => q.Queries.Count)} queries, {Page} hits a page; write-ahead log, synchronous = FULL\n"));
        var making = new Table("segments", "text MB", "index s", "file MB", "index MB", "file / text", "add one p50 ms", "add one p95 ms");
        var document = new List<IReadOnlyList<object[]>>();
        var relevance = new List<IReadOnlyList<object[]>>();
        foreach (var size in sizes)
        {
            Console.WriteLine(FormattableString.Invariant($"… {size:N0}"));
            var path = Made(bench, size, out var seconds, out var bytes);
            using (var store = bench.Open(path))
            {
                document.Add(Measure(store, queries, SearchOrder.Document, size));
                relevance.Add(Measure(store, queries, SearchOrder.Relevance, size));
            }

            var added = Adding(bench, path);
            var file = new FileInfo(path).Length;
            making.Add(size, bytes / 1e6, seconds, file / 1e6, Bench.IndexBytes(path) / 1e6, (double)file / bytes, added.Median, added.P95);
        }

        making.Print();
        Print("document order, first page and total, ms", document, ["segments", "p50", "p95", "most", "hits p50"]);
        Print("relevance, first page and total, ms", relevance, ["segments", "p50", "p95", "most", "hits p50", "put off"]);
        Memory(bench, sizes[^1], queries);
    }

    private static string Made(Bench bench, int size, out double seconds, out long bytes)
    {
        bytes = 0;
        var path = bench.Place(FormattableString.Invariant($"skala-{size}.mia"));
        if (File.Exists(path))
        {
            seconds = double.NaN;
            bytes = bench.Texts(size).Sum(t => (long)System.Text.Encoding.UTF8.GetByteCount(t));
            return path;
        }

        using var store = bench.Create(path);
        var taken = 0.0;
        foreach (var (number, texts) in bench.Texts(size).Chunk(SourceSize).Index())
        {
            bytes += texts.Sum(t => (long)System.Text.Encoding.UTF8.GetByteCount(t));
            var import = Import(store, FormattableString.Invariant($"text {number + 1}"), texts);
            taken += Samples.Time(() => store.Apply(import));
        }

        seconds = taken / 1000;
        return path;
    }

    private static ImportSource Import(ProjectFile store, string name, string[] texts) => new(store.NewIds().Next(), name, name, SourceKind.Notes, "", texts.Length, 0)
    {
        Draft = new SourceDraft
        {
            Name = name,
            Kind = SourceKind.Notes,
            Format = "txt",
            Encoding = "utf-8",
            Segments = [.. texts.Select(t => new SegmentDraft { Kind = SegmentKind.Paragraph, Text = StoredText.Normalise(t) })],
        },
    };

    private static List<object[]> Measure(ProjectFile store, IReadOnlyList<(string Kind, IReadOnlyList<string> Queries)> queries, SearchOrder order, int size)
    {
        var rows = new List<object[]>();
        foreach (var (kind, texts) in queries)
        {
            var (times, hits, late) = (new List<double>(), new List<double>(), 0);
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var text in texts)
                {
                    var node = QueryParser.Parse(text, []).Required();
                    var result = default(SearchResult);
                    var taken = Samples.Time(() => result = store.Index.Find(new SearchRequest(node) { Limit = Page, Order = order }));
                    if (round > 0)
                    {
                        times.Add(taken);
                        hits.Add(result!.Total);
                        late += result.RankingPutOff ? 1 : 0;
                    }
                }
            }

            var samples = new Samples(times);
            object[] row = [kind, size, samples.Median, samples.P95, samples.Most, (long)new Samples(hits).Median];
            rows.Add(order == SearchOrder.Relevance ? [.. row, FormattableString.Invariant($"{100.0 * late / times.Count:0} %")] : row);
        }

        return rows;
    }

    private static void Print(string title, List<IReadOnlyList<object[]>> bySize, string[] headers)
    {
        var table = new Table([title, .. headers]);
        foreach (var rows in Enumerable.Range(0, bySize[0].Count).Select(i => bySize.Select(s => s[i])))
        {
            foreach (var row in rows)
            {
                table.Add(row);
            }
        }

        table.Print();
    }

    /// <summary>One source of one segment, with its journal entry and its commit, in a copy.</summary>
    private static Samples Adding(Bench bench, string path)
    {
        var copy = bench.Fresh("tillagt.mia");
        File.Copy(path, copy);
        using var store = bench.Open(copy);
        var texts = bench.Texts(300).ToList();
        var number = 0;
        var samples = Samples.Of(20, 200, () =>
        {
            number++;
            store.Apply(Import(store, FormattableString.Invariant($"ny {number}"), [texts[number]]));
        });
        store.Dispose();
        File.Delete(copy);
        return samples;
    }

    /// <summary>All queries by the program itself, with the peak of its memory.</summary>
    private static void Memory(Bench bench, int size, IReadOnlyList<(string Kind, IReadOnlyList<string> Queries)> queries)
    {
        var file = bench.Fresh("fragor.txt");
        File.WriteAllLines(file, queries.SelectMany(q => q.Queries));
        var path = Made(bench, size, out _, out _);
        var cost = ChildProcess.Run(bench.Options.Exe ?? ChildProcess.Built, true, "search", path, "--queries", file, "--limit", "20");
        var table = new Table("program: mia search --queries", "seconds", "peak working set, MB");
        table.Add(FormattableString.Invariant($"{size:N0} segments"), cost.Milliseconds / 1000, cost.PeakMegabytes);
        table.Print();
    }
}
