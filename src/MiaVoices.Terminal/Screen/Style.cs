namespace MiaVoices.Terminal.Screen;

/// <summary>How characters stand out besides their colour.</summary>
[Flags]
public enum StyleMarks : byte
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Faint.</summary>
    Dim = 2,

    /// <summary>Italic; not every terminal has it.</summary>
    Italic = 4,

    /// <summary>Underlined.</summary>
    Underline = 8,

    /// <summary>Ink and fill change places.</summary>
    Reverse = 16,

    /// <summary>Struck through; not every terminal has it.</summary>
    Strike = 32,
}

/// <summary>How a cell looks, by roles. The default is the terminal's own.</summary>
/// <param name="Ink">What the characters are for.</param>
/// <param name="Fill">What the background is for.</param>
/// <param name="Marks">What else makes it stand out.</param>
public readonly record struct Style(Role Ink = Role.None, Role Fill = Role.None, StyleMarks Marks = StyleMarks.None)
{
    /// <summary>This style with another laid over it: what the other leaves open stays.</summary>
    /// <param name="over">The upper style.</param>
    public Style With(Style over) => new(over.Ink == Role.None ? Ink : over.Ink, over.Fill == Role.None ? Fill : over.Fill, Marks | over.Marks);

    /// <summary>This style on a fill.</summary>
    /// <param name="fill">The fill.</param>
    public Style On(Role fill) => this with { Fill = fill };

    /// <summary>This style in bold.</summary>
    public Style Bold => this with { Marks = Marks | StyleMarks.Bold };

    /// <summary>This style underlined.</summary>
    public Style Underlined => this with { Marks = Marks | StyleMarks.Underline };

    /// <summary>Ink, fill and marks; the generated text would go on without an end through the styles that a style gives.</summary>
    public override string ToString() => $"{Ink} on {Fill} {Marks}";

    /// <summary>A role as ink.</summary>
    /// <param name="ink">The role.</param>
    public static implicit operator Style(Role ink) => FromRole(ink);

    /// <summary>A role as ink.</summary>
    /// <param name="ink">The role.</param>
    public static Style FromRole(Role ink) => new(ink);
}
