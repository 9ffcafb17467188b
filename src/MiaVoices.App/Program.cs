using System.Runtime.InteropServices;
using System.Text;
using MiaVoices.App.Cli;
using MiaVoices.App.Screens.Plain;
using MiaVoices.Terminal;
using MiaVoices.Terminal.Devices;
using Microsoft.Win32.SafeHandles;

if (OperatingSystem.IsWindows())
{
    // Windows consoles begin in a code page that lacks most of what people write.
    Console.OutputEncoding = Encoding.UTF8;
}

var isPlain = PlainMode.IsAskedFor(args, Environment.GetEnvironmentVariable);

// The runtime's stream to a Unix terminal begins with a control sequence.
var output = isPlain && !OperatingSystem.IsWindows() ? new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0) : Console.OpenStandardOutput();
using var cancel = new CancellationTokenSource();
// The work at hand is rolled back in order; a second Ctrl+C ends at once. The console's own event writes a control sequence to a
// Unix terminal, which one that only knows lines must not get.
using var interrupt = isPlain
    ? PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
    {
        signal.Cancel = !cancel.IsCancellationRequested;
        cancel.Cancel();
    })
    : null;
if (!isPlain)
{
    Console.CancelKeyPress += (_, e) =>
    {
        e.Cancel = !cancel.IsCancellationRequested;
        cancel.Cancel();
    };
}

var around = new Surroundings(Environment.GetEnvironmentVariable, TerminalFacts.FromEnvironment(Environment.GetEnvironmentVariable, measures: !isPlain))
{
    Folder = () => Environment.CurrentDirectory,
    Input = PlainLines.StandardInput,
    TempFolder = Path.GetTempPath,
    HasScreen = () => SystemTerminal.IsPossible,
};
return CommandLine.Run(args, output, Console.OpenStandardError(), around, cancel.Token);
