namespace MiaVoices.Terminal.Screen;

/// <summary>Which colours the roles have on a kind of terminal and background. Immutable.</summary>
public sealed class Theme
{
    private readonly int[] inks = Filled();
    private readonly int[] fills = Filled();
    private readonly int[] inksOnFills = Filled();
    private readonly StyleMarks[] inkMarks = new StyleMarks[Roles.Count];
    private readonly StyleMarks[] fillMarks = new StyleMarks[Roles.Count];

    private Theme(ColorDepth depth, bool isLight)
    {
        Depth = depth;
        IsLight = isLight;
        // Marks as ink and as fill are told apart by what a role is for.
        foreach (var (role, marks) in Palette.Plain)
        {
            if (role is >= Role.Field and <= Role.Selection)
            {
                fillMarks[(int)role] = depth is ColorDepth.Sixteen or ColorDepth.None ? marks : StyleMarks.None;
            }
            else if (depth is ColorDepth.Sixteen or ColorDepth.None || role is Role.Title or Role.Match)
            {
                inkMarks[(int)role] = marks;
            }
        }

        if (depth == ColorDepth.Sixteen)
        {
            foreach (var (role, color) in isLight ? Palette.SixteenOnLight : Palette.SixteenOnDark)
            {
                inks[(int)role] = color;
            }
        }
        else if (depth != ColorDepth.None)
        {
            SetColors();
        }
    }

    /// <summary>How many colours it uses.</summary>
    public ColorDepth Depth { get; }

    /// <summary>Whether it is made for a light background.</summary>
    public bool IsLight { get; }

    /// <summary>The theme for a kind of terminal.</summary>
    /// <param name="depth">The colours that the terminal shows.</param>
    /// <param name="isLight">Whether its background is light.</param>
    public static Theme Of(ColorDepth depth, bool isLight) => new(depth, isLight);

    /// <summary>The contrast between a style's ink and its fill by WCAG 2, from 1 to 21; null where one of them is the terminal's own or of its sixteen.</summary>
    /// <param name="style">The style.</param>
    public double? Contrast(Style style)
    {
        var paint = Resolve(style);
        return RgbOf(paint.Ink) is { } ink && RgbOf(paint.Fill) is { } fill ? ContrastOf(ink, fill) : null;
    }

    /// <summary>The contrast between a style's ink and its fill by WCAG 2 on a terminal whose own colours are known; a faint mark is not counted in, since terminals do it differently.</summary>
    /// <param name="style">The style.</param>
    /// <param name="ink">Red, green and blue of the terminal's own ink.</param>
    /// <param name="ground">The same of its ground.</param>
    /// <param name="sixteen">The same of its sixteen colours.</param>
    public double ContrastOn(Style style, int ink, int ground, IReadOnlyList<int> sixteen)
    {
        ArgumentNullException.ThrowIfNull(sixteen);
        var paint = Resolve(style);
        return ContrastOf(Rgb(paint.Ink, ink), Rgb(paint.Fill, ground));

        int Rgb(int color, int own) => color == Paint.Own ? own : color < Paint.Index ? sixteen[color] : RgbOf(color) ?? sixteen[color - Paint.Index];
    }

    /// <summary>Whether a style can be told from ordinary text without any colour: by bold, underline, reverse and the like.</summary>
    /// <param name="style">The style.</param>
    public static bool ShowsWithoutColor(Style style) => Of(ColorDepth.None, isLight: false).Resolve(style).Marks != StyleMarks.None;

    /// <summary>The contrast between a role as ink and a ground by WCAG 2; null where the ink's colour is not known.</summary>
    /// <param name="ink">The role.</param>
    /// <param name="ground">Red, green and blue of the ground, a byte each.</param>
    public double? ContrastOn(Role ink, int ground) => RgbOf(Resolve(ink).Ink) is { } color ? ContrastOf(color, ground) : null;

    internal Paint Resolve(Style style)
    {
        var fill = (int)style.Fill;
        var own = inksOnFills[fill];
        // A strong fill brings its own ink: no other can be read on it.
        var ink = own != Paint.Own ? own : inks[(int)style.Ink];
        return new Paint(ink, fills[fill], style.Marks | inkMarks[(int)style.Ink] | fillMarks[fill]);
    }

    private void SetColors()
    {
        foreach (var entry in Palette.Inks)
        {
            inks[(int)entry.Role] = Color(entry);
        }

        foreach (var entry in Palette.SoftFills)
        {
            fills[(int)entry.Role] = Color(entry);
        }

        foreach (var entry in Palette.HeatFills)
        {
            var fill = Color(entry);
            fills[(int)entry.Role] = fill;
            inksOnFills[(int)entry.Role] = BlackOrWhite(RgbOf(fill)!.Value);
        }

        // A hue can be a fill too: a box in the colour of a code.
        for (var i = 0; i < Roles.Hues; i++)
        {
            var role = (int)Roles.Code(i);
            fills[role] = inks[role];
            inksOnFills[role] = BlackOrWhite(RgbOf(inks[role])!.Value);
        }
    }

    private int Color(Palette.Entry entry) => Depth == ColorDepth.Full
        ? Paint.Rgb + (IsLight ? entry.LightFull : entry.DarkFull)
        : Paint.Index + (IsLight ? entry.LightIndex : entry.DarkIndex);

    private int BlackOrWhite(int ground)
    {
        const int White = 0xFFFFFF;
        var white = ContrastOf(White, ground) > ContrastOf(0, ground);
        return Depth == ColorDepth.Full ? Paint.Rgb + (white ? White : 0) : Paint.Index + (white ? 231 : 16);
    }

    private static int? RgbOf(int color) => color >= Paint.Rgb ? color - Paint.Rgb : color >= Paint.Index + 16 ? Palette.RgbOf(color - Paint.Index) : null;

    private static double ContrastOf(int one, int other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(int rgb) => (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear((rgb >> 8) & 0xFF)) + (0.0722 * Linear(rgb & 0xFF));

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static int[] Filled()
    {
        var colors = new int[Roles.Count];
        Array.Fill(colors, Paint.Own);
        return colors;
    }
}
