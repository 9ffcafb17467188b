using MiaVoices.Terminal;
using MiaVoices.Terminal.Screen;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

/// <summary>Every screen in every palette on dark and on light: what is written can be read, and nothing is told by colour alone.</summary>
public sealed class ColoursTests : IDisposable
{
    private const double Least = 4.5;

    // Frames, bars, boxes of colour: the graphics of WCAG 2 (1.4.11).
    private const double LeastOfGraphics = 3;

    private static readonly int[] Sixteen =
    [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ];

    private readonly FullProject project = new();

    public void Dispose() => project.Dispose();

    public static TheoryData<ColorDepth, bool> Themes()
    {
        var themes = new TheoryData<ColorDepth, bool>();
        foreach (var depth in Enum.GetValues<ColorDepth>())
        {
            themes.Add(depth, false);
            themes.Add(depth, true);
        }

        return themes;
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void What_is_written_on_any_screen_can_be_read(ColorDepth depth, bool isLight)
    {
        var theme = Theme.Of(depth, isLight);
        var (ink, ground) = isLight ? (0x000000, 0xFFFFFF) : (0xE5E5E5, 0x000000);
        var pairs = Pairs(depth, isLight);
        Assert.True(pairs.Count > 20, $"only {pairs.Count} pairs of ink and fill");
        Assert.All(pairs, pair =>
        {
            var contrast = theme.ContrastOn(pair.Style, ink, ground, Sixteen);
            Assert.True(contrast >= (pair.IsGraphic ? LeastOfGraphics : Least), $"{pair.Style} {pair.Text}: {contrast:0.0}");
        });
    }

    [Fact]
    public void The_same_is_written_with_and_without_colours()
    {
        foreach (var (full, none) in Shown(ColorDepth.Full, isLight: false).Zip(Shown(ColorDepth.None, isLight: false)))
        {
            // The settings tell which colours there are.
            if (!Text(full).Contains("═ Inställningar ═", StringComparison.Ordinal))
            {
                Assert.Equal(Text(full), Text(none));
            }
        }
    }

    /// <summary>What a selection, a match, a field or a fault is told by besides its colour.</summary>
    [Fact]
    public void What_stands_out_does_so_without_colours()
    {
        Role[] inks = [Role.Title, Role.Key, Role.Focus, Role.Bad, Role.Match, Role.Dim];
        Role[] fills = [Role.Cursor, Role.Selection, Role.Chosen, Role.Field];
        Assert.All(inks, ink => Assert.True(Theme.ShowsWithoutColor(ink), $"{ink}"));
        Assert.All(fills, fill => Assert.True(Theme.ShowsWithoutColor(new Style(Role.None, fill)), $"{fill}"));
    }

    /// <summary>Good, warning and heat have no marks of their own: they are words, ticks or shades. The hue of a code is a box or a stroke, and its name stands beside it.</summary>
    [Fact]
    public void A_hue_is_never_the_only_thing_that_tells_a_code()
    {
        foreach (var buffer in Shown(ColorDepth.Full, isLight: false))
        {
            for (var y = 0; y < buffer.Height; y++)
            {
                for (var x = 0; x < buffer.Width; x++)
                {
                    var cell = buffer[x, y];
                    if (cell.Style.Ink is >= Role.Code0 and <= Role.Code11)
                    {
                        Assert.True(IsGraphic(cell), $"«{cell.Text}» is told apart by a hue: {buffer.RowText(y)}");
                    }

                    if (cell.Style.Fill is >= Role.Heat0 and <= Role.Heat9)
                    {
                        Assert.Contains(buffer.RowText(y), c => "░▒▓█".Contains(c, StringComparison.Ordinal));
                    }
                }
            }
        }
    }

    private HashSet<(Style Style, bool IsGraphic, string Text)> Pairs(ColorDepth depth, bool isLight)
    {
        var pairs = new Dictionary<(Style, bool), string>();
        foreach (var buffer in Shown(depth, isLight))
        {
            for (var y = 0; y < buffer.Height; y++)
            {
                for (var x = 0; x < buffer.Width; x++)
                {
                    var cell = buffer[x, y];
                    // The groove of a bar and the rules are decoration: nothing is lost without them.
                    if (cell.Width > 0 && cell.Text.Trim().Length > 0 && cell.Style.Ink != Role.Shade)
                    {
                        pairs.TryAdd((cell.Style, IsGraphic(cell)), cell.Text + " in " + buffer.RowText(y).Trim());
                    }
                }
            }
        }

        return [.. pairs.Select(p => (p.Key.Item1, p.Key.Item2, p.Value))];
    }

    /// <summary>Every screen as it begins, with a hit, a selection and with the lists and questions that lie over it.</summary>
    private IEnumerable<CellBuffer> Shown(ColorDepth depth, bool isLight)
    {
        using var screen = new ScreenDriver(project.Builder, depth: depth);
        screen.Driver.App.Theme = Theme.Of(depth, isLight);
        screen.Settle();
        foreach (var tab in screen.Main.Screens.Select(s => s.Id).ToList())
        {
            while (screen.Main.Current.IsTyping)
            {
                screen.Press("Escape");
            }

            screen.Open(tab);
            if (tab == "search")
            {
                yield return Copy(screen);
                screen.Type("kontakt").Press("Enter", "Space");
            }

            yield return Copy(screen);
            screen.Press("Tab", "Shift+Down");
            yield return Copy(screen);
            foreach (var key in new[] { "Ctrl+P", "F1", "F9" })
            {
                screen.Press(key);
                yield return Copy(screen);
                screen.Press("Escape");
            }
        }

        screen.Open("code").Press("Shift+Tab", "Enter");
        yield return Copy(screen);
        screen.Press("Escape").Open("codebook").Press("x");
        yield return Copy(screen);
    }

    private static CellBuffer Copy(ScreenDriver screen)
    {
        var painted = screen.Driver.App.Painted;
        var copy = new CellBuffer(painted.Width, painted.Height);
        var canvas = Canvas.Over(copy);
        for (var y = 0; y < painted.Height; y++)
        {
            for (var x = 0; x < painted.Width; x++)
            {
                if (painted[x, y].Width > 0)
                {
                    canvas.Write(x, y, painted[x, y].Text, painted[x, y].Style);
                }
            }
        }

        return copy;
    }

    private static string Text(CellBuffer buffer) => string.Join('\n', Enumerable.Range(0, buffer.Height).Select(buffer.RowText));

    private static bool IsGraphic(Cell cell) => cell.Text[0] is >= '\u2190' and <= '\u25FF' or ' ';
}
