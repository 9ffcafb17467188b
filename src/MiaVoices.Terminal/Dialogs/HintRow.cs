using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Dialogs;

/// <summary>A row of the keys that work now, which can be pressed with the mouse. Those that do not fit are left out whole; a command that cannot be done is faint.</summary>
public sealed class HintRow
{
    private readonly TerminalApp app;
    private readonly Func<KeyStroke, string> keyName;

    /// <summary>A row of hints.</summary>
    /// <param name="app">Runs the commands.</param>
    /// <param name="keyName">Names a key in the language of the moment.</param>
    public HintRow(TerminalApp app, Func<KeyStroke, string> keyName)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(keyName);
        this.app = app;
        this.keyName = keyName;
    }

    /// <summary>Draws it into the first row of a canvas.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="commands">The commands in order; those without a key or a place in the row are passed over.</param>
    public void Draw(Canvas canvas, IEnumerable<Command> commands)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(commands);
        if (!app.ShowsHints)
        {
            return;
        }

        var x = 1;
        foreach (var command in commands.Where(c => c is { HintRank: > 0, Keys.Count: > 0 }).OrderBy(c => c.HintRank))
        {
            var key = keyName(command.Keys[0]);
            var width = Glyphs.Width(key) + 1 + Glyphs.Width(command.Hint);
            if (x + width >= canvas.Width)
            {
                continue;
            }

            var can = command.WhyNot() is null;
            canvas.OnMouse(new Rect(x, 0, width, 1), command, mouse => Press(mouse, command));
            canvas.Write(x, 0, key, can ? Role.Key : Role.Dim);
            canvas.Write(x + width - Glyphs.Width(command.Hint), 0, command.Hint, can ? Role.None : Role.Dim);
            x += width + 2;
        }
    }

    private bool Press(MouseEvent mouse, Command command)
    {
        if (mouse.IsPress)
        {
            app.Run(command);
        }

        return mouse.IsPress;
    }
}
