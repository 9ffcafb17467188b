using System.Globalization;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>Bars whose length tells a share.</summary>
public static class Meter
{
    /// <summary>Draws a bar in half columns.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="x">Its first column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="share">0 to 1; what lies outside counts as the nearer end.</param>
    /// <param name="style">How the filled part looks.</param>
    /// <param name="hasGroove">Whether the rest is shown.</param>
    public static void Bar(Canvas canvas, int x, int y, int width, double share, Style style, bool hasGroove = true)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var halves = (int)Math.Floor(Math.Clamp(share, 0, 1) * Math.Max(0, width) * 2);
        if (hasGroove)
        {
            canvas.Fill(new Rect(x, y, width, 1), "░", Role.Shade);
        }

        canvas.Fill(new Rect(x, y, halves / 2, 1), "█", style);
        if (halves % 2 == 1)
        {
            canvas.Write(x + (halves / 2), y, "▌", style);
        }
    }

    /// <summary>Draws a bar with its percentage, and a label behind it, over the first row of a canvas.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="share">The share that is done, 0 to 1; null where it is not known.</param>
    /// <param name="label">What is going on.</param>
    public static void Progress(Canvas canvas, double? share, string label)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var width = Math.Clamp(canvas.Width / 3, 5, 30);
        Bar(canvas, 0, 0, width, share ?? 0, Role.Accent);
        // Rounded down: 100 % is not shown before all is done.
        var percent = share is { } known ? ((int)Math.Floor(Math.Clamp(known, 0, 1) * 100)).ToString(CultureInfo.InvariantCulture).PadLeft(3) + " %" : "  … ";
        var x = canvas.Write(width + 1, 0, percent);
        canvas.WriteWithin(x + 2, 0, canvas.Width - x - 2, label, Role.Dim);
    }
}
