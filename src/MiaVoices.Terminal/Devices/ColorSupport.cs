namespace MiaVoices.Terminal.Devices;

/// <summary>Decides from the environment how many colours may be used and on which kind of background. Does no I/O.</summary>
public static class ColorSupport
{
    private static readonly string[] FullTerms = ["kitty", "alacritty", "wezterm", "foot", "ghostty", "-direct", "truecolor"];

    /// <summary>The colours that a terminal shows, as far as the environment tells.</summary>
    /// <param name="variable">Gives an environment variable, or null where it is unset. NO_COLOR, COLORTERM, TERM, TERM_PROGRAM and WT_SESSION are asked for.</param>
    /// <param name="onWindows">Whether the system is Windows, whose consoles since Windows 10 show every colour.</param>
    public static ColorDepth Depth(Func<string, string?> variable, bool onWindows)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var term = variable("TERM") ?? "";
        // By the convention (no-color.org) an empty NO_COLOR counts as unset.
        if (!string.IsNullOrEmpty(variable("NO_COLOR")) || Is(term, "dumb"))
        {
            return ColorDepth.None;
        }

        var colorTerm = variable("COLORTERM") ?? "";
        if (Has(colorTerm, "truecolor") || Has(colorTerm, "24bit") || !string.IsNullOrEmpty(variable("WT_SESSION")) || FullTerms.Any(t => Has(term, t)))
        {
            return ColorDepth.Full;
        }

        // COLORTERM does not cross ssh, the name of the terminal does.
        if (Has(term, "256color") || Is(variable("TERM_PROGRAM") ?? "", "Apple_Terminal"))
        {
            return ColorDepth.Indexed;
        }

        return term.Length > 0 ? ColorDepth.Sixteen : onWindows ? ColorDepth.Full : ColorDepth.None;
    }

    /// <summary>Whether the background is told to be light: the last number of COLORFGBG is 7 or 9 to 15.</summary>
    /// <param name="variable">Gives an environment variable, or null where it is unset.</param>
    public static bool IsLight(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var last = (variable("COLORFGBG") ?? "").Split(';')[^1];
        return last is "7" or "9" or "10" or "11" or "12" or "13" or "14" or "15";
    }

    private static bool Is(string text, string value) => string.Equals(text, value, StringComparison.Ordinal);

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
