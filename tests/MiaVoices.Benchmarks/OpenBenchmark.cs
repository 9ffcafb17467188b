using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;

namespace MiaVoices.Benchmarks;

/// <summary>Opening costs the same whatever the size.</summary>
internal static class OpenBenchmark
{
    public static void Run(Bench bench)
    {
        var table = new Table("ms", "p50", "p95", "least", "most");
        foreach (var (what, path) in new[] { ("200 answers", bench.Small), (FormattableString.Invariant($"{bench.Options.Rows:N0} answers, 20,000 codings"), bench.Coded) })
        {
            table.Add($"open and close, {what}", Samples.Of(5, 50, () => bench.Open(path).Dispose()));
            table.Add($"open and search, {what}", Samples.Of(5, 50, () =>
            {
                using var store = bench.Open(path);
                new Searching(store).Run("kontakt", [], "sv", q => new SearchRequest(q) { Limit = 20 });
            }));
        }

        table.Print();
    }
}
