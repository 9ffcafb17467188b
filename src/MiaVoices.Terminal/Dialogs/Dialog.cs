using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Terminal.Dialogs;

/// <summary>An answer that a <see cref="Dialog"/> offers.</summary>
/// <param name="Name">Its text.</param>
/// <param name="Run">Is done when it is chosen, after the dialog has gone.</param>
/// <param name="Key">A key that chooses it; null for none.</param>
/// <param name="IsDestructive">Whether it destroys something; such an answer is never chosen by default.</param>
public sealed record DialogButton(string Name, Action Run, KeyStroke? Key = null, bool IsDestructive = false)
{
    /// <summary>Tells why it cannot be chosen just now; null if it can.</summary>
    public Func<string?> WhyNot { get; init; } = () => null;
}

/// <summary>A question over a screen, with answers as buttons and perhaps a widget to fill in. Esc chooses the last answer.</summary>
public sealed class Dialog : Layer
{
    private const int WidestText = 72;
    private const int Chrome = 6;

    private readonly TerminalApp app;
    private readonly string title;
    private readonly string text;
    private readonly IReadOnlyList<DialogButton> buttons;
    private readonly IWidget? content;
    private readonly int contentRows;
    private bool isInContent;
    private int at;

    /// <summary>A dialog.</summary>
    /// <param name="app">The program.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">What it says; broken into lines.</param>
    /// <param name="buttons">The answers; the last one leaves everything as it was.</param>
    /// <param name="askedWith">The key that brought the dialog up, which must not be that of a destructive answer.</param>
    /// <param name="content">A widget between text and answers, which has the keyboard first; null for none.</param>
    /// <param name="contentRows">Its rows.</param>
    /// <exception cref="ArgumentException">There is no answer, the last one is destructive, or a destructive one has the key that asked.</exception>
    public Dialog(TerminalApp app, string title, string text, IReadOnlyList<DialogButton> buttons, KeyStroke? askedWith = null, IWidget? content = null, int contentRows = 0)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(buttons);
        if (buttons.Count == 0 || buttons[^1].IsDestructive || buttons.Any(b => b.IsDestructive && b.Key is not null && b.Key == askedWith))
        {
            throw new ArgumentException("A destructive answer would be too easily given", nameof(buttons));
        }

        this.app = app;
        this.title = title;
        this.text = text;
        this.buttons = buttons;
        this.content = content;
        this.contentRows = content is null ? 0 : contentRows;
        isInContent = content is not null;
        at = buttons.ToList().FindIndex(b => !b.IsDestructive);
    }

    /// <summary>What the lower edge says, such as keys that work in the widget; empty for nothing.</summary>
    public string Footer { get; init; } = "";

    /// <summary>Columns that it has at the least, where the terminal has them.</summary>
    public int LeastWidth { get; init; } = 40;

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var buttonsWidth = buttons.Sum(b => Glyphs.Width(ButtonText(b)) + 2);
        var width = Math.Min(canvas.Width - 2, Math.Max(Math.Max(LeastWidth, buttonsWidth + Chrome), Math.Min(WidestText + Chrome, Glyphs.Width(text) + Chrome)));
        var lines = Glyphs.Wrap(text, Math.Max(2, width - Chrome));
        var height = lines.Count + contentRows + (contentRows > 0 ? 1 : 0) + 5;
        var box = canvas.Part(canvas.Area.Centered(width, height));
        box.Clear();
        box.OnMouse(box.Area, this, mouse => true);
        var inner = Box.Draw(box, title, Footer, hasFocus: true);
        inner = inner.Part(inner.Area.Inset(2, 0));
        // Where the terminal is too low, the answers matter most.
        var (buttonRow, rest) = inner.Area.CutBottom(1);
        for (var i = 0; i < lines.Count && i + 1 < rest.Height; i++)
        {
            inner.Write(0, i + 1, lines[i]);
        }

        if (content is not null)
        {
            var part = inner.Part(rest.CutBottom(contentRows + 1).Cut.CutTop(contentRows).Cut);
            content.Draw(part, isInContent);
            part.OnMouse(part.Area, this, PressContent);
        }

        DrawButtons(inner.Part(buttonRow));
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (isInContent && content!.Handle(input))
        {
            return true;
        }

        if (input is not KeyEvent { Stroke: var stroke })
        {
            return true;
        }

        var byKey = buttons.FirstOrDefault(b => b.Key == stroke);
        if (byKey is not null || stroke.Is(Key.Escape))
        {
            Choose(byKey ?? buttons[^1]);
            return true;
        }

        switch (stroke.Key)
        {
            case Key.Enter when stroke.Modifiers == KeyModifiers.None:
                Choose(buttons[at]);
                break;
            case Key.Tab or Key.Right or Key.Down when isInContent:
                isInContent = false;
                break;
            case Key.Tab when content is not null && at == (stroke.Modifiers == KeyModifiers.Shift ? 0 : buttons.Count - 1):
                (isInContent, at) = (true, 0);
                break;
            case Key.Right or Key.Left or Key.Tab:
                var back = stroke.Key == Key.Left || stroke.Modifiers == KeyModifiers.Shift;
                at = (at + (back ? buttons.Count - 1 : 1)) % buttons.Count;
                break;
        }

        // Nothing gets past a question.
        return true;
    }

    // Gives it the keyboard and leaves the rest to it.
    private bool PressContent(MouseEvent mouse)
    {
        isInContent |= mouse.IsPress;
        return false;
    }

    private void DrawButtons(Canvas canvas)
    {
        var x = 0;
        for (var i = 0; i < buttons.Count; i++)
        {
            var button = buttons[i];
            var label = ButtonText(button);
            Style style = button.WhyNot() is not null ? Role.Dim : button.IsDestructive ? Role.Bad : Role.None;
            var hasFocus = i == at && !isInContent;
            var next = canvas.Write(x, 0, label, hasFocus ? style.On(Role.Cursor).Bold : style);
            canvas.OnMouse(new Rect(x, 0, next - x, 1), button, mouse => Press(mouse, button));
            x = next + 2;
        }
    }

    private static string ButtonText(DialogButton button) => button.Key is { IsText: true } key ? $"[ {key}  {button.Name} ]" : $"[ {button.Name} ]";

    private bool Press(MouseEvent mouse, DialogButton button)
    {
        if (mouse.IsPress)
        {
            Choose(button);
        }

        return mouse.IsPress;
    }

    private void Choose(DialogButton button)
    {
        if (button.WhyNot() is null)
        {
            app.Pop(this);
            button.Run();
        }
    }
}
