using System.Diagnostics;
using System.Runtime.CompilerServices;
using MiaVoices.Terminal.Devices;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Devices;

/// <summary>A real terminal, made by the program <c>script</c>, is as before after every kind of end.</summary>
public sealed class PseudoTerminalTests
{
    private const string SampleVariable = "MIA_TERMINAL_SAMPLE";
    private const string LastWord = "\u001b[?1049l";

    /// <summary>Makes this assembly run the sample screen instead of nothing, when it is started as a program with the variable set.</summary>
    [ModuleInitializer]
    internal static void RunSample()
    {
        if (Environment.GetEnvironmentVariable(SampleVariable) is not { Length: > 0 } kind)
        {
            return;
        }

        using (var terminal = SystemTerminal.Open())
        {
            var (width, height) = terminal.Size;
            var app = new TerminalApp(TimeProvider.System, Theme.Of(ColorSupport.Depth(Environment.GetEnvironmentVariable, OperatingSystem.IsWindows()), isLight: false), width, height);
            app.Push(new SampleScreen(app));
            app.After(TimeSpan.FromMilliseconds(100), () =>
            {
                File.WriteAllText("pid", FormattableString.Invariant($"{Environment.ProcessId}"));
                if (kind == "fault")
                {
                    throw new InvalidOperationException("meant to fail");
                }
            });
            new TerminalLoop(terminal, app, TimeProvider.System).Run();
        }

        Environment.Exit(7);
    }

    [PseudoTerminalFact]
    public void After_quitting_by_key() => Check("run", "", keys: "q", code: 7);

    [PseudoTerminalFact]
    public void After_SIGTERM() => Check("run", "kill -TERM $(cat pid)", code: 143);

    [PseudoTerminalFact]
    public void After_SIGHUP() => Check("run", "kill -HUP $(cat pid)", code: 129);

    [PseudoTerminalFact]
    public void After_SIGKILL() => Check("run", "kill -KILL $(cat pid)", code: 137);

    [PseudoTerminalFact]
    public void After_a_fault() => Check("fault", "", code: 134);

    [PseudoTerminalFact]
    public void While_stopped_and_again_raw_when_it_goes_on() =>
        Check("run", $"kill -TSTP $(cat pid); {Until("stopped", "cmp -s before stopped")}; kill -CONT $(cat pid); {Until("again", "grep -q -- -icanon again")}; kill -TERM $(cat pid)", code: 143, folder =>
        {
            Assert.Equal(File.ReadAllText(Path.Combine(folder, "before")), File.ReadAllText(Path.Combine(folder, "stopped")));
            Assert.Contains("-icanon", File.ReadAllText(Path.Combine(folder, "again")), StringComparison.Ordinal);
        });

    // Asks for the modes until they are as wanted, on a busy machine for some seconds.
    private static string Until(string file, string wanted) =>
        $"for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep 0.75; stty -a </dev/tty >{file}; if {wanted}; then break; fi; done";

    private static void Check(string kind, string meanwhile, int code, Action<string>? then = null, string keys = "") => Check(kind, meanwhile, keys, code, then);

    private static void Check(string kind, string meanwhile, string keys, int code, Action<string>? then)
    {
        var folder = Directory.CreateTempSubdirectory("mia-pty-").FullName;
        try
        {
            // What happens meanwhile comes from a process that is not on the terminal's foreground job.
            File.WriteAllText(Path.Combine(folder, "run.sh"), $"""
                stty -a >before
                (while [ ! -s pid ]; do sleep 0.05; done; stty -a </dev/tty >during; {(meanwhile.Length > 0 ? meanwhile : ":")}) &
                {SampleVariable}={kind} TERM=xterm-256color "{Environment.ProcessPath}" exec "{typeof(PseudoTerminalTests).Assembly.Location}" 2>errors
                echo $? >code
                {Until("after", "cmp -s before after")}
                """);
            var start = new ProcessStartInfo("script", ["-qec", "sh run.sh", "/dev/null"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
            foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("COR", StringComparison.Ordinal) || k.StartsWith("VSTEST", StringComparison.Ordinal)).ToList())
            {
                start.Environment.Remove(name);
            }

            using var script = Process.Start(start)!;
            var shown = script.StandardOutput.ReadToEndAsync();
            var clock = Stopwatch.StartNew();
            while (keys.Length > 0 && !File.Exists(Path.Combine(folder, "during")) && clock.Elapsed < TimeSpan.FromSeconds(60))
            {
                Thread.Sleep(50);
            }

            Thread.Sleep(keys.Length > 0 ? 200 : 0);
            script.StandardInput.Write(keys);
            script.StandardInput.Flush();
            if (!script.WaitForExit(90_000))
            {
                script.Kill(entireProcessTree: true);
                Assert.Fail($"The program did not end: {shown.Result}");
            }

            string Read(string name) => File.ReadAllText(Path.Combine(folder, name));
            if (kind == "run")
            {
                Assert.Contains("-icanon", Read("during"), StringComparison.Ordinal);
            }

            Assert.Equal(Read("before"), Read("after"));
            Assert.Equal($"{code}", Read("code").Trim());
            Assert.Contains("Koda markeringen", shown.Result, StringComparison.Ordinal);
            Assert.Contains(LastWord, shown.Result, StringComparison.Ordinal);
            then?.Invoke(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
