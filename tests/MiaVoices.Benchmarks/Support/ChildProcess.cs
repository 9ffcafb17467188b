using System.Diagnostics;

namespace MiaVoices.Benchmarks.Support;

/// <summary>The program as a process of its own.</summary>
internal static class ChildProcess
{
    /// <summary>What a process cost. The peak is what was last seen of it, at most some milliseconds before its end; 0 if it was never seen.</summary>
    public sealed record Cost(double Milliseconds, double PeakMegabytes, string Output);

    /// <summary>The program built beside this one.</summary>
    public static string Built => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "mia.exe" : "mia");

    /// <summary>This program.</summary>
    public static string Self => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "MiaVoices.Benchmarks.exe" : "MiaVoices.Benchmarks");

    public static Cost Run(string program, bool watchMemory, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["MIA_CODER"] = "matning";
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        long peak = 0;
        if (watchMemory)
        {
            while (!process.WaitForExit(5))
            {
                process.Refresh();
                peak = Math.Max(peak, Peak(process));
            }
        }

        process.WaitForExit();
        var taken = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        return process.ExitCode == 0
            ? new Cost(taken, peak / 1048576.0, output.Result)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {process.ExitCode}\n{error.Result}");
    }

    private static long Peak(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
