using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace MiaVoices.Terminal.Devices;

/// <summary>
/// The console of a Windows process. It sends the same sequences as a Unix terminal, as key records of single characters, which are
/// written in UTF-8 for the same parser. Puts the console back on disposal, when the process ends or fails, and when it is closed.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsTerminal : ITerminal
{
    private const ushort AltKey = 0x12;

    private readonly Lock gate = new();
    private readonly nint input = WindowsCalls.GetStdHandle(WindowsCalls.StandardInput);
    private readonly nint output = WindowsCalls.GetStdHandle(WindowsCalls.StandardOutput);
    private readonly uint inputBefore;
    private readonly uint outputBefore;
    private readonly uint codePageBefore = WindowsCalls.GetConsoleOutputCodePage();
    private readonly AutoResetEvent wake = new(false);
    private readonly ManualResetEventSlim isHeld = new(false);
    private readonly List<PosixSignalRegistration> signals = [];
    private readonly WindowsCalls.InputRecord[] records = new WindowsCalls.InputRecord[256];
    private char pending;
    private int pendingCount;
    private bool isOver;
    private volatile bool isClosed;

    private WindowsTerminal()
    {
        if (!WindowsCalls.GetConsoleMode(input, out inputBefore) || !WindowsCalls.GetConsoleMode(output, out outputBefore))
        {
            throw new IOException("The modes of the console cannot be read.");
        }

        AppDomain.CurrentDomain.ProcessExit += OnEnd;
        AppDomain.CurrentDomain.UnhandledException += OnFault;
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
        {
            signals.Add(PosixSignalRegistration.Create(signal, _ => GiveBackForGood()));
        }

        Resume();
    }

    public (int Width, int Height) Size => (Math.Max(1, Console.WindowWidth), Math.Max(1, Console.WindowHeight));

    public Action? Disturbed { get; set; }

    public static bool IsPossible =>
        WindowsCalls.IsConsole(WindowsCalls.GetStdHandle(WindowsCalls.StandardInput)) && WindowsCalls.IsConsole(WindowsCalls.GetStdHandle(WindowsCalls.StandardOutput));

    public static WindowsTerminal Open() => new();

    public int Read(Span<byte> buffer)
    {
        while (true)
        {
            isHeld.Wait();
            if (isClosed)
            {
                return 0;
            }

            var which = WindowsCalls.WaitForMultipleObjects(2, [wake.SafeWaitHandle.DangerousGetHandle(), input], all: false, uint.MaxValue);
            if (which == 0)
            {
                continue;
            }

            // At most three bytes for a character, and one that waits for its other half.
            var room = Math.Min(records.Length, (buffer.Length / 3) - 1);
            if (which != 1 || !WindowsCalls.ReadConsoleInput(input, records.AsSpan(0, room), (uint)room, out var read))
            {
                return 0;
            }

            var count = Encode(records.AsSpan(0, (int)read), buffer);
            if (count > 0)
            {
                return count;
            }
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            if (isHeld.IsSet && !isOver)
            {
                WriteAll(bytes);
            }
        }
    }

    public void Suspend()
    {
        lock (gate)
        {
            GiveBack();
        }

        wake.Set();
    }

    public void Resume()
    {
        lock (gate)
        {
            if (isOver)
            {
                return;
            }

            WindowsCalls.SetConsoleMode(input, WindowsCalls.RawInput);
            WindowsCalls.SetConsoleMode(output, WindowsCalls.RawOutput);
            WindowsCalls.SetConsoleOutputCodePage(WindowsCalls.Utf8);
            WriteAll(ControlSequences.TakeOver);
            isHeld.Set();
        }
    }

    public void Dispose()
    {
        GiveBackForGood();
        // The reader must wake to see that it is over.
        isClosed = true;
        isHeld.Set();
        wake.Set();
        AppDomain.CurrentDomain.ProcessExit -= OnEnd;
        AppDomain.CurrentDomain.UnhandledException -= OnFault;
        foreach (var signal in signals)
        {
            signal.Dispose();
        }

        signals.Clear();
    }

    private int Encode(ReadOnlySpan<WindowsCalls.InputRecord> read, Span<byte> buffer)
    {
        var count = 0;
        Span<char> pair = stackalloc char[2];
        foreach (ref readonly var record in read)
        {
            if (record.Kind == WindowsCalls.SizeRecord)
            {
                Disturbed?.Invoke();
                continue;
            }

            // Characters typed by number come when Alt is let go.
            if (record.Kind != WindowsCalls.KeyRecord || record.Character == 0 || (record.IsDown == 0 && record.VirtualKey != AltKey))
            {
                continue;
            }

            var character = (char)record.Character;
            if (char.IsHighSurrogate(character))
            {
                (pending, pendingCount) = (character, 1);
                continue;
            }

            (pair[0], pair[1]) = (pending, character);
            count += Encoding.UTF8.GetBytes(pair[(1 - pendingCount)..], buffer[count..]);
            pendingCount = 0;
        }

        return count;
    }

    private void WriteAll(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && WindowsCalls.WriteFile(output, bytes, (uint)bytes.Length, out var written, 0) && written > 0)
        {
            bytes = bytes[(int)written..];
        }
    }

    private void GiveBack()
    {
        if (isHeld.IsSet)
        {
            WriteAll(ControlSequences.GiveBack);
            WindowsCalls.SetConsoleMode(input, inputBefore);
            WindowsCalls.SetConsoleMode(output, outputBefore);
            WindowsCalls.SetConsoleOutputCodePage(codePageBefore);
            isHeld.Reset();
        }
    }

    // Where the process is ending anyway the reader is left waiting: the program must not take this for its own end and have its own
    // exit code.
    private void GiveBackForGood()
    {
        lock (gate)
        {
            if (isOver)
            {
                return;
            }

            GiveBack();
            isOver = true;
        }
    }

    private void OnEnd(object? sender, EventArgs e) => GiveBackForGood();

    private void OnFault(object? sender, UnhandledExceptionEventArgs e) => GiveBackForGood();
}
