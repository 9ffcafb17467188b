using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Terminal;
using Xunit;

namespace MiaVoices.Tests.Support;

/// <summary>What a run of the program left.</summary>
public sealed record MiaRun(string Command, int Exit, byte[] OutBytes, byte[] ErrBytes)
{
    private const string Fault = "felrapport";

    /// <summary>Strict, and a byte-order mark would be seen: the program writes UTF-8 and nothing else.</summary>
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public string Out { get; } = Utf8.GetString(OutBytes);

    public string Err { get; } = Utf8.GetString(ErrBytes);

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
/// Runs commands in a folder of its own, with a fixed clock and coder. They run inside the test process by the way in that the program
/// itself takes (<see cref="CommandLine"/>), which is many times as fast as to start it; where the process is the point, run it apart.
/// </summary>
public sealed class Mia : IDisposable
{
    /// <summary>As much as the main thread of a process usually has.</summary>
    private const int Stack = 8 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "mia.dll");

    private readonly TempFolder folder = new();

    public string Language { get; init; } = "sv";

    public string Coder { get; set; } = "Kansliet";

    public string? Now { get; init; } = "2025-10-06T09:00:00Z";

    /// <summary>The folder in which the program runs.</summary>
    public string Folder => folder.File("");

    private Dictionary<string, string> Variables => new()
    {
        ["MIA_LANG"] = Language,
        ["MIA_CODER"] = Coder,
        ["MIA_NOW"] = Now ?? "",
        ["MIA_HUNSPELL"] = "none",
        ["TERM"] = "dumb",

        // What is remembered of a person, and a report of a fault, would land here, where a test can see it.
        ["XDG_CONFIG_HOME"] = File(".config"),
        ["APPDATA"] = File(".config"),
        ["TMPDIR"] = Folder,
        ["TMP"] = Folder,
    };

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
        MiaRun? run = null;
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    run = Within(input, args);
                }
                catch (Exception e)
                {
                    fault = ExceptionDispatchInfo.Capture(e);
                }
            },
            Stack);
        thread.Start();
        thread.Join();
        fault?.Throw();
        return run!;
    }

    /// <summary>Runs and expects exit 0.</summary>
    public MiaRun Ok(params string[] args) => Run(args).Ends(0);

    /// <summary>Runs with <c>--json</c>, expects exit 0 and gives the document.</summary>
    public JsonElement Json(params string[] args) => Ok([.. args, "--json"]).Json;

    /// <summary>Runs the built program as a process of its own.</summary>
    public MiaRun RunApart(params string[] args) => RunApartWith("", args);

    /// <summary>Runs the built program as a process of its own, with an empty or given standard input.</summary>
    public MiaRun RunApartWith(string input, string[] args)
    {
        using var process = Start(args);
        return Finish(process, input, string.Join(' ', args));
    }

    /// <summary>Runs a line of the Unix shell in which <c>mia</c> is the program; its exit is that of <c>mia</c>.</summary>
    public MiaRun Shell(string line)
    {
        var script = $"set -o pipefail; mia() {{ '{Host}' '{Program}' \"$@\"; }}; mia {line}";
        using var process = Start("bash", ["-c", script]);
        return Finish(process, "", line);
    }

    /// <summary>Starts the built program as a process of its own.</summary>
    public Process Start(params string[] args) => Start(Host, [Program, .. args]);

    public void Dispose() => folder.Dispose();

    private MiaRun Within(string input, string[] args)
    {
        // The program is built without the cultures of the machine.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var variables = Variables;
        string? Variable(string name) => variables.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name);

        using var patience = new CancellationTokenSource(Patience);
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var around = new Surroundings(Variable, TerminalFacts.Decide(outputIsTerminal: false, errorIsTerminal: false, 0, Encoding.UTF8, Variable, OperatingSystem.IsWindows()))
        {
            Folder = () => Folder,
            Input = () => new StringReader(input),
            TempFolder = () => Folder,
        };
        var exit = CommandLine.Run(args, output, error, around, patience.Token);
        return new MiaRun(string.Join(' ', args), exit, output.ToArray(), error.ToArray());
    }

    private static MiaRun Finish(Process process, string input, string command)
    {
        var (output, error) = (ReadAsync(process.StandardOutput.BaseStream), ReadAsync(process.StandardError.BaseStream));
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

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes).ConfigureAwait(false);
        return bytes.ToArray();
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
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
