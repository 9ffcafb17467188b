using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;

namespace MiaVoices.Benchmarks;

/// <summary>Searches of the large project as a person writes them. Goal: well under 100 ms.</summary>
internal static class SearchBenchmark
{
    private const int Rounds = 5;

    public static void Run(Bench bench)
    {
        foreach (var (what, path) in new[] { ("without codings", bench.Large), ("with 20,000 codings", bench.Coded) })
        {
            using var store = bench.Open(path);
            var searching = new Searching(store);
            var table = new Table($"ms, {what}", "p50", "p95", "least", "most", "index p50", "index p95", "hits p50");
            foreach (var (kind, queries) in QueryList.Of(bench.Answers))
            {
                var (all, index, hits) = (new List<double>(), new List<double>(), new List<double>());
                for (var round = 0; round <= Rounds; round++)
                {
                    foreach (var query in queries)
                    {
                        var outcome = default(SearchOutcome);
                        var taken = Samples.Time(() => outcome = searching.Run(query, [], "sv", q => new SearchRequest(q) { Limit = 50 }));
                        var parsed = QueryParser.Parse(query, store.Index.AttributeNames()).Root!;
                        var found = Samples.Time(() => store.Index.Find(new SearchRequest(parsed) { Limit = 50 }));
                        if (round > 0)
                        {
                            all.Add(taken);
                            index.Add(found);
                            hits.Add(outcome!.Total);
                        }
                    }
                }

                var inIndex = new Samples(index);
                table.Add(kind, new Samples(all), inIndex.Median, inIndex.P95, (long)new Samples(hits).Median);
            }

            table.Print();
        }
    }
}
