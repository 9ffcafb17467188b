using System.Diagnostics;
using System.Text;
using MiaVoices.App.Cli;
using MiaVoices.App.Screens;
using MiaVoices.App.Texts;
using MiaVoices.Terminal;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Benchmarks.Support;

/// <summary>A person at the workbench: keys in, bytes out; what runs behind does so on other threads, as for a person.</summary>
internal sealed class Person : IDisposable
{
    private const int Width = 200;
    private const int Height = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly InputParser _parser = new();
    private readonly List<InputEvent> _events = [];
    private readonly AutoResetEvent _woken = new(false);
    private readonly TerminalApp _app = new(TimeProvider.System, Theme.Of(ColorDepth.Full, isLight: false), Width, Height);
    private readonly Session _session = new(TextWriter.Null, TextWriter.Null, _ => null, TerminalFacts.None);
    private readonly OpenProject _project;

    public Person(Bench bench, string path)
    {
        _app.Woken = () => _woken.Set();
        _project = new OpenProject(path, bench.Open(path), () => bench.Open(path), () => _session.T);
        FullScreen.Show(_session, _app, _project);
        Key("");
    }

    /// <summary>Of the last frame.</summary>
    public int Bytes { get; private set; }

    /// <summary>When the last frame was there.</summary>
    public long PaintedAt { get; private set; }

    public Wording T => _session.T;

    public void Key(string raw)
    {
        _events.Clear();
        _parser.Feed(Encoding.UTF8.GetBytes(raw), TimeSpan.Zero, _events);
        _app.Step(_events);
        Bytes = _app.Paint().Length;
        PaintedAt = Stopwatch.GetTimestamp();
    }

    /// <summary>Whether the last frame has a text.</summary>
    public bool Sees(string text) => Enumerable.Range(0, Height).Any(y => _app.Painted.RowText(y).Contains(text, StringComparison.Ordinal));

    /// <summary>Waits, painting what comes from behind, until a text is gone.</summary>
    public void Await(string gone)
    {
        var since = Stopwatch.GetTimestamp();
        while (Sees(gone))
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new InvalidOperationException($"Still there: {gone}");
            }

            _woken.WaitOne(_app.UntilNextDue ?? Patience);
            Key("");
        }
    }

    public void Dispose()
    {
        _app.Woken = null;
        _project.Dispose();
        _woken.Dispose();
    }
}
