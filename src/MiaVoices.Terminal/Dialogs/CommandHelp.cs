using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Terminal.Dialogs;

/// <summary>All keys of the commands at hand, by group, over the screen. Esc, Enter, F1 and a press outside close it.</summary>
public sealed class CommandHelp : Layer
{
    private const int WidestBox = 90;

    private readonly TerminalApp app;
    private readonly string title;
    private readonly string footer;
    private readonly List<(string Keys, string Text)> rows = [];
    private readonly ListView list;
    private readonly int keysWidth;

    /// <summary>The help of this moment.</summary>
    /// <param name="app">The program, not yet with the help on top.</param>
    /// <param name="title">Its title.</param>
    /// <param name="footer">Tells its keys.</param>
    /// <param name="keyName">Names a key in the language of the moment.</param>
    /// <param name="more">Further rows at the end, such as the keys of a text.</param>
    public CommandHelp(TerminalApp app, string title, string footer, Func<KeyStroke, string> keyName, params IReadOnlyList<(string Keys, string Text)> more)
    {
        ArgumentNullException.ThrowIfNull(app);
        this.app = app;
        this.title = title;
        this.footer = footer;
        foreach (var group in app.CommandsAtHand.Where(c => c.Keys.Count > 0).GroupBy(c => c.Group()))
        {
            rows.Add(("", group.Key));
            rows.AddRange(group.Select(c => (string.Join(", ", c.Keys.Select(keyName)), c.Name)));
        }

        rows.AddRange(more);
        keysWidth = Math.Min(30, rows.Select(r => Glyphs.Width(r.Keys)).DefaultIfEmpty(0).Max());
        list = new ListView(() => rows.Count, DrawRow) { Opened = _ => app.Pop(this) };
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var box = canvas.Part(canvas.Area.Centered(Math.Min(WidestBox, canvas.Width - 2), Math.Min(rows.Count + 2, canvas.Height - 2)));
        box.Clear();
        box.OnMouse(box.Area, this, mouse => true);
        list.Draw(Box.Draw(box, title, footer, hasFocus: true), hasFocus: true);
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke } && (stroke.Is(Key.Escape) || stroke.Is(Key.F1)))
        {
            app.Pop(this);
            return true;
        }

        return list.Handle(input);
    }

    /// <inheritdoc/>
    public override void PressedOutside() => app.Pop(this);

    private void DrawRow(Canvas canvas, int row, RowState state)
    {
        var (keys, text) = rows[row];
        if (keys.Length == 0)
        {
            canvas.WriteWithin(1, 0, canvas.Width - 2, text, Role.Title);
            return;
        }

        canvas.WriteWithin(1, 0, keysWidth, keys, Role.Key);
        canvas.WriteWithin(keysWidth + 3, 0, canvas.Width - keysWidth - 4, text);
    }
}
