namespace MiaVoices.Terminal.Lines;

/// <summary>A colour of the terminal's own palette, so that it suits the background that a person has chosen.</summary>
public enum TextColor
{
    /// <summary>The colour of ordinary text.</summary>
    Usual = 0,

    /// <summary>Red, for what failed.</summary>
    Red = 31,

    /// <summary>Green, for what succeeded.</summary>
    Green = 32,

    /// <summary>Yellow, for warnings.</summary>
    Yellow = 33,

    /// <summary>Blue.</summary>
    Blue = 34,

    /// <summary>Magenta.</summary>
    Magenta = 35,

    /// <summary>Cyan.</summary>
    Cyan = 36,
}

/// <summary>How a stretch of text stands out. The default value is ordinary text.</summary>
/// <param name="IsBold">Bold.</param>
/// <param name="IsDim">Fainter than ordinary text.</param>
/// <param name="IsUnderlined">Underlined.</param>
/// <param name="Color">Its colour; never the only bearer of a meaning.</param>
public readonly record struct TextStyle(bool IsBold = false, bool IsDim = false, bool IsUnderlined = false, TextColor Color = TextColor.Usual)
{
    /// <summary>Bold text.</summary>
    public static TextStyle Bold { get; } = new(IsBold: true);

    /// <summary>Faint text.</summary>
    public static TextStyle Dim { get; } = new(IsDim: true);

    /// <summary>Underlined text.</summary>
    public static TextStyle Underline { get; } = new(IsUnderlined: true);

    /// <summary>How a match stands out from the text around it.</summary>
    public static TextStyle Match { get; } = new(IsBold: true, IsUnderlined: true);

    /// <summary>This style with what another adds; the other's colour wins if it has one.</summary>
    /// <param name="other">What is added.</param>
    public TextStyle With(TextStyle other) => new(
        IsBold || other.IsBold,
        IsDim || other.IsDim,
        IsUnderlined || other.IsUnderlined,
        other.Color == TextColor.Usual ? Color : other.Color);
}
