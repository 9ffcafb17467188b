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

    /// <summary>The hue that comes nearest to a colour, so that it can be read on every ground; null for greys, which have no hue.</summary>
    /// <param name="rgb">Red, green and blue, a byte each.</param>
    public static Role? Nearest(int rgb) => HueOf(rgb) is not { } wanted
        ? null
        : Palette.Inks.Where(i => i.Role >= Role.Code0).MinBy(i => Apart(HueOf(i.DarkFull)!.Value, wanted)).Role;

    /// <summary>The step of heat of a share.</summary>
    /// <param name="share">0 to 1; what lies outside counts as the nearer end.</param>
    public static Role Heat(double share) => (Role)((int)Role.Heat0 + Math.Clamp((int)(share * HeatSteps), 0, HeatSteps - 1));

    private static double Apart(double one, double other) => Math.Abs(one - other) is var distance && distance > 180 ? 360 - distance : distance;

    // The angle on the colour wheel, 0 to 360 (HSV); what differs by less than a tenth between its channels counts as grey.
    private static double? HueOf(int rgb)
    {
        double red = (rgb >> 16) & 0xFF, green = (rgb >> 8) & 0xFF, blue = rgb & 0xFF;
        var (most, least) = (Math.Max(red, Math.Max(green, blue)), Math.Min(red, Math.Min(green, blue)));
        var spread = most - least;
        if (spread < 26)
        {
            return null;
        }

        var sixth = most == red ? (green - blue) / spread : most == green ? 2 + ((blue - red) / spread) : 4 + ((red - green) / spread);
        return ((sixth * 60) + 360) % 360;
    }
}
