using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>A frame with a title above and a line below.</summary>
public static class Box
{
    /// <summary>Draws a frame along the edge of a canvas: double where the keyboard is, so that it is seen without colours too.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="title">In the upper edge; empty for none.</param>
    /// <param name="footer">In the lower edge; empty for none.</param>
    /// <param name="hasFocus">Whether the keyboard is within.</param>
    /// <param name="titleEnd">At the right of the upper edge; empty for none.</param>
    /// <returns>The part inside.</returns>
    public static Canvas Draw(Canvas canvas, string title = "", string footer = "", bool hasFocus = false, string titleEnd = "")
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var (w, h) = (canvas.Width, canvas.Height);
        if (w >= 2 && h >= 2)
        {
            Style style = hasFocus ? Role.Focus : Role.Border;
            var signs = hasFocus ? "╔╗╚╝═║" : "┌┐└┘─│";
            string Sign(int i) => signs[i].ToString();
            canvas.Fill(new Rect(1, 0, w - 2, 1), Sign(4), style);
            canvas.Fill(new Rect(1, h - 1, w - 2, 1), Sign(4), style);
            canvas.Fill(new Rect(0, 1, 1, h - 2), Sign(5), style);
            canvas.Fill(new Rect(w - 1, 1, 1, h - 2), Sign(5), style);
            canvas.Write(0, 0, Sign(0), style);
            canvas.Write(w - 1, 0, Sign(1), style);
            canvas.Write(0, h - 1, Sign(2), style);
            canvas.Write(w - 1, h - 1, Sign(3), style);
            var end = titleEnd.Length == 0 ? w - 2 : Label(canvas, w - 2 - Glyphs.Width(titleEnd) - 2, 0, titleEnd, style, w - 2);
            Label(canvas, 2, 0, title, hasFocus ? new Style(Role.Title) : style, titleEnd.Length == 0 ? end : w - 4 - Glyphs.Width(titleEnd));
            Label(canvas, 2, h - 1, footer, style, w - 2);
        }

        return canvas.Part(canvas.Area.Inset(1, 1));
    }

    /// <summary>Draws a rule over a width, with a heading in it.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="y">The row.</param>
    /// <param name="heading">The heading; empty for none.</param>
    public static void Rule(Canvas canvas, int y, string heading = "")
    {
        ArgumentNullException.ThrowIfNull(canvas);
        canvas.Fill(new Rect(0, y, canvas.Width, 1), "─", Role.Border);
        Label(canvas, 2, y, heading, Role.Title, canvas.Width);
    }

    private static int Label(Canvas canvas, int x, int y, string text, Style style, int end)
    {
        if (text.Length == 0 || end - x < 4)
        {
            return x;
        }

        return canvas.Write(x, y, $" {Glyphs.Truncate(text, end - x - 2)} ", style);
    }
}
