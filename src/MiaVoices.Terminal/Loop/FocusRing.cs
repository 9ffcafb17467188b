using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Terminal.Loop;

/// <summary>The parts of a screen of which one has the keyboard. Tab goes to the next, Shift+Tab to the one before.</summary>
public sealed class FocusRing
{
    private readonly List<IWidget> widgets = [];
    private int at;

    /// <summary>A ring of widgets; the first has the keyboard.</summary>
    /// <param name="widgets">The widgets in order.</param>
    public FocusRing(params IReadOnlyList<IWidget> widgets)
    {
        this.widgets.AddRange(widgets);
    }

    /// <summary>The widget that has the keyboard, or null if there are none.</summary>
    public IWidget? Current => at < widgets.Count ? widgets[at] : null;

    /// <summary>Whether a widget has the keyboard.</summary>
    /// <param name="widget">The widget.</param>
    public bool Has(IWidget widget) => ReferenceEquals(Current, widget);

    /// <summary>Gives a widget the keyboard; one that is not in the ring changes nothing.</summary>
    /// <param name="widget">The widget.</param>
    public void Give(IWidget widget)
    {
        var found = widgets.IndexOf(widget);
        at = found < 0 ? at : found;
    }

    /// <summary>Draws a widget over the whole canvas; a press of the mouse there gives it the keyboard.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="widget">The widget.</param>
    public void Draw(Canvas canvas, IWidget widget)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(widget);
        widget.Draw(canvas, Has(widget));
        canvas.OnMouse(canvas.Area, this, mouse =>
        {
            if (mouse.Action == MouseAction.Press)
            {
                Give(widget);
            }

            // What the press means is for the widget below.
            return false;
        });
    }

    /// <summary>Changes which widgets there are; the one with the keyboard keeps it if it is still there.</summary>
    /// <param name="now">The widgets in order.</param>
    public void Set(IEnumerable<IWidget> now)
    {
        var current = Current;
        widgets.Clear();
        widgets.AddRange(now);
        at = current is null ? 0 : Math.Max(0, widgets.IndexOf(current));
    }

    /// <summary>Offers a key to the widget with the keyboard, and moves on with Tab.</summary>
    /// <param name="input">What was done.</param>
    /// <returns>Whether it was taken.</returns>
    public bool Handle(InputEvent input)
    {
        if (Current?.Handle(input) == true)
        {
            return true;
        }

        if (widgets.Count < 2 || input is not KeyEvent { Stroke: { Key: Key.Tab, Modifiers: KeyModifiers.None or KeyModifiers.Shift } stroke })
        {
            return false;
        }

        var step = stroke.Modifiers == KeyModifiers.Shift ? widgets.Count - 1 : 1;
        at = (at + step) % widgets.Count;
        return true;
    }
}
