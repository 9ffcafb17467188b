using FsCheck.Fluent;
using MiaVoices.Terminal.Input;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Input;

public sealed class InputParserTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("Å", "Å")]
    [InlineData(" ", "Space")]
    [InlineData("\r", "Enter")]
    [InlineData("\n", "Enter")]
    [InlineData("\t", "Tab")]
    [InlineData("\u007f", "Backspace")]
    [InlineData("\b", "Backspace")]
    [InlineData("\u0000", "Ctrl+Space")]
    [InlineData("\u0010", "Ctrl+P")]
    [InlineData("\u001a", "Ctrl+Z")]
    [InlineData("\u001f", "Ctrl+_")]
    [InlineData("\u001b[A", "Up")]
    [InlineData("\u001bOA", "Up")]
    [InlineData("\u001b[1;2B", "Shift+Down")]
    [InlineData("\u001b[1;5C", "Ctrl+Right")]
    [InlineData("\u001b[1;6D", "Ctrl+Shift+Left")]
    [InlineData("\u001b[a", "Shift+Up")]
    [InlineData("\u001bOd", "Ctrl+Left")]
    [InlineData("\u001b[Z", "Shift+Tab")]
    [InlineData("\u001b[H", "Home")]
    [InlineData("\u001b[1~", "Home")]
    [InlineData("\u001b[7~", "Home")]
    [InlineData("\u001b[4~", "End")]
    [InlineData("\u001b[3~", "Delete")]
    [InlineData("\u001b[3;5~", "Ctrl+Delete")]
    [InlineData("\u001b[3$", "Shift+Delete")]
    [InlineData("\u001b[5^", "Ctrl+PageUp")]
    [InlineData("\u001b[6~", "PageDown")]
    [InlineData("\u001bOP", "F1")]
    [InlineData("\u001b[11~", "F1")]
    [InlineData("\u001b[[A", "F1")]
    [InlineData("\u001b[1;2R", "Shift+F3")]
    [InlineData("\u001b[15~", "F5")]
    [InlineData("\u001b[24~", "F12")]
    [InlineData("\u001bOM", "Enter")]
    [InlineData("\u001bOp", "0")]
    [InlineData("\u001b[97;5u", "Ctrl+A")]
    [InlineData("\u001b[97;6u", "Ctrl+Shift+A")]
    [InlineData("\u001b[97;2u", "A")]
    [InlineData("\u001b[13;2u", "Shift+Enter")]
    [InlineData("\u001b[27u", "Escape")]
    [InlineData("\u001b[97:65;5:1u", "Ctrl+A")]
    [InlineData("\u001b[27;5;46~", "Ctrl+.")]
    [InlineData("\u001bx", "Alt+x")]
    [InlineData("\u001bå", "Alt+å")]
    [InlineData("\u001b\u007f", "Alt+Backspace")]
    [InlineData("\u001b\u001b[A", "Alt+Up")]
    public void A_sequence_is_one_key(string bytes, string key)
    {
        Assert.Equal([key], Keys(Parse(bytes)));
        // However it is cut.
        Assert.Equal([key], Keys(Parse(bytes, 1)));
    }

    [Theory]
    [InlineData("\u001b[12;40R")]
    [InlineData("\u001b[?1;2c")]
    [InlineData("\u001b[?2026;1$y")]
    [InlineData("\u001b[>0;276;0c")]
    [InlineData("\u001bP1$r0m\u001b\\")]
    [InlineData("\u001b]52;c;aGVq\u0007")]
    [InlineData("\u001b]11;rgb:gg/00/00\u0007")]
    [InlineData("\u001b_Gi=1;OK\u001b\\")]
    [InlineData("\u001b[97;5:3u")]
    [InlineData("\u001b[57399u")]
    [InlineData("\u001b[999~")]
    [InlineData("\u001b[1;2;3;4;5;6;7;8;9;10A")]
    [InlineData("\u001b[<200;1;1M")]
    [InlineData("\u001b[<0;0;1M")]
    public void What_answers_a_question_or_is_not_known_is_dropped(string bytes)
    {
        Assert.Equal(["b"], Keys(Parse(bytes + "b")));
        Assert.Equal(["b"], Keys(Parse(bytes + "b", 1)));
    }

    [Fact]
    public void A_lone_escape_waits_until_it_is_known_that_nothing_follows()
    {
        var parser = new InputParser();
        var events = new List<InputEvent>();
        parser.Feed("\u001b"u8, default, events);
        Assert.Empty(events);
        Assert.True(parser.IsWaiting);
        parser.Flush(events);
        Assert.Equal(["Escape"], Keys(events));
        Assert.False(parser.IsWaiting);
        events.Clear();
        parser.Flush(events);
        Assert.Empty(events);
    }

    [Theory]
    [InlineData("\u001b[", "Alt+[")]
    [InlineData("\u001bO", "Alt+O")]
    [InlineData("\u001b]", "Alt+]")]
    [InlineData("\u001b\u001b", "Escape", "Escape")]
    public void What_could_begin_a_sequence_is_a_key_with_Alt_if_nothing_follows(string bytes, params string[] keys)
    {
        var parser = new InputParser();
        var events = new List<InputEvent>();
        parser.Feed(KeyBytes.Utf8(bytes), default, events);
        parser.Flush(events);
        Assert.Equal(keys, Keys(events));
    }

    [Fact]
    public void A_sequence_that_comes_slowly_is_not_torn()
    {
        var parser = new InputParser();
        var events = new List<InputEvent>();
        parser.Feed("\u001b[1;"u8, default, events);
        parser.Flush(events);
        parser.Feed("5A"u8, default, events);
        Assert.Equal(["Ctrl+Up"], Keys(events));
    }

    [Fact]
    public void Text_comes_through_however_it_is_cut()
    {
        const string Text = "Blåbär på äng – 😀 字";
        for (var size = 1; size < 6; size++)
        {
            Assert.Equal(Text, string.Concat(Parse(Text, size).Select(e => ((KeyEvent)e).Stroke.Character.ToString())));
        }
    }

    [Fact]
    public void Bytes_that_are_no_character_are_shown_as_such_and_hide_nothing()
    {
        var parser = new InputParser();
        var events = new List<InputEvent>();
        parser.Feed([0xE5, (byte)'a', 0xC3, 0xC3, 0xA5, 0x80], default, events);
        Assert.Equal("\ufffda\ufffdå\ufffd", string.Concat(events.Select(e => ((KeyEvent)e).Stroke.Character.ToString())));
    }

    [Fact]
    public void A_paste_is_one_text_with_line_feeds_whatever_it_holds()
    {
        var paste = Assert.Single(Parse("\u001b[200~rad 1\rrad 2\r\nrad\u001b[A 3 [201~\u001b[201~", 1));
        Assert.Equal("rad 1\nrad 2\nrad\u001b[A 3 [201~", Assert.IsType<PasteEvent>(paste).Text);
    }

    [Fact]
    public void A_long_paste_comes_in_parts_and_none_of_it_is_lost()
    {
        var text = string.Concat(Enumerable.Range(0, 90_000).Select(i => i % 7 == 0 ? "å\r\n" : "ord 😀 "));
        var parts = Parse($"\u001b[200~{text}\u001b[201~", 4096);
        Assert.True(parts.Count > 1);
        Assert.Equal(text.Replace("\r\n", "\n", StringComparison.Ordinal), string.Concat(parts.Select(p => ((PasteEvent)p).Text)));
    }

    [Theory]
    [InlineData("\u001b[<0;3;5M", MouseAction.Press, MouseButton.Left, KeyModifiers.None)]
    [InlineData("\u001b[<2;3;5M", MouseAction.Press, MouseButton.Right, KeyModifiers.None)]
    [InlineData("\u001b[<0;3;5m", MouseAction.Release, MouseButton.Left, KeyModifiers.None)]
    [InlineData("\u001b[<32;3;5M", MouseAction.Drag, MouseButton.Left, KeyModifiers.None)]
    [InlineData("\u001b[<35;3;5M", MouseAction.Move, MouseButton.None, KeyModifiers.None)]
    [InlineData("\u001b[<64;3;5M", MouseAction.WheelUp, MouseButton.None, KeyModifiers.None)]
    [InlineData("\u001b[<81;3;5M", MouseAction.WheelDown, MouseButton.None, KeyModifiers.Ctrl)]
    [InlineData("\u001b[M \u0023\u0025", MouseAction.Press, MouseButton.Left, KeyModifiers.None)]
    public void The_mouse_is_understood(string bytes, MouseAction action, MouseButton button, KeyModifiers held)
    {
        var mouse = Assert.IsType<MouseEvent>(Assert.Single(Parse(bytes)));
        Assert.Equal((action, button, held, 2, 4), (mouse.Action, mouse.Button, mouse.Modifiers, mouse.X, mouse.Y));
    }

    [Fact]
    public void Presses_that_follow_quickly_on_one_cell_are_counted()
    {
        var parser = new InputParser();
        var events = new List<InputEvent>();
        void Press(int x, int at) => parser.Feed(KeyBytes.Utf8(FormattableString.Invariant($"\u001b[<0;{x};1M\u001b[<0;{x};1m")), TimeSpan.FromMilliseconds(at), events);
        Press(1, 0);
        Press(1, 300);
        Press(1, 600);
        Press(1, 900);
        Press(2, 950);
        Press(2, 1500);
        Assert.Equal([1, 1, 2, 2, 3, 3, 1, 1, 1, 1, 1, 1], events.Cast<MouseEvent>().Select(e => e.Clicks));
    }

    [Fact]
    public void The_background_tells_whether_it_is_light()
    {
        Assert.Equal([new BackgroundEvent(true)], Parse("\u001b]11;rgb:ffff/ffff/f0f0\u001b\\"));
        Assert.Equal([new BackgroundEvent(false)], Parse("\u001b]11;rgb:1e/1e/2e\u0007", 1));
    }

    [Fact]
    public void Focus_is_told() => Assert.Equal([new FocusEvent(true), new FocusEvent(false)], Parse("\u001b[I\u001b[O"));

    [Fact]
    public void Random_bytes_never_stop_it_and_it_finds_back()
    {
        var hostile = Gen.Frequency(
            (5, Gen.Choose(0, 255).Select(b => new[] { (byte)b })),
            (5, Gen.Elements("\u001b", "\u001b[", "\u001bO", "\u001b]", "\u001bP", "\u001b[200~", "\u001b[201~", "\u001b[<", "0;1;", "M", "m", "u", "~", "[[", "\u0018").Select(KeyBytes.Utf8)));
        Prop.ForAll(Arb.From(hostile.ListOf()), pieces =>
        {
            var parser = new InputParser();
            var events = new List<InputEvent>();
            foreach (var piece in pieces)
            {
                parser.Feed(piece, default, events);
                if (piece.Length == 2)
                {
                    parser.Flush(events);
                }
            }

            // The end of a paste, the end of a string and the end of a mouse report bring it back from anywhere.
            parser.Feed("\u001b[201~\u001b\\   \u001b[201~"u8, default, events);
            parser.Flush(events);
            events.Clear();
            parser.Feed("å\u001b[A"u8, default, events);
            return Keys(events).SequenceEqual(["å", "Up"]);
        }).Holds(3_000);
    }

    private static List<InputEvent> Parse(string text, int partSize = int.MaxValue)
    {
        var parser = new InputParser();
        var events = new List<InputEvent>();
        foreach (var part in KeyBytes.Utf8(text).Chunk(Math.Min(partSize, 1 << 20)))
        {
            parser.Feed(part, default, events);
        }

        return events;
    }

    private static IEnumerable<string> Keys(IEnumerable<InputEvent> events) => events.Select(e => ((KeyEvent)e).Stroke.ToString());
}
