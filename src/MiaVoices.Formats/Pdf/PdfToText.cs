using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using MiaVoices.Core;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Pdf;

/// <summary>
/// Runs <c>pdftotext -layout</c>, which gets the file on its standard input and answers on its output: nothing is written
/// to disk, by us or by Poppler, which keeps its input in memory. No shell; the file's name never reaches the program.
/// The layout is kept because it holds paragraphs and the numbers in the margin apart, which reading order without it
/// mixes with the speech.
/// </summary>
internal sealed class PdfToText
{
    private const int MostLetters = 64 * 1024 * 1024;

    /// <summary>Where to look for the program; null for the folders of the path.</summary>
    public IReadOnlyList<string>? Folders { get; init; }

    /// <summary>Longest time that it may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <exception cref="RefusedException"><c>pdf.noprogram</c>, <c>pdf.unreadable</c>, <c>pdf.slow</c> (fact: seconds), <c>pdf.toobig</c> (fact: megabytes).</exception>
    public string Run(SourceFile file, CancellationToken cancellation)
    {
        var program = Find() ?? throw new RefusedException(Problem.At(file.Name, "pdf.noprogram"));
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])["-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"])
        {
            start.ArgumentList.Add(argument);
        }

        var name = file.Name;
        using var process = Start(start, name);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);

        // Both ends at once: the program may answer before it has read everything. Messages on standard error quote the file;
        // they are drained and dropped. Threads of their own, since a busy pool would keep the program waiting.
        Thread[] helpers =
        [
            OnThread(() =>
            {
                using var input = process.StandardInput.BaseStream;
                input.Write(file.Content.Span);
            }),
            OnThread(() => process.StandardError.BaseStream.CopyTo(Stream.Null)),
        ];
        try
        {
            // When the time is out the program is ended, and with it the waiting for its answer.
            using var ending = limit.Token.Register(() => End(process));
            var text = Output(process.StandardOutput, name);
            process.WaitForExit();
            limit.Token.ThrowIfCancellationRequested();
            return process.ExitCode == 0 ? text : throw new RefusedException(Problem.At(name, "pdf.unreadable"));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RefusedException(Problem.At(name, "pdf.slow", (int)Limit.TotalSeconds));
        }
        finally
        {
            End(process);
            Array.ForEach(helpers, thread => thread.Join());
        }
    }

    private static Thread OnThread(Action work)
    {
        void Run()
        {
            try
            {
                work();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // The program has read enough, or ended: what it says by its exit code counts.
            }
        }

        var thread = new Thread(Run) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static Process Start(ProcessStartInfo start, string name)
    {
        try
        {
            return Process.Start(start) ?? throw new RefusedException(Problem.At(name, "pdf.noprogram"));
        }
        catch (Win32Exception e)
        {
            throw new RefusedException(Problem.At(name, "pdf.noprogram"), e);
        }
    }

    private static string Output(StreamReader output, string name)
    {
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        int read;
        while ((read = output.Read(buffer)) > 0)
        {
            if (text.Length + read > MostLetters)
            {
                throw new RefusedException(Problem.At(name, "pdf.toobig", MostLetters / (1024 * 1024)));
            }

            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit(5000);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }

    private string? Find()
    {
        var names = OperatingSystem.IsWindows() ? (string[])["pdftotext.exe"] : ["pdftotext"];
        var folders = Folders ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

        // A relative folder would be one that belongs to whatever lies beside the project.
        return folders.Where(Path.IsPathFullyQualified).SelectMany(f => names.Select(n => Path.Combine(f, n))).FirstOrDefault(File.Exists);
    }
}
