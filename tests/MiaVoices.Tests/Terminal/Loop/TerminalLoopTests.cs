using System.Collections.Concurrent;
using MiaVoices.Terminal;
using MiaVoices.Terminal.Devices;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Loop;

public sealed class TerminalLoopTests
{
    [Fact]
    public void A_program_runs_on_a_terminal_until_it_stops()
    {
        using var terminal = new PipeTerminal();
        var app = new TerminalApp(TimeProvider.System, Theme.Of(ColorDepth.None, isLight: false), 1, 1);
        app.Push(new SampleScreen(app));
        terminal.Send("\u001b[B");
        terminal.Send("q");
        new TerminalLoop(terminal, app, TimeProvider.System).Run();
        Assert.Contains("Koda markeringen", terminal.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_Esc_is_a_key_after_a_moment_even_while_others_post()
    {
        using var terminal = new PipeTerminal();
        var app = new TerminalApp(TimeProvider.System, Theme.Of(ColorDepth.None, isLight: false), 1, 1);
        app.Push(new SampleScreen(app));
        using var busy = new Timer(_ => app.Post(() => { }), null, 0, 5);
        app.Post(() => app.After(TimeSpan.FromMilliseconds(20), () => terminal.Send("\u001b")));
        app.Push(new Watcher(app));
        new TerminalLoop(terminal, app, TimeProvider.System).Run();
        Assert.True(app.IsStopped);
    }

    [Fact]
    public void A_terminal_that_goes_away_ends_the_program()
    {
        using var terminal = new PipeTerminal();
        var app = new TerminalApp(TimeProvider.System, Theme.Of(ColorDepth.None, isLight: false), 1, 1);
        app.Push(new SampleScreen(app));
        terminal.HangUp();
        new TerminalLoop(terminal, app, TimeProvider.System).Run();
        Assert.False(app.IsStopped);
    }

    [Fact]
    public void Something_later_is_done_when_it_is_due_and_not_if_it_was_taken_back()
    {
        var driver = new AppDriver();
        var done = new List<string>();
        driver.App.After(TimeSpan.FromMilliseconds(200), () => done.Add("b"));
        driver.App.After(TimeSpan.FromMilliseconds(100), () => done.Add("a"));
        driver.App.After(TimeSpan.FromMilliseconds(150), () => done.Add("aldrig")).Dispose();
        Assert.Equal(100, driver.App.UntilNextDue?.TotalMilliseconds);
        driver.Wait(99);
        Assert.Empty(done);
        driver.Wait(1);
        Assert.Equal(["a"], done);
        driver.Wait(500);
        Assert.Equal(["a", "b"], done);
        Assert.Null(driver.App.UntilNextDue);
    }

    [Fact]
    public void Only_the_latest_work_is_heard_of()
    {
        var driver = new AppDriver();
        var waiting = new Queue<Action>();
        var work = new LatestWork(driver.App, waiting.Enqueue);
        var heard = new List<string>();
        var tokens = new List<CancellationToken>();
        foreach (var name in new[] { "första", "andra" })
        {
            work.Start(token => { tokens.Add(token); return name; }, heard.Add);
        }

        while (waiting.TryDequeue(out var one))
        {
            one();
        }

        Assert.True(work.IsRunning);
        driver.Settle();
        Assert.Equal(["andra"], heard);
        Assert.Equal([true, false], tokens.Select(t => t.IsCancellationRequested));
        Assert.False(work.IsRunning);
        work.Start<string>(_ => throw new InvalidOperationException("fel"), heard.Add, fault => heard.Add(fault.Message));
        waiting.Dequeue()();
        driver.Settle();
        Assert.Equal("fel", heard[^1]);
        work.Start<string>(_ => throw new InvalidOperationException("fel"), heard.Add);
        waiting.Dequeue()();
        Assert.Throws<InvalidOperationException>(driver.Settle);
    }

    private sealed class Watcher(TerminalApp app) : Layer
    {
        public override void Draw(Canvas canvas) => Meter.Progress(canvas, 0.5, "väntar");

        public override bool Handle(MiaVoices.Terminal.Input.InputEvent input)
        {
            if (input is MiaVoices.Terminal.Input.KeyEvent { Stroke.Key: MiaVoices.Terminal.Input.Key.Escape })
            {
                app.Stop();
            }

            return true;
        }
    }

    /// <summary>A terminal whose keys come from the test.</summary>
    private sealed class PipeTerminal : ITerminal
    {
        private readonly BlockingCollection<byte[]> _input = [];

        public VtEmulator Screen { get; } = new(80, 24);

        public (int Width, int Height) Size => (80, 24);

        public Action? Disturbed { get; set; }

        public void Send(string raw) => _input.Add(KeyBytes.Utf8(raw));

        public void HangUp() => _input.CompleteAdding();

        public int Read(Span<byte> buffer)
        {
            if (!_input.TryTake(out var bytes, Timeout.Infinite))
            {
                return 0;
            }

            bytes.CopyTo(buffer);
            return bytes.Length;
        }

        public void Write(ReadOnlySpan<byte> bytes) => Screen.Feed(bytes);

        public void Suspend()
        {
        }

        public void Resume()
        {
        }

        public void Dispose() => _input.CompleteAdding();
    }
}
