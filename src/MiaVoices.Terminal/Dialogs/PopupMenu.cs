using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Terminal.Dialogs;

/// <summary>Commands in a list that pops up at a place. One that cannot be done is faint and tells why; Esc, Left and a press outside close it.</summary>
public sealed class PopupMenu : Layer
{
    private readonly TerminalApp app;
    private readonly IReadOnlyList<Command> commands;
    private readonly Func<KeyStroke, string> keyName;
    private readonly ListView list;
    private readonly (int X, int Y) at;

    /// <summary>A menu.</summary>
    /// <param name="app">The program.</param>
    /// <param name="commands">What it offers.</param>
    /// <param name="x">The column on the screen that it should begin at.</param>
    /// <param name="y">The row on the screen that it should begin at; it goes above where there is no room below.</param>
    /// <param name="keyName">Names a key in the language of the moment.</param>
    public PopupMenu(TerminalApp app, IReadOnlyList<Command> commands, int x, int y, Func<KeyStroke, string> keyName)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(commands);
        this.app = app;
        this.commands = commands;
        this.keyName = keyName;
        at = (x, y);
        list = new ListView(() => commands.Count, DrawRow) { Opened = Open };
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var width = Math.Min(canvas.Width, commands.Select(c => Glyphs.Width(c.Name) + Glyphs.Width(End(c)) + 8).DefaultIfEmpty(10).Max());
        var height = Math.Min(canvas.Height, commands.Count + 2);
        var y = at.Y + height <= canvas.Height ? at.Y : Math.Max(0, at.Y - height);
        var box = canvas.Part(new Rect(Math.Clamp(at.X, 0, canvas.Width - width), Math.Min(y, canvas.Height - height), width, height));
        box.Clear();
        box.OnMouse(box.Area, this, mouse => true);
        list.Draw(Box.Draw(box, hasFocus: true), hasFocus: true);
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (list.Handle(input))
        {
            return true;
        }

        if (input is KeyEvent { Stroke: var stroke })
        {
            if (stroke.Is(Key.Escape) || stroke.Is(Key.Left))
            {
                app.Pop(this);
            }
            else if (commands.FirstOrDefault(c => c.Keys.Contains(stroke)) is { } command)
            {
                Open(command);
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override void PressedOutside() => app.Pop(this);

    private void Open(int row) => Open(commands[row]);

    private void Open(Command command)
    {
        app.Pop(this);
        app.Run(command);
    }

    private string End(Command command) => command.WhyNot() ?? (command.Keys.Count > 0 ? keyName(command.Keys[0]) : "");

    private void DrawRow(Canvas canvas, int row, RowState state)
    {
        var command = commands[row];
        var can = command.WhyNot() is null;
        var start = canvas.WriteRight(0, 0, canvas.Width - 1, End(command), can ? Role.Key : Role.Dim);
        canvas.WriteWithin(1, 0, start - 2, command.Name, can ? default : Role.Dim);
    }
}
