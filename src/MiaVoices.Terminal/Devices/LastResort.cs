using System.ComponentModel;
using System.Diagnostics;

namespace MiaVoices.Terminal.Devices;

/// <summary>
/// A shell that waits at the end of a pipe. When this process dies in a way that it cannot hear of (SIGKILL, a crash of the runtime),
/// the pipe breaks and the shell puts the terminal back as it was; a word through the pipe sends it away.
/// </summary>
internal sealed class LastResort : IDisposable
{
    // The modes are read before the terminal is made raw; signals that end the program must not end the shell before it has done its
    // work, and without TTOU it may set the modes from the background. The subshell lets the others go on if there is no terminal.
    // The modes come last: whoever sees them as they were finds the screen given back as well.
    private const string Script =
        "trap '' INT TERM HUP QUIT TSTP TTOU; s=$(stty -g </dev/tty 2>/dev/null); echo ready; "
        + "if IFS= read -r word; then exit 0; fi; "
        + "(printf '" + ControlSequences.GiveBackForPrintf + "' >/dev/tty; stty ${s:-sane} </dev/tty) 2>/dev/null";

    private readonly Process shell;

    private LastResort(Process shell)
    {
        this.shell = shell;
    }

    /// <summary>Starts the shell and waits until it has read the modes; null where there is no shell.</summary>
    public static LastResort? Start()
    {
        // With all three streams redirected the runtime does not touch the modes for the child.
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            var shell = Process.Start(start);
            if (shell is null)
            {
                return null;
            }

            shell.StandardOutput.ReadLine();
            return new LastResort(shell);
        }
        catch (Exception fault) when (fault is Win32Exception or IOException or InvalidOperationException)
        {
            // Without it a killed program leaves the terminal raw: bad, but no reason not to run.
            return null;
        }
    }

    public void Dispose()
    {
        try
        {
            shell.StandardInput.WriteLine("done");
            shell.StandardInput.Flush();
            shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }

        shell.Dispose();
    }
}
