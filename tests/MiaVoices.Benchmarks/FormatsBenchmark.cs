using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;

namespace MiaVoices.Benchmarks;

/// <summary>Every reader on files of 1 and 50 MB of invented speech. Goals: 50 MB of any format within 30 s and 500 MB.</summary>
internal static class FormatsBenchmark
{
    private static readonly int[] Megabytes = [1, 50];

    public static void Run(Bench bench)
    {
        var table = new Table("format", "MB", "MB unpacked", "segments", "ms", "MB/s", "segments/s", "peak MB");
        foreach (var megabytes in Megabytes)
        {
            foreach (var format in TranscriptFiles.Formats.Where(f => f != "pdf" || PdfProgram))
            {
                var (bytes, unpacked) = TranscriptFiles.Of(format, (long)megabytes * 1024 * 1024);
                var file = new SourceFile("samtal." + format, bytes);
                var segments = 0;
                var samples = Samples.Of(megabytes > 1 ? 0 : 2, megabytes > 1 ? 1 : bench.Options.Runs, () => segments = Readers.Read(file, new ReadOptions()).Sum(d => d.Segments.Count));
                var seconds = samples.Median / 1000;
                table.Add(format, bytes.Length / 1048576.0, unpacked / 1048576.0, segments, samples.Median, unpacked / 1048576.0 / seconds, segments / seconds, ReadingPeak.Of(bench, file));
            }
        }

        table.Print();
        Console.WriteLine(FormattableString.Invariant($"An empty process: {ReadingPeak.Of(bench, null):0} MB. The peak of PDF is ours, without that of pdftotext.\n"));
    }

    private static bool PdfProgram => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext")));
}
