using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace MiaVoices.Tests.Support;

/// <summary>What a run of the program left.</summary>
public sealed record MiaRun(string Command, int Exit, string Out, string Err)
{
    private const string Fault = "felrapport";

    public IReadOnlyList<string> ErrLines => Lines(Err);

    public IReadOnlyList<string> OutLines => Lines(Out);

    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Ended as expected; never a stack trace, never a fault of ours.</summary>
    public MiaRun Ends(int exit)
    {
        Assert.True(exit == Exit, $"mia {Command}: exit {Exit} instead of {exit}\n{Err}\n{Out[..Math.Min(Out.Length, 2000)]}");
        Assert.DoesNotContain("   at ", Err, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Err, StringComparison.Ordinal);
        Assert.DoesNotContain(Fault, Err, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Refused in one line, with nothing on standard output.</summary>
    public MiaRun Refuses()
    {
        Ends(1);
        Assert.True(ErrLines.Count == 1, $"mia {Command}: not one line\n{Err}");
        Assert.Equal("", Out);
        return this;
    }

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r'))];
}

/// <summary>
/// Runs the built program as a process of its own, in a folder of its own, with a fixed clock and coder, so that what a
/// test sees is what a person or a script sees.
/// </summary>
public sealed class Mia : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "mia.dll");

    private readonly TempFolder folder = new();

    public string Language { get; init; } = "sv";

    public string Coder { get; set; } = "Kansliet";

    public string? Now { get; init; } = "2025-10-06T09:00:00Z";

    /// <summary>The folder in which the program runs.</summary>
    public string Folder => folder.File("");

    public string File(string name) => folder.File(name);

    public string Write(string name, string text) => Write(name, new UTF8Encoding(false).GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllBytes(File(name), bytes);
        return name;
    }

    public MiaRun Run(params string[] args) => RunWith("", args);

    /// <summary>Runs with an empty or given standard input.</summary>
    public MiaRun RunWith(string input, string[] args)
    {
        using var process = Start(args);
        return Finish(process, input, string.Join(' ', args));
    }

    /// <summary>Runs and expects exit 0.</summary>
    public MiaRun Ok(params string[] args) => Run(args).Ends(0);

    /// <summary>Runs with <c>--json</c>, expects exit 0 and gives the document.</summary>
    public JsonElement Json(params string[] args) => Ok([.. args, "--json"]).Json;

    /// <summary>Runs a line of the Unix shell in which <c>mia</c> is the program; its exit is that of <c>mia</c>.</summary>
    public MiaRun Shell(string line)
    {
        var script = $"set -o pipefail; mia() {{ '{Host}' '{Program}' \"$@\"; }}; mia {line}";
        using var process = Start("bash", ["-c", script]);
        return Finish(process, "", line);
    }

    public Process Start(params string[] args) => Start(Host, [Program, .. args]);

    private static MiaRun Finish(Process process, string input, string command)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("mia " + command);
        }

        process.WaitForExit();
        return new MiaRun(command, process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private Process Start(string program, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["MIA_LANG"] = Language;
        start.Environment["MIA_CODER"] = Coder;
        start.Environment["MIA_NOW"] = Now ?? "";
        start.Environment["MIA_HUNSPELL"] = "none";
        start.Environment["TERM"] = "dumb";

        // A report of a fault would land here, where a test can see it.
        start.Environment["TMPDIR"] = Folder;
        start.Environment["TMP"] = Folder;
        return Process.Start(start)!;
    }

    public void Dispose() => folder.Dispose();
}
