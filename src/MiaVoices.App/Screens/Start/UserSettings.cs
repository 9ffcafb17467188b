using MiaVoices.Terminal;

namespace MiaVoices.App.Screens.Start;

/// <summary>How a person wants the screen. Immutable.</summary>
internal sealed record UserSettings
{
    /// <summary>The colours; null for what the terminal tells of itself.</summary>
    public ColorDepth? Palette { get; init; }

    /// <summary>Whether the colours are for a light ground; null for what the terminal tells of itself.</summary>
    public bool? IsLight { get; init; }

    /// <summary>Whether frames and arrows are drawn by characters that every font has.</summary>
    public bool Ascii { get; init; }

    /// <summary>Whether the last row tells the keys.</summary>
    public bool Hints { get; init; } = true;

    /// <summary>Whether the program hears of the mouse; otherwise it is the terminal's own, for selecting there.</summary>
    public bool Mouse { get; init; } = true;

    /// <summary>The settings as lines of a file.</summary>
    public IEnumerable<string> Lines() =>
    [
        "palette = " + (Palette is { } palette ? Word(palette) : "auto"),
        "ground = " + (IsLight is { } light ? light ? "light" : "dark" : "auto"),
        "ascii = " + (Ascii ? "1" : "0"),
        "hints = " + (Hints ? "1" : "0"),
        "mouse = " + (Mouse ? "1" : "0"),
    ];

    /// <summary>These settings with what lines of a file say; what cannot be read is passed over.</summary>
    public UserSettings With(IEnumerable<string> lines)
    {
        var settings = this;
        foreach (var line in lines)
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
            {
                settings = settings.With(line[..at].Trim(), line[(at + 1)..].Trim());
            }
        }

        return settings;
    }

    /// <summary>These settings with one of another value; a value that means nothing changes nothing.</summary>
    public UserSettings With(string name, string value) => (name, value) switch
    {
        ("palette", "auto") => this with { Palette = null },
        ("palette", _) when Enum.GetValues<ColorDepth>().Where(d => Word(d) == value).ToList() is [var depth] => this with { Palette = depth },
        ("ground", "auto") => this with { IsLight = null },
        ("ground", "light" or "dark") => this with { IsLight = value == "light" },
        ("ascii", "0" or "1") => this with { Ascii = value == "1" },
        ("hints", "0" or "1") => this with { Hints = value == "1" },
        ("mouse", "0" or "1") => this with { Mouse = value == "1" },
        _ => this,
    };

    /// <summary>A palette in the words of the file and of the environment.</summary>
    public static string Word(ColorDepth depth) => depth switch { ColorDepth.Full => "full", ColorDepth.Indexed => "256", ColorDepth.Sixteen => "16", _ => "none" };
}
