using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Terminal;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Screen;

public sealed class RendererTests
{
    private static readonly string[] Texts =
    [
        "hej", "blåbärsgröt", " ", "          ", "漢字", "a漢b", "👩‍💻", "❤️", "☎", "1️⃣", "🇸🇪", "e\u0301a", "क्षि", "─┼─", "▎", "😀", "x\u001b[31my", "ord ord ord", "字字字字字字字字字字字",
    ];

    [Fact]
    public void Random_frames_come_back_equal_from_the_terminal()
    {
        foreach (var depth in Enum.GetValues<ColorDepth>())
        {
            Prop.ForAll(Arb.From(Frames), frames =>
            {
                const int Width = 23;
                const int Height = 5;
                var renderer = new Renderer(Theme.Of(depth, isLight: false));
                var terminal = new VtEmulator(Width, Height);
                var buffer = new CellBuffer(Width, Height);
                foreach (var frame in frames)
                {
                    Draw(buffer, frame);
                    terminal.Feed(renderer.Render(buffer, null).Span);
                    // A terminal that has seen only this frame shows the same.
                    var fresh = new VtEmulator(Width, Height);
                    fresh.Feed(new Renderer(Theme.Of(depth, isLight: false)).Render(buffer, null).Span);
                    for (var i = 0; i < Width * Height; i++)
                    {
                        var (x, y) = (i % Width, i / Width);
                        if (!IsShown(terminal, buffer, x, y) || (terminal[x, y].Pen != fresh[x, y].Pen && terminal[x, y].Text.Length > 0))
                        {
                            return false.Label($"{x},{y}: {terminal[x, y]} for {buffer[x, y].Text}, {fresh[x, y]}");
                        }
                    }
                }

                return true.ToProperty();
            }).Holds(400);
        }
    }

    [Fact]
    public void Where_a_terminal_measures_emoji_otherwise_everything_else_is_still_right()
    {
        Prop.ForAll(Arb.From(Frames), frames =>
        {
            const int Width = 23;
            const int Height = 5;
            var renderer = new Renderer(Theme.Of(ColorDepth.None, isLight: false));
            var terminal = new VtEmulator(Width, Height, disagreesOnEmoji: true);
            var buffer = new CellBuffer(Width, Height);
            foreach (var frame in frames)
            {
                Draw(buffer, frame);
                terminal.Feed(renderer.Render(buffer, null).Span);
            }

            return Enumerable.Range(0, Width * Height).All(i => IsEmojiNear(buffer, i % Width, i / Width) || IsShown(terminal, buffer, i % Width, i / Width));
        }).Holds(400);
    }

    [Fact]
    public void An_unchanged_frame_costs_no_byte_and_a_moved_caret_few()
    {
        var renderer = new Renderer(Theme.Of(ColorDepth.Full, isLight: false));
        var buffer = new CellBuffer(200, 60);
        Canvas.Over(buffer).Fill(new Rect(0, 0, 200, 60), "x", Role.Accent);
        Assert.NotEqual(0, renderer.Render(buffer, (3, 3)).Length);
        Assert.Equal(0, renderer.Render(buffer, (3, 3)).Length);
        Assert.InRange(renderer.Render(buffer, (199, 59)).Length, 1, 10);
        Assert.InRange(renderer.Render(buffer, null).Length, 1, 10);
        Assert.Equal(0, renderer.Render(buffer, null).Length);
    }

    [Fact]
    public void One_changed_cell_costs_few_bytes()
    {
        var renderer = new Renderer(Theme.Of(ColorDepth.Full, isLight: false));
        var buffer = new CellBuffer(200, 60);
        var canvas = Canvas.Over(buffer);
        canvas.Fill(canvas.Area, "x", Role.Accent);
        renderer.Render(buffer, (3, 3));
        canvas.Write(100, 30, "y", Role.Accent);
        Assert.InRange(renderer.Render(buffer, (3, 3)).Length, 1, 60);
    }

    [Fact]
    public void What_could_command_the_terminal_never_reaches_it()
    {
        var everything = string.Concat(Enumerable.Range(0, 0x2100).Select(i => (char)i)) + "\u202e\u2066\ufeff\ufff9";
        var buffer = new CellBuffer(4000, 1);
        for (var start = 0; start < everything.Length; start += 3000)
        {
            Canvas.Over(buffer).Write(0, 0, everything.Substring(start, Math.Min(3000, everything.Length - start)));
            // The emulator throws on any control that it does not know.
            new VtEmulator(4000, 1).Feed(new Renderer(Theme.Of(ColorDepth.None, isLight: false)).Render(buffer, null).Span);
        }
    }

    private static Gen<IList<IList<(int X, int Y, int Text, int Style, int Cut)>>> Frames =>
        (from x in Gen.Choose(-4, 24)
         from y in Gen.Choose(0, 4)
         from text in Gen.Choose(0, Texts.Length - 1)
         from style in Gen.Choose(0, 5)
         from cut in Gen.Choose(0, 30)
         select (x, y, text, style, cut)).ListOf().Select(l => (IList<(int, int, int, int, int)>)[.. l]).ListOf().Select(l => (IList<IList<(int, int, int, int, int)>>)[.. l]);

    private static void Draw(CellBuffer buffer, IList<(int X, int Y, int Text, int Style, int Cut)> frame)
    {
        Style[] styles = [default, Role.Accent, new Style(Role.None, Role.Cursor), new Style(Role.Code0, Role.Field, StyleMarks.Bold), new Style(Role.None, Role.Heat9), new Style(Role.Match)];
        buffer.Clear();
        foreach (var (x, y, text, style, cut) in frame)
        {
            var canvas = Canvas.Over(buffer).Part(new Rect(0, 0, Math.Min(cut, buffer.Width), buffer.Height));
            canvas.Write(x, y, Texts[text], styles[style]);
        }
    }

    // The base of an emoji sequence may be narrower than the cells that are kept for it.
    private static bool IsShown(VtEmulator terminal, CellBuffer buffer, int x, int y) =>
        terminal[x, y].Text == buffer[x, y].Text || (terminal[x, y].Text == " " && buffer[x, y].Text.Length == 0 && Glyphs.Width(buffer[x - 1, y].Text) == 1);

    private static bool IsEmojiNear(CellBuffer buffer, int x, int y) =>
        Enumerable.Range(x - 2, 4).Where(i => i >= 0 && i < buffer.Width).Any(i => buffer[i, y].Text is { Length: > 0 } text && char.ConvertToUtf32(text + " ", 0) is >= 0x2600 and < 0x2800 or >= 0x1F000);
}
