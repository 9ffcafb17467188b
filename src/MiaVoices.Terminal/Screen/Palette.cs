namespace MiaVoices.Terminal.Screen;

/// <summary>
/// The colours of the roles, chosen by hand. Inks were taken in OKLCH at a lightness that gives a contrast of 4.5 (WCAG 2) and
/// more on black, on the usual dark grounds and on the soft fills, or on white and the usual light grounds; the columns are 24-bit
/// and 256-colour index, dark and light.
/// </summary>
internal static class Palette
{
    /// <summary>A role's colour in the four ways.</summary>
    public readonly record struct Entry(Role Role, int DarkFull, int DarkIndex, int LightFull, int LightIndex);

    /// <summary>Roles used as ink.</summary>
    public static Entry[] Inks { get; } =
    [
        new(Role.Dim, 0xABB1BA, 249, 0x595E66, 59),
        new(Role.Title, 0xEEEEEE, 255, 0x161616, 233),
        new(Role.Accent, 0x80C5FF, 117, 0x005C94, 24),
        new(Role.Key, 0x65E0E7, 80, 0x04585C, 23),
        new(Role.Border, 0x7F8793, 102, 0x6B727E, 242),
        new(Role.Focus, 0x71BFFF, 111, 0x02629C, 25),
        new(Role.Good, 0x75DF8F, 114, 0x03642B, 22),
        new(Role.Warning, 0xFAC053, 214, 0x654702, 58),
        new(Role.Bad, 0xFF8A83, 210, 0xAC3031, 124),
        new(Role.Match, 0xFFD24C, 221, 0x695200, 58),
        new(Role.Shade, 0x6B727E, 243, 0x979FAB, 247),
        .. Hues(
            [0xFF958E, 0xFFA571, 0xFCB442, 0xE8D34F, 0xAADE70, 0x68E099, 0x00E9D7, 0x0ADBFE, 0x80C5FF, 0xABB9FE, 0xD1A9FF, 0xFF96D3],
            [210, 216, 214, 185, 149, 78, 44, 45, 117, 147, 183, 212],
            [0xA83634, 0x934302, 0x7A5103, 0x625600, 0x406500, 0x016D3C, 0x04665E, 0x046677, 0x02629C, 0x4851B0, 0x7241A0, 0x9B3876],
            [124, 130, 94, 58, 22, 29, 30, 24, 26, 56, 91, 162]),
    ];

    /// <summary>Fills on which every ink can be read.</summary>
    public static Entry[] SoftFills { get; } =
    [
        new(Role.Field, 0x2A2A30, 235, 0xEEEEF2, 255),
        new(Role.Bar, 0x262B38, 235, 0xE8ECF3, 255),
        new(Role.Chosen, 0x303038, 236, 0xDFE2E8, 254),
        new(Role.Cursor, 0x33405C, 237, 0xCFDDF5, 189),
        new(Role.Selection, 0x33405C, 237, 0xCFDDF5, 189),
    ];

    /// <summary>Fills that bring their own ink, black or white. Their lightness rises, or on light grounds falls, from step to step.</summary>
    public static Entry[] HeatFills { get; } = Steps(
        [0x1C2735, 0x2C334B, 0x413E60, 0x5A4773, 0x775080, 0x965988, 0xB56289, 0xD46D83, 0xF07B76, 0xFF936D],
        [235, 237, 239, 60, 96, 132, 168, 174, 210, 216],
        [0xEAF3FE, 0xD6E0FE, 0xCDCBF6, 0xC9B5E7, 0xC89ED3, 0xC887B9, 0xC67198, 0xC15C72, 0xB84846, 0xA83902],
        [255, 254, 189, 182, 176, 175, 168, 167, 131, 124]);

    /// <summary>
    /// The sixteen colours of the terminal, whose shades are the person's. Only those that the usual shades make readable: on dark the
    /// bright ones without blue, on light the plain ones without green, yellow and cyan. What is left out has the terminal's own ink.
    /// </summary>
    public static (Role Role, int Color)[] SixteenOnDark { get; } =
    [
        (Role.Accent, 14), (Role.Key, 14), (Role.Focus, 14), (Role.Good, 10), (Role.Warning, 11), (Role.Bad, 9), (Role.Match, 11),
        .. new[] { 9, 11, 10, 14, 13, 15, 9, 11, 10, 14, 13, 15 }.Select((color, i) => (Roles.Code(i), color)),
    ];

    /// <inheritdoc cref="SixteenOnDark"/>
    public static (Role Role, int Color)[] SixteenOnLight { get; } =
    [
        (Role.Accent, 4), (Role.Key, 4), (Role.Focus, 4), (Role.Warning, 5), (Role.Bad, 1), (Role.Match, 5),
        .. new[] { 1, 4, 5, 0, 1, 4, 5, 0, 1, 4, 5, 0 }.Select((color, i) => (Roles.Code(i), color)),
    ];

    /// <summary>What a role looks like where its colour says too little or is not to be had.</summary>
    public static (Role Role, StyleMarks Marks)[] Plain { get; } =
    [
        (Role.Dim, StyleMarks.Dim), (Role.Title, StyleMarks.Bold), (Role.Accent, StyleMarks.Bold), (Role.Key, StyleMarks.Bold),
        (Role.Focus, StyleMarks.Bold), (Role.Bad, StyleMarks.Bold), (Role.Match, StyleMarks.Bold | StyleMarks.Underline),
        (Role.Shade, StyleMarks.Dim), (Role.Field, StyleMarks.Underline), (Role.Chosen, StyleMarks.Underline),
        (Role.Cursor, StyleMarks.Reverse), (Role.Selection, StyleMarks.Reverse),
    ];

    /// <summary>Red, green and blue of an index of 16 and more, which no terminal changes.</summary>
    public static int RgbOf(int index)
    {
        if (index >= 232)
        {
            var grey = 8 + (10 * (index - 232));
            return (grey << 16) | (grey << 8) | grey;
        }

        ReadOnlySpan<int> levels = [0, 95, 135, 175, 215, 255];
        var cube = index - 16;
        return (levels[cube / 36] << 16) | (levels[cube / 6 % 6] << 8) | levels[cube % 6];
    }

    private static Entry[] Hues(int[] darkFull, int[] darkIndex, int[] lightFull, int[] lightIndex) => From(Role.Code0, darkFull, darkIndex, lightFull, lightIndex);

    private static Entry[] Steps(int[] darkFull, int[] darkIndex, int[] lightFull, int[] lightIndex) => From(Role.Heat0, darkFull, darkIndex, lightFull, lightIndex);

    private static Entry[] From(Role first, int[] darkFull, int[] darkIndex, int[] lightFull, int[] lightIndex) =>
        [.. darkFull.Select((full, i) => new Entry((Role)((int)first + i), full, darkIndex[i], lightFull[i], lightIndex[i]))];
}
