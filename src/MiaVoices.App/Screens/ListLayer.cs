using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens;

/// <summary>A list in a box over the screen. Esc, Left and a press outside close it, and no key gets past it.</summary>
/// <param name="desk">What the screens share.</param>
/// <param name="title">The title of the box.</param>
internal abstract class ListLayer(Desk desk, string title) : Layer
{
    /// <summary>The widest that the box becomes, in columns.</summary>
    protected const int WidestBox = 110;

    /// <summary>What the screens share.</summary>
    protected Desk Desk { get; } = desk;

    /// <summary>The list.</summary>
    protected abstract ListView List { get; }

    /// <summary>The keys, told in the lower edge of the box.</summary>
    protected abstract string Keys { get; }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke } && (stroke.Is(Key.Escape) || stroke.Is(Key.Left)))
        {
            Desk.App.Pop(this);
            return true;
        }

        // Nothing gets past it.
        return List.Handle(input) || input is KeyEvent;
    }

    /// <inheritdoc/>
    public override void PressedOutside() => Desk.App.Pop(this);

    /// <summary>Draws the box with the list, as high as its rows need and the screen allows.</summary>
    /// <param name="canvas">The screen.</param>
    /// <param name="rows">Rows of the screen that the list fills.</param>
    protected void DrawBox(Canvas canvas, int rows)
    {
        var box = canvas.Part(canvas.Area.Centered(Math.Min(WidestBox, canvas.Width - 2), Math.Min(canvas.Height - 2, rows + 2)));
        box.Clear();
        box.OnMouse(box.Area, this, _ => true);
        List.Draw(Box.Draw(box, title, Keys, hasFocus: true), hasFocus: true);
    }
}
