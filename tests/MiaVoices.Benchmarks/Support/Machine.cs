using System.Globalization;
using System.Runtime.InteropServices;

namespace MiaVoices.Benchmarks.Support;

/// <summary>On what the figures were measured, and how busy it was.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1048576.0 / 1024:0.0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, built as {Configuration}");

    /// <summary>The averages over 1, 5 and 15 minutes, where the system tells.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "not told";

#if DEBUG
    private const string Configuration = "DEBUG (figures mean nothing)";
#else
    private const string Configuration = "Release";
#endif

    private static string Processor()
    {
        var line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }
}
