using System.Collections.Concurrent;
using MiaVoices.Terminal.Devices;
using MiaVoices.Terminal.Input;

namespace MiaVoices.Terminal.Loop;

/// <summary>
/// Runs a program on a terminal: a thread waits for bytes, the calling one handles all that has come up and then writes one frame.
/// Nothing is polled: with nothing to do, both threads sleep.
/// </summary>
public sealed class TerminalLoop
{
    // A terminal sends a sequence in one piece; through ssh and multiplexers some milliseconds may pass within it.
    private static readonly TimeSpan EscapeDelay = TimeSpan.FromMilliseconds(40);

    private readonly ITerminal terminal;
    private readonly TerminalApp app;
    private readonly TimeProvider clock;
    private readonly InputParser parser = new();
    private readonly ConcurrentQueue<byte[]> arrived = new();
    private readonly WakeUp woken = new();
    private readonly List<InputEvent> events = [];
    private long lastBytesAt;
    private volatile bool isDisturbed;
    private volatile bool isGone;

    /// <summary>Brings a program and a terminal together.</summary>
    /// <param name="terminal">The terminal, taken over already.</param>
    /// <param name="app">The program.</param>
    /// <param name="clock">Tells a double click from two.</param>
    public TerminalLoop(ITerminal terminal, TerminalApp app, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(clock);
        this.terminal = terminal;
        this.app = app;
        this.clock = clock;
    }

    /// <summary>
    /// Runs until the program is stopped or the terminal is gone. The terminal is left to the caller to dispose; it serves one loop, since
    /// the thread that reads goes on waiting for it until then.
    /// </summary>
    public void Run()
    {
        app.Woken = () => woken.Set();
        terminal.Disturbed = () =>
        {
            isDisturbed = true;
            woken.Set();
        };
        // The first frame waits for nothing.
        isDisturbed = true;
        woken.Set();
        var reader = new Thread(Read) { IsBackground = true, Name = "terminal input" };
        reader.Start();
        try
        {
            while (!app.IsStopped && !isGone)
            {
                if (Turn())
                {
                    var bytes = app.Paint();
                    if (!bytes.IsEmpty)
                    {
                        terminal.Write(bytes.Span);
                    }
                }
            }
        }
        finally
        {
            app.Woken = null;
            terminal.Disturbed = null;
        }
    }

    /// <summary>Gives the terminal to something else and takes it back afterwards; called from within the program.</summary>
    /// <param name="action">What runs meanwhile, such as an editor.</param>
    public void Outside(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        terminal.Suspend();
        try
        {
            action();
        }
        finally
        {
            terminal.Resume();
            isDisturbed = true;
            woken.Set();
        }
    }

    private bool Turn()
    {
        Wait();
        events.Clear();
        while (arrived.TryDequeue(out var bytes))
        {
            lastBytesAt = clock.GetTimestamp();
            parser.Feed(bytes, clock.GetElapsedTime(0, lastBytesAt), events);
        }

        if (parser.IsWaiting && UntilEscape <= TimeSpan.Zero)
        {
            parser.Flush(events);
        }

        if (isDisturbed)
        {
            isDisturbed = false;
            var (width, height) = terminal.Size;
            app.Repaint();
            events.Add(new ResizeEvent(width, height));
        }

        return app.Step(events);
    }

    private TimeSpan UntilEscape => EscapeDelay - clock.GetElapsedTime(lastBytesAt);

    private void Wait()
    {
        var due = app.UntilNextDue;
        if (parser.IsWaiting && (due is null || due > UntilEscape))
        {
            due = UntilEscape;
        }

        woken.Wait(due);
    }

    private void Read()
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var count = terminal.Read(buffer);
            if (count == 0)
            {
                isGone = true;
                woken.Set();
                return;
            }

            arrived.Enqueue(buffer[..count]);
            woken.Set();
        }
    }
}
