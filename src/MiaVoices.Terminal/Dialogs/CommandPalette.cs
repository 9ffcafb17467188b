using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Terminal.Dialogs;

/// <summary>All commands at hand, found by typing parts of their names. One that cannot be done is faint and tells why.</summary>
public sealed class CommandPalette : Layer
{
    private const int WidestBox = 76;
    private const int HighestBox = 18;

    private readonly TerminalApp app;
    private readonly string title;
    private readonly string footer;
    private readonly Func<KeyStroke, string> keyName;
    private readonly FuzzyList<Command> list;

    /// <summary>A palette of the commands that are at hand at this moment.</summary>
    /// <param name="app">The program, not yet with the palette on top.</param>
    /// <param name="title">Its title.</param>
    /// <param name="footer">Tells its keys.</param>
    /// <param name="keyName">Names a key in the language of the moment.</param>
    /// <param name="leftOut">Commands that are not listed, by their names in the program, such as the one that opens the palette.</param>
    public CommandPalette(TerminalApp app, string title, string footer, Func<KeyStroke, string> keyName, params IReadOnlyList<string> leftOut)
    {
        ArgumentNullException.ThrowIfNull(app);
        this.app = app;
        this.title = title;
        this.footer = footer;
        this.keyName = keyName;
        list = new FuzzyList<Command>(Label, DrawCommand) { Opened = Open };
        // Those that can be done first; the sorting keeps the order within.
        list.Set([.. app.CommandsAtHand.Where(c => !leftOut.Contains(c.Id)).OrderBy(c => c.WhyNot() is null ? 0 : 1)]);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var area = canvas.Area.Centered(Math.Min(WidestBox, canvas.Width - 2), Math.Min(HighestBox, canvas.Height - 2));
        var box = canvas.Part(area);
        box.Clear();
        box.OnMouse(box.Area, this, mouse => true);
        var inner = Box.Draw(box, title, footer, hasFocus: true);
        list.Draw(inner.Part(inner.Area.Inset(1, 0)), hasFocus: true);
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke } && (stroke.Is(Key.Escape) || stroke.Is('p', KeyModifiers.Ctrl)))
        {
            app.Pop(this);
            return true;
        }

        return list.Handle(input);
    }

    /// <inheritdoc/>
    public override void PressedOutside() => app.Pop(this);

    private static string Label(Command command) => command.Group() is { Length: > 0 } group ? $"{group}: {command.Name}" : command.Name;

    private void Open(Command command)
    {
        app.Pop(this);
        app.Run(command);
    }

    private void DrawCommand(Canvas canvas, Command command, FuzzyMatch match, RowState state)
    {
        var reason = command.WhyNot();
        var end = reason ?? string.Join(", ", command.Keys.Select(keyName));
        var start = canvas.WriteRight(canvas.Width / 2, 0, canvas.Width - (canvas.Width / 2) - 1, end, reason is null ? Role.Key : Role.Dim);
        var room = end.Length == 0 ? canvas.Width - 2 : start - 3;
        MarkedLine.Write(canvas, 1, 0, room, Label(command), match.Marks, reason is null ? default : Role.Dim);
    }
}
