namespace MiaVoices.Terminal.Screen;

/// <summary>What a colour is for. A theme says which colour that is, as ink and as fill; without colours some roles become bold, underlined or reversed.</summary>
public enum Role : byte
{
    /// <summary>The terminal's own: ordinary text on its background.</summary>
    None,

    /// <summary>Text that matters less.</summary>
    Dim,

    /// <summary>Headings.</summary>
    Title,

    /// <summary>What stands out.</summary>
    Accent,

    /// <summary>Names of keys.</summary>
    Key,

    /// <summary>Frames.</summary>
    Border,

    /// <summary>The frame of the part that has the keyboard.</summary>
    Focus,

    /// <summary>What went well.</summary>
    Good,

    /// <summary>What needs care.</summary>
    Warning,

    /// <summary>What failed or destroys.</summary>
    Bad,

    /// <summary>What a search found.</summary>
    Match,

    /// <summary>The groove of a scroll bar, rules.</summary>
    Shade,

    /// <summary>Fill of a place to write in.</summary>
    Field,

    /// <summary>Fill of rows such as tabs.</summary>
    Bar,

    /// <summary>Fill of the selected row in a part without the keyboard.</summary>
    Chosen,

    /// <summary>Fill of the selected row in the part with the keyboard.</summary>
    Cursor,

    /// <summary>Fill of selected text.</summary>
    Selection,

    /// <summary>The first of ten steps of heat, the faintest.</summary>
    Heat0,

    /// <summary>The last step of heat.</summary>
    Heat9 = Heat0 + 9,

    /// <summary>The first of twelve hues.</summary>
    Code0,

    /// <summary>The last hue.</summary>
    Code11 = Code0 + 11,
}

/// <summary>Roles by number.</summary>
public static class Roles
{
    /// <summary>How many hues there are.</summary>
    public const int Hues = 12;

    /// <summary>How many steps of heat there are.</summary>
    public const int HeatSteps = 10;

    internal const int Count = (int)Role.Code11 + 1;

    /// <summary>A hue; numbers beyond the last begin anew.</summary>
    /// <param name="number">From 0.</param>
    public static Role Code(int number) => (Role)((int)Role.Code0 + (((number % Hues) + Hues) % Hues));

    /// <summary>The step of heat of a share.</summary>
    /// <param name="share">0 to 1; what lies outside counts as the nearer end.</param>
    public static Role Heat(double share) => (Role)((int)Role.Heat0 + Math.Clamp((int)(share * HeatSteps), 0, HeatSteps - 1));
}
