using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace MiaVoices.Terminal.Devices;

/// <summary>
/// The terminal on standard input and output of a Unix process. Puts it back as it was on disposal, when the process ends or fails,
/// on INT, TERM, HUP and QUIT and while it is stopped; after SIGKILL a shell does (<see cref="LastResort"/>).
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class UnixTerminal : ITerminal
{
    private readonly Lock gate = new();
    private readonly byte[] before = new byte[UnixCalls.TermiosSize];
    private readonly byte[] raw;
    private readonly AnonymousPipeServerStream wake = new(PipeDirection.Out, HandleInheritability.None);
    private readonly ManualResetEventSlim isHeld = new(false);
    private readonly List<PosixSignalRegistration> signals = [];
    private readonly LastResort? lastResort;
    private bool isOver;
    private volatile bool isClosed;

    private UnixTerminal()
    {
        // The runtime keeps the modes of its first use of the console and puts those back at exit: let that be now.
        _ = Console.In;
        if (!UnixCalls.GetModes(before))
        {
            throw new IOException("The modes of the terminal cannot be read.");
        }

        lastResort = LastResort.Start();
        raw = [.. before];
        UnixCalls.MakeRaw(raw);
        AppDomain.CurrentDomain.ProcessExit += OnEnd;
        AppDomain.CurrentDomain.UnhandledException += OnFault;
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
        {
            signals.Add(PosixSignalRegistration.Create(signal, _ => GiveBackForGood()));
        }

        signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, OnStop));
        signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, OnContinue));
        signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Disturbed?.Invoke()));
        Resume();
    }

    public (int Width, int Height) Size
    {
        get
        {
            var (width, height) = (Console.WindowWidth, Console.WindowHeight);
            return (width > 0 ? width : 80, height > 0 ? height : 24);
        }
    }

    public Action? Disturbed { get; set; }

    public static bool IsPossible => UnixCalls.IsTerminal(UnixCalls.Input) && UnixCalls.IsTerminal(UnixCalls.Output);

    public static UnixTerminal Open() => new();

    public int Read(Span<byte> buffer)
    {
        Span<UnixCalls.PollDescriptor> descriptors = stackalloc UnixCalls.PollDescriptor[2];
        Span<byte> word = stackalloc byte[1];
        while (true)
        {
            isHeld.Wait();
            if (isClosed)
            {
                return 0;
            }

            descriptors[0] = new UnixCalls.PollDescriptor { Descriptor = UnixCalls.Input, Wanted = UnixCalls.PollIn };
            descriptors[1] = new UnixCalls.PollDescriptor { Descriptor = (int)wake.ClientSafePipeHandle.DangerousGetHandle(), Wanted = UnixCalls.PollIn };
            var ready = UnixCalls.Poll(descriptors, 2, -1);
            if (ready < 0)
            {
                if (Marshal.GetLastPInvokeError() == UnixCalls.Interrupted)
                {
                    continue;
                }

                return 0;
            }

            if (descriptors[1].Happened != 0)
            {
                UnixCalls.Read(descriptors[1].Descriptor, word, 1);
                continue;
            }

            var count = UnixCalls.Read(UnixCalls.Input, buffer, buffer.Length);
            if (count > 0)
            {
                return (int)count;
            }

            var error = Marshal.GetLastPInvokeError();
            if (count == 0 || !(error == UnixCalls.Interrupted || UnixCalls.IsTryAgain(error)))
            {
                return 0;
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

        Wake();
    }

    public void Resume()
    {
        lock (gate)
        {
            if (isOver)
            {
                return;
            }

            UnixCalls.SetModes(raw);
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
        Wake();
        AppDomain.CurrentDomain.ProcessExit -= OnEnd;
        AppDomain.CurrentDomain.UnhandledException -= OnFault;
        foreach (var signal in signals)
        {
            signal.Dispose();
        }

        signals.Clear();
    }

    private static void WriteAll(ReadOnlySpan<byte> bytes)
    {
        Span<UnixCalls.PollDescriptor> descriptor = stackalloc UnixCalls.PollDescriptor[1];
        while (!bytes.IsEmpty)
        {
            var written = UnixCalls.Write(UnixCalls.Output, bytes, bytes.Length);
            if (written >= 0)
            {
                bytes = bytes[(int)written..];
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (UnixCalls.IsTryAgain(error))
            {
                // Another program has left the terminal non-blocking: wait until it takes more.
                descriptor[0] = new UnixCalls.PollDescriptor { Descriptor = UnixCalls.Output, Wanted = UnixCalls.PollOut };
                UnixCalls.Poll(descriptor, 1, -1);
            }
            else if (error != UnixCalls.Interrupted)
            {
                // The terminal is gone; the reader hears of it too and ends the program.
                return;
            }
        }
    }

    // The caller holds the gate.
    private void GiveBack()
    {
        if (isHeld.IsSet)
        {
            WriteAll(ControlSequences.GiveBack);
            UnixCalls.SetModes(before);
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

        // All is as before: the shell must not do it a second time, over what is written after us.
        lastResort?.Dispose();
    }

    private void Wake()
    {
        try
        {
            wake.WriteByte(0);
        }
        catch (IOException)
        {
            // Nobody reads any more.
        }
    }

    private void OnEnd(object? sender, EventArgs e) => GiveBackForGood();

    private void OnFault(object? sender, UnhandledExceptionEventArgs e) => GiveBackForGood();

    // Stopping ourselves after the terminal has been given back; what stopped us is answered so.
    private void OnStop(PosixSignalContext context)
    {
        context.Cancel = true;
        Suspend();
        UnixCalls.Kill(Environment.ProcessId, OperatingSystem.IsMacOS() ? UnixCalls.SigStopOnMac : UnixCalls.SigStop);
    }

    // Also after a stop that we did not hear of (SIGSTOP): the shell has set its own modes meanwhile.
    private void OnContinue(PosixSignalContext context)
    {
        // Otherwise the runtime puts its own modes back after us.
        context.Cancel = true;
        Resume();
        Disturbed?.Invoke();
    }
}
