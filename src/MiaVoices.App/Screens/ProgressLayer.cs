using MiaVoices.App.Texts;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens;

/// <summary>Work that takes its time, over the screen, with how far it has come. Esc stops it; the box stays until the work has put everything in order.</summary>
internal sealed class ProgressLayer : Layer, IDisposable
{
    private readonly TerminalApp _app;
    private readonly string _title;
    private readonly Wording _t;
    private readonly CancellationTokenSource _cancel = new();
    private double _share;
    private string _label = "";

    private ProgressLayer(TerminalApp app, Wording t, string title) => (_app, _t, _title) = (app, t, title);

    /// <summary>Shows the box and starts the work.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="app">The program.</param>
    /// <param name="t">The texts.</param>
    /// <param name="title">What is going on.</param>
    /// <param name="behind">Runs the work somewhere else; null for the thread pool.</param>
    /// <param name="work">The work; tells its share, 0 to 1, and what it is at.</param>
    /// <param name="done">Gets what it gave, on the thread that runs the program.</param>
    /// <param name="failed">Gets what stopped it, likewise; an <see cref="OperationCanceledException"/> where the person did.</param>
    public static void Run<T>(TerminalApp app, Wording t, string title, Action<Action>? behind, Func<CancellationToken, Action<double, string>, T> work, Action<T> done, Action<Exception> failed)
    {
        var layer = new ProgressLayer(app, t, title);
        app.Push(layer);
        var run = behind ?? (action => ThreadPool.QueueUserWorkItem(_ => action()));
        run(() =>
        {
            try
            {
                var result = work(layer._cancel.Token, layer.Report);
                app.Post(() => layer.Finish(() => done(result)));
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                app.Post(() => layer.Finish(() => failed(fault)));
            }
        });
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var box = canvas.Part(canvas.Area.Centered(Math.Min(76, canvas.Width - 2), 6));
        box.Clear();
        box.OnMouse(box.Area, this, _ => true);
        var inner = Box.Draw(box, _title, _t[_cancel.IsCancellationRequested ? "screen.stopping" : "screen.stopKeys"], hasFocus: true);
        inner.WriteWithin(2, 1, inner.Width - 4, _label);
        Meter.Progress(inner.Part(inner.Area.Inset(2, 0) with { Y = 2, Height = 1 }), _share, "");
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke } && (stroke.Is(Key.Escape) || stroke.Is('c', KeyModifiers.Ctrl)))
        {
            _cancel.Cancel();
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _cancel.Dispose();

    private void Report(double share, string label) => _app.Post(() => (_share, _label) = (share, label));

    private void Finish(Action then)
    {
        _app.Pop(this);
        Dispose();
        then();
    }
}
