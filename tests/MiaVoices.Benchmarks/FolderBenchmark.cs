using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;

namespace MiaVoices.Benchmarks;

/// <summary>A thousand interviews in one folder come in, as a person does it: <c>mia import PROJECT FOLDER</c>.</summary>
internal static class FolderBenchmark
{
    private const int Interviews = 1000;
    private const int Turns = 150;

    public static void Run(Bench bench)
    {
        var folder = Directory.CreateDirectory(bench.Place("intervjuer")).FullName;
        var answers = new AnswerWriter(5).Answers(10_000);
        var bytes = 0L;
        for (var i = 0; i < Interviews; i++)
        {
            var path = Path.Combine(folder, FormattableString.Invariant($"Intervju D{i + 1:000}.txt"));
            File.WriteAllLines(path, Enumerable.Range(0, Turns).Select(t => (t % 2 == 0 ? "I: " : "IP: ") + answers[(((i * 7) + t) * 13) % answers.Count]));
            bytes += new FileInfo(path).Length;
        }

        var program = bench.Options.Exe ?? ChildProcess.Built;
        var costs = Enumerable.Range(0, bench.Options.Runs).Select(_ =>
        {
            var project = bench.Fresh("mapp.mia");
            ChildProcess.Run(program, false, "new", project);
            return ChildProcess.Run(program, true, "import", project, folder);
        }).ToList();
        var seconds = new Samples(costs.Select(c => c.Milliseconds / 1000));
        var table = new Table("interviews", "MB", "segments", "s, median", "least", "most", "ms an interview", "segments/s", "peak MB");
        table.Add(Interviews, bytes / 1048576.0, Interviews * Turns, seconds.Median, seconds.Least, seconds.Most, seconds.Median * 1000 / Interviews, Interviews * Turns / seconds.Median, costs.Max(c => c.PeakMegabytes));
        table.Print();
    }
}
