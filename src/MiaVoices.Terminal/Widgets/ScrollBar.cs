using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>A column that tells which part of something is seen, and that the mouse can press and drag.</summary>
public sealed class ScrollBar
{
    private const string Groove = "░";
    private const string Thumb = "█";

    private int height = 1;
    private int thumbRows = 1;
    private int thumbTop;
    private double pageShare;
    private int? grabbedAt;

    /// <summary>Called with the share, 0 to 1, that should be the first seen.</summary>
    public Action<double>? Moved { get; set; }

    /// <summary>Draws it into the first column of a canvas.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="first">The share that the first row seen stands at, 0 to 1.</param>
    /// <param name="last">The share that the end of the last row seen stands at, 0 to 1.</param>
    public void Draw(Canvas canvas, double first, double last)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        height = canvas.Height;
        if (height == 0)
        {
            return;
        }

        pageShare = Math.Clamp(last - first, 0, 1);
        thumbRows = Math.Clamp((int)Math.Round(pageShare * height), 1, height);
        // The ends are shown only when they are reached, as far as there are rows to tell them apart.
        var lowest = height - thumbRows;
        var least = Math.Min(1, lowest);
        thumbTop = first <= 0 ? 0 : last >= 1 ? lowest : Math.Clamp((int)Math.Round(first * height), least, Math.Max(least, lowest - 1));
        canvas.Fill(new Rect(0, 0, 1, height), Groove, Role.Shade);
        canvas.Fill(new Rect(0, thumbTop, 1, thumbRows), Thumb, Role.Border);
        canvas.OnMouse(new Rect(0, 0, 1, height), this, Handle);
    }

    private bool Handle(MouseEvent mouse)
    {
        switch (mouse.Action)
        {
            case MouseAction.Press when mouse.Button == MouseButton.Left:
                grabbedAt = mouse.Y >= thumbTop && mouse.Y < thumbTop + thumbRows ? mouse.Y - thumbTop : thumbRows / 2;
                if (mouse.Y < thumbTop || mouse.Y >= thumbTop + thumbRows)
                {
                    MoveTo(mouse.Y);
                }

                return true;
            case MouseAction.Drag when grabbedAt is not null:
                MoveTo(mouse.Y);
                return true;
            case MouseAction.Release:
                grabbedAt = null;
                return true;
            default:
                return false;
        }
    }

    // At the bottom of the groove stands the end, whatever was rounded on the way.
    private void MoveTo(int y)
    {
        var lowest = height - thumbRows;
        var row = Math.Clamp(y - (grabbedAt ?? 0), 0, lowest);
        Moved?.Invoke(row == lowest ? 1 : (double)row / lowest * (1 - pageShare));
    }
}
