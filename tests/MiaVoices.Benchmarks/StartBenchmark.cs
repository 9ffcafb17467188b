using MiaVoices.Benchmarks.Support;

namespace MiaVoices.Benchmarks;

/// <summary>How long a person waits for the program, from the start of the process to its end.</summary>
internal static class StartBenchmark
{
    private const int Runs = 30;

    public static void Run(Bench bench)
    {
        var table = new Table("ms", "p50", "p95", "least", "most");
        var project = bench.Small;
        List<(string Name, string Program, string[] First)> programs = [("mia, as built", ChildProcess.Built, []), ("dotnet mia.dll", "dotnet", [Path.Combine(AppContext.BaseDirectory, "mia.dll")])];
        if (bench.Options.Exe is { } exe)
        {
            programs.Add(("published", exe, []));
        }

        foreach (var (name, program, first) in programs)
        {
            foreach (var arguments in new string[][] { ["--version"], ["--help"], ["search", project, "kontakt"], ["sources", project], ["codebook", "list", project] })
            {
                var shown = string.Join(' ', arguments.Select(a => a == project ? "P" : a));
                table.Add($"{name}: {shown}", Samples.Of(3, Runs, () => ChildProcess.Run(program, false, [.. first, .. arguments])));
            }
        }

        table.Print();
    }
}
