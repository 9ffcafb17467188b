using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens;

/// <summary>A list over the screen of which one is found by typing parts of its name. Esc and a press outside close it.</summary>
internal sealed class ChooseLayer<T> : Layer
{
    private const int WidestBox = 70;
    private const int HighestBox = 20;

    private readonly TerminalApp _app;
    private readonly string _title;
    private readonly string _keys;
    private readonly FuzzyList<T> _list;

    public ChooseLayer(TerminalApp app, string title, string keys, IReadOnlyList<T> items, Func<T, string> name, Action<T> done, Func<string, string>? newRow, Action<string>? newDone)
    {
        (_app, _title, _keys) = (app, title, keys);
        _list = new FuzzyList<T>(name)
        {
            Opened = item => Close(() => done(item)),
            NewRow = newRow,
            NewOpened = text => Close(() => newDone?.Invoke(text)),
        };
        _list.Field.Clipboard = app.Clipboard;
        _list.Set(items);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var box = canvas.Part(canvas.Area.Centered(Math.Min(WidestBox, canvas.Width - 2), Math.Min(HighestBox, canvas.Height - 2)));
        box.Clear();
        box.OnMouse(box.Area, this, _ => true);
        var inner = Box.Draw(box, _title, _keys, hasFocus: true);
        _list.Draw(inner.Part(inner.Area.Inset(1, 0)), hasFocus: true);
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke } && stroke.Is(Key.Escape))
        {
            _app.Pop(this);
            return true;
        }

        return _list.Handle(input);
    }

    /// <inheritdoc/>
    public override void PressedOutside() => _app.Pop(this);

    private void Close(Action then)
    {
        _app.Pop(this);
        then();
    }
}
