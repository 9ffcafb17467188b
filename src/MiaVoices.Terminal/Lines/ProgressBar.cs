using System.Globalization;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Lines;

/// <summary>Draws a bar, a percentage and a label into one line that fits the terminal.</summary>
internal sealed class ProgressBar(TerminalFacts facts)
{
    private const int WidestBar = 30;
    private const int NarrowestBar = 5;
    private const int PercentWidth = 5;
    private const int LeastLabel = 10;

    // The last column stays free: writing into it makes some terminals begin a new line.
    private readonly int width = facts.Width - 1;

    /// <summary>The line: bar and percentage first, so that they stand still while the label changes.</summary>
    /// <param name="label">Any text.</param>
    /// <param name="fraction">The share that is done, 0 to 1.</param>
    public string Line(string label, double fraction)
    {
        if (width < PercentWidth)
        {
            return string.Empty;
        }

        // Rounded down: 100 % is not shown before all is done.
        var percent = ((int)Math.Floor(fraction * 100)).ToString(CultureInfo.InvariantCulture).PadLeft(3) + " %";
        var barWidth = Math.Min(WidestBar, width - PercentWidth - LeastLabel - 3);
        var line = barWidth < NarrowestBar ? percent : $"{Bar(fraction, barWidth)} {percent}";
        var room = width - Glyphs.Width(line) - 2;
        return room < 1 ? line : $"{line}  {Glyphs.Truncate(label, room, facts.SupportsUnicode ? Glyphs.Ellipsis : "...")}";
    }

    private string Bar(double fraction, int columns)
    {
        if (!facts.SupportsUnicode)
        {
            var done = (int)Math.Floor(fraction * (columns - 2));
            return $"[{new string('#', done)}{new string('-', columns - 2 - done)}]";
        }

        var halves = (int)Math.Floor(fraction * columns * 2);
        var bar = new string('█', halves / 2) + (halves % 2 == 1 ? "▌" : string.Empty);
        return bar + new string('░', columns - bar.Length);
    }
}
