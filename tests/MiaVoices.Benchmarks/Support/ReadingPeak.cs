using System.Diagnostics;
using System.Globalization;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;

namespace MiaVoices.Benchmarks.Support;

/// <summary>The largest working set of a process that reads one file and does nothing else, as the system has counted it.</summary>
internal static class ReadingPeak
{
    /// <summary>The first word of the arguments that make this program read a file and tell its peak.</summary>
    public const string Verb = "peak-of-reading";

    /// <summary>Megabytes (1,048,576 bytes), the runtime and the file's bytes included; without a file those of the runtime alone.</summary>
    public static double Of(Bench bench, SourceFile? file)
    {
        var path = file is null ? "-" : bench.Fresh(file.Name);
        if (file is not null)
        {
            File.WriteAllBytes(path, file.Content.Span);
        }

        var told = ChildProcess.Run(ChildProcess.Self, false, Verb, path).Output;
        if (file is not null)
        {
            File.Delete(path);
        }

        return double.Parse(told, CultureInfo.InvariantCulture);
    }

    /// <summary>Reads the file and writes the peak.</summary>
    public static int Tell(string path)
    {
        var drafts = path == "-" ? [] : Readers.Read(new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)), new ReadOptions());
        using var self = Process.GetCurrentProcess();
        Console.Write((self.PeakWorkingSet64 / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture));
        GC.KeepAlive(drafts);
        return 0;
    }
}
