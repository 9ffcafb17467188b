using System.Diagnostics;
using System.Text;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

/// <summary>The program itself on a real terminal, made by the program <c>script</c>: coding, undoing, and every kind of end.</summary>
public sealed class EndToEndTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string[] CodeIt = ["\u001b[B", "m", "\r", "Mt", "\r"];

    private readonly ProjectBuilder project = new();
    private readonly StringBuilder shown = new();

    public EndToEndTests()
    {
        project.Import(Drafts.Interview("Intervju D07.txt", ("I", Drafts.Asks, "Hur var det?"), ("D", Drafts.Answers, "Det var svårt först. Sedan följde någon med mig."), ("I", Drafts.Asks, "Vad hade hjälpt?"), ("D", Drafts.Answers, "Mer tid.")));
        project.Code("mer tid", tag: "Mt");
    }

    public void Dispose() => project.Dispose();

    [PseudoTerminalFact]
    public void A_segment_is_coded_and_undone_and_the_terminal_is_as_before()
    {
        Run(code: 0, send =>
        {
            send(CodeIt);
            Wait("the coding", () => Codings() == 1);
            send(["\u001b[B", "\u001b[B", " "]);
            Wait("the second coding", () => Codings() == 2);
            send(["\u001a"]);
            Wait("the first undo", () => Codings() == 1);
            send(["\u001a"]);
            Wait("the second undo", () => Codings() == 0);
            send(["\u0011"]);
        });
    }

    [PseudoTerminalFact]
    public void In_the_demo_one_searches_codes_accepts_a_suggestion_undoes_exports_a_report_and_leaves()
    {
        using var demo = EndToEnd.Demo.Copy();
        var file = demo.File(EndToEnd.Demo.Project);
        var (codings, journal) = (Codings(file), Steps(file));
        Run(code: 0, file, "Intervju D01", send =>
        {
            SearchAndCode(send, file, codings);
            Accept(send, file, codings);
            send(["\u001a"]);
            Wait("the first undo", () => Codings(file) == codings + 1);
            send(["\u001a"]);
            Wait("the second undo", () => Codings(file) == codings);
            var report = demo.File("temarapport.docx");
            send(["6"]);
            Wait("the report", () => Shown().Contains("att se över:", StringComparison.Ordinal));
            // Export: on past what is to be looked at, as a Word document, under the name that is proposed.
            send(["e", "\r", "\r", "\r"]);
            Wait("the file", () => File.Exists(report) && new FileInfo(report).Length > 0);
            send(["\u0011"]);
        });
        Assert.Equal(journal + 4, Steps(file));
    }

    [PseudoTerminalFact]
    public void After_SIGTERM_in_the_midst_of_the_demo_all_that_was_done_is_there()
    {
        using var demo = EndToEnd.Demo.Copy();
        var file = demo.File(EndToEnd.Demo.Project);
        var codings = Codings(file);
        Run(code: 143, file, "Intervju D01", send =>
        {
            SearchAndCode(send, file, codings);
            Accept(send, file, codings);
            Process.Start("kill", ["-TERM", File.ReadAllText(project.Folder.File("pid")).Trim()]).WaitForExit();
        });
        using var after = ProjectFile.Open(file, project.Context("Mia"));
        Assert.Equal(codings + 2, after.Codings(CodingScope.All).Count());
        Assert.Empty(after.Check(default));
    }

    [PseudoTerminalFact]
    public void By_plain_lines_nothing_commands_the_terminal_and_Ctrl_C_leaves()
    {
        Run(code: 0, project.File, "Kommando:", send =>
        {
            send(["2\n", "k mt\n"]);
            Wait("the coding", () => Codings() == 1);
            send(["\u0003"]);
        }, "--plain");
        Assert.DoesNotContain('\u001b', Shown());
        Assert.Contains("Allt är sparat.", Shown(), StringComparison.Ordinal);
    }

    private void SearchAndCode(Action<string[]> send, string file, int codings)
    {
        send(["2", "kontakt", "\r"]);
        // Only what differs is written, so that many a word on the screen never comes whole.
        Wait("the hits", () => Shown().Contains("källor:", StringComparison.Ordinal));
        send(["\r", "m", "\r", "Mt", "\r"]);
        Wait("the coding", () => Codings(file) == codings + 1);
    }

    private void Accept(Action<string[]> send, string file, int codings)
    {
        send(["3"]);
        Wait("a suggestion", () => Shown().Contains("Därför", StringComparison.Ordinal));
        send(["j"]);
        Wait("the answer", () => Codings(file) == codings + 2);
    }

    private static int Codings(string file) => Count(file, "SELECT count(*) FROM coding");

    private static int Steps(string file) => Count(file, "SELECT count(*) FROM journal");

    // Only looks: another project opened on the file would make its index anew under the one at work.
    private static int Count(string file, string sql)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        db.Open();
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // The two texts above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    [PseudoTerminalFact]
    public void After_SIGTERM_the_coding_is_there() => Killed("TERM", 143);

    [PseudoTerminalFact]
    public void After_SIGKILL_the_project_is_whole_and_the_coding_is_there() => Killed("KILL", 137);

    [PseudoTerminalFact]
    public void After_SIGKILL_a_memo_that_was_being_written_is_opened_again_where_it_was()
    {
        Run(code: 137, send =>
        {
            send(["\u001b[B", "n", "J", "ä", "m", "f", "ö", "r", " ", "D", "8"]);
            Thread.Sleep(1_200);
            Kill("KILL");
        });
        shown.Clear();
        Run(code: 0, send =>
        {
            Wait("the memo", () => Shown().Contains("Jämför D8", StringComparison.Ordinal) && Shown().Contains("Om stycke 2", StringComparison.Ordinal));
            send(["\u0013"]);
            Wait("the saved memo", () => project.Store.Memos().Count == 1);
            send(["\u0011"]);
        });
        Assert.Equal("Jämför D8", project.Store.Memos().Single().Text);
        Assert.Empty(project.Store.Drafts.All());
        Assert.Empty(project.Store.Check(default));
    }

    private void Kill(string signal) => Process.Start("kill", ["-" + signal, File.ReadAllText(project.Folder.File("pid")).Trim()]).WaitForExit();

    private void Killed(string signal, int code)
    {
        Run(code, send =>
        {
            send(CodeIt);
            Wait("the coding", () => Codings() == 1);
            Kill(signal);
        });
        using var after = ProjectFile.Open(project.File, project.Context("Mia"));
        Assert.Equal("Det var svårt först.", Assert.Single(after.Codings(CodingScope.All)).Coding.Quote);
        Assert.Empty(after.Check(default));
    }

    private void Run(int code, Action<Action<string[]>> person) => Run(code, project.File, "Intervju D07", person);

    private void Run(int code, string file, string first, Action<Action<string[]>> person, string option = "")
    {
        var program = Path.Combine(AppContext.BaseDirectory, typeof(MiaVoices.App.Screens.FullScreen).Assembly.GetName().Name + ".dll");
        File.WriteAllText(project.Folder.File("run.sh"), $"""
            trap : INT
            stty -a >before
            sh -c 'echo $$ >pid; exec "{Environment.ProcessPath}" exec "{program}" open "{file}" {option}' 2>errors
            echo $? >code
            for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do stty -a >after; if cmp -s before after; then break; fi; sleep 0.25; done
            """);
        var start = new ProcessStartInfo("script", ["-qec", "sh run.sh", "/dev/null"]) { WorkingDirectory = Path.GetDirectoryName(project.File)!, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("COR", StringComparison.Ordinal) || k.StartsWith("VSTEST", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in new[] { ("TERM", "xterm-256color"), ("MIA_CODER", "Mia"), ("MIA_LANG", "sv"), ("MIA_HUNSPELL", "none"), ("XDG_CONFIG_HOME", project.Folder.File("config")) })
        {
            start.Environment[name] = value;
        }

        using var script = Process.Start(start)!;
        var reading = Task.Run(() => Read(script.StandardOutput));
        try
        {
            Wait("the first frame", () => Shown().Contains(first, StringComparison.Ordinal));
            person(keys =>
            {
                foreach (var key in keys)
                {
                    script.StandardInput.Write(key);
                    script.StandardInput.Flush();
                    Thread.Sleep(150);
                }
            });
            Assert.True(script.WaitForExit((int)Patience.TotalMilliseconds), "The program did not end: " + Shown());
        }
        finally
        {
            if (!script.HasExited)
            {
                script.Kill(entireProcessTree: true);
            }
        }

        reading.Wait(Patience);
        Assert.Equal(File.ReadAllText(project.Folder.File("before")), File.ReadAllText(project.Folder.File("after")));
        Assert.Equal($"{code}", File.ReadAllText(project.Folder.File("code")).Trim());
        Assert.Equal(option.Length == 0, Shown().Contains("\u001b[?1049l", StringComparison.Ordinal));
    }

    private void Read(StreamReader from)
    {
        var buffer = new char[4096];
        while (from.Read(buffer, 0, buffer.Length) is > 0 and var count)
        {
            lock (shown)
            {
                shown.Append(buffer, 0, count);
            }
        }
    }

    private string Shown()
    {
        lock (shown)
        {
            return shown.ToString();
        }
    }

    // The test's own connection sees what the program has committed.
    private int Codings() => project.Store.Codings(CodingScope.All).Count();

    private void Wait(string what, Func<bool> until)
    {
        var clock = Stopwatch.StartNew();
        while (!until())
        {
            Assert.True(clock.Elapsed < Patience, $"Waited in vain for {what}: {Shown()}");
            Thread.Sleep(50);
        }
    }
}
