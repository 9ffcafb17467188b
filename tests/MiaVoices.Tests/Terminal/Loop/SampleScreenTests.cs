using FsCheck.Fluent;
using MiaVoices.Terminal;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Loop;

/// <summary>A whole program by its keys and its mouse, down to the bytes and back.</summary>
public sealed class SampleScreenTests
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(100, 30)]
    [InlineData(120, 36)]
    public void It_looks_as_approved(int width, int height)
    {
        var driver = Driver(width, height, out _);
        driver.Press("Down", "Down", "Shift+Right", "Shift+Right", "Shift+Right");
        ApprovedGrid.Verify(driver.Terminal, $"sample-{width}x{height}");
    }

    [Fact]
    public void The_palette_finds_runs_and_tells_why_not()
    {
        var driver = Driver(100, 24, out _).Press("Ctrl+P");
        driver.Type("ko");
        ApprovedGrid.Verify(driver.Terminal, "palette-100x24");
        driver.Press("Enter");
        Assert.Contains("Ta bort", driver.Screen, StringComparison.Ordinal);
        driver.Press("Escape", "Ctrl+P").Type("markeringen").Press("Enter");
        Assert.Contains("Koda markeringen: inget är markerat.", driver.Screen, StringComparison.Ordinal);
        Assert.Single(driver.App.Layers);
    }

    [Fact]
    public void A_question_is_not_answered_by_the_key_that_asked_nor_by_Enter()
    {
        var driver = Driver(80, 24, out _).Press("d");
        ApprovedGrid.Verify(driver.Terminal, "dialog-80x24");
        driver.Press("d", "d");
        Assert.Equal(2, driver.App.Layers.Count);
        driver.Press("Enter");
        Assert.DoesNotContain("Borttagen.", driver.Screen, StringComparison.Ordinal);
        driver.Press("d", "t");
        Assert.Contains("Borttagen.", driver.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dialog_with_a_text_keeps_keys_and_gives_the_text()
    {
        var driver = Driver(80, 24, out _).Press("n");
        driver.Type("qd? ").Paste("två\nrader").Press("Tab", "Enter");
        Assert.Contains("qd? två rader", driver.Screen, StringComparison.Ordinal);
        Assert.False(driver.App.IsStopped);
        driver.Press("q");
        Assert.True(driver.App.IsStopped);
    }

    [Fact]
    public void Hints_and_menus_can_be_pressed_and_a_press_outside_closes()
    {
        var driver = Driver(120, 30, out _);
        var hint = driver.Terminal.Row(29).IndexOf("Hjälp", StringComparison.Ordinal);
        driver.Click(hint, 29);
        Assert.Contains("Esc stäng", driver.Screen, StringComparison.Ordinal);
        driver.Click(0, 0);
        Assert.Single(driver.App.Layers);
        driver.Press("F9");
        ApprovedGrid.Verify(driver.Terminal, "menu-120x30");
        driver.Press("Escape");
        Assert.Single(driver.App.Layers);
    }

    [Fact]
    public void A_caret_that_moves_costs_at_most_sixty_bytes_and_a_frame_unchanged_none()
    {
        var driver = Driver(200, 60, out _);
        driver.Settle();
        Assert.Equal(0, driver.LastBytes);
        driver.Press("Down");
        driver.Press("Right");
        Assert.InRange(driver.LastBytes, 1, 60);
        driver.Press("Down");
        Assert.InRange(driver.LastBytes, 1, 60);
    }

    [Fact]
    public void A_copy_goes_to_the_terminal_too()
    {
        var driver = Driver(80, 24, out _);
        driver.App.Clipboard.Copy("följde med");
        driver.Settle();
        Assert.Equal("följde med", driver.Terminal.Copied);
    }

    [Fact]
    public void The_mouse_can_be_left_to_the_terminal_and_taken_back()
    {
        var driver = Driver(80, 24, out _);
        driver.App.IsMouseReleased = false;
        Assert.Contains(1002, driver.Settle().Terminal.Modes);
        driver.App.IsMouseReleased = true;
        Assert.DoesNotContain(1002, driver.Settle().Terminal.Modes);
        // It stays so when the program comes back from somewhere else.
        driver.Terminal.Modes.Add(1002);
        driver.App.Repaint();
        Assert.DoesNotContain(1002, driver.Settle().Terminal.Modes);
    }

    [Fact]
    public void A_press_gives_a_part_the_keyboard()
    {
        var driver = Driver(120, 30, out _).Click(95, 5);
        Assert.Contains("╔═ Koder", driver.Screen, StringComparison.Ordinal);
        driver.Press("Down", "Down");
        Assert.StartsWith("▌", driver.Terminal.Row(7)[91..], StringComparison.Ordinal);
        driver.Press("Tab");
        Assert.Contains("╔═ Dokument", driver.Screen, StringComparison.Ordinal);
        driver.Press("n", "Tab").Click(50, 15);
        driver.Type("hej").Press("Tab", "Enter");
        Assert.Contains(" hej", driver.Terminal.Row(28), StringComparison.Ordinal);
    }

    [Fact]
    public void A_light_background_changes_the_colours()
    {
        var driver = Driver(80, 24, out _);
        driver.Send("\u001b]11;rgb:ffff/ffff/ffff\u0007");
        Assert.True(driver.App.Theme.IsLight);
        Assert.True(driver.LastBytes > 1000);
    }

    [Fact]
    public void Random_keys_and_mouse_at_three_sizes_never_break_it()
    {
        string[] keys =
        [
            "Up", "Down", "Left", "Right", "PageUp", "PageDown", "Home", "End", "Ctrl+Home", "Ctrl+End", "Shift+Down", "Shift+Left", "Ctrl+Right", "Tab", "Shift+Tab",
            "Enter", "Escape", "Space", "Backspace", "Delete", "a", "d", "k", "n", "t", "å", "?", "F1", "F9", "Ctrl+P", "Ctrl+Z", "Ctrl+C", "Ctrl+V",
        ];
        var step = Gen.Frequency(
            (8, Gen.Elements(keys).Select(k => (Key: k, X: -1, Y: 0))),
            (3, from x in Gen.Choose(0, 119) from y in Gen.Choose(0, 39) from kind in Gen.Elements("click", "drag", "wheel", "double") select (kind, x, y)),
            (1, from x in Gen.Choose(1, 120) from y in Gen.Choose(1, 40) select ("resize", x, y)));
        var sizes = Gen.Elements((80, 24), (100, 30), (20, 6));
        Prop.ForAll(Arb.From(sizes), Arb.From(step.ListOf()), (size, steps) =>
        {
            var driver = Driver(size.Item1, size.Item2, out _);
            foreach (var (what, x, y) in steps)
            {
                var (cx, cy) = (Math.Min(x, driver.Terminal.Width - 1), Math.Min(y, driver.Terminal.Height - 1));
                _ = what switch
                {
                    _ when x < 0 => driver.Press(what),
                    "click" => driver.Click(cx, cy),
                    "double" => driver.DoubleClick(cx, cy),
                    "drag" => driver.Drag(cx, cy, driver.Terminal.Width - 1 - cx, driver.Terminal.Height - 1 - cy),
                    "wheel" => driver.Wheel(cx, cy),
                    _ => driver.Resize(x, y),
                };
                // What the terminal shows is what was painted.
                for (var row = 0; row < driver.Terminal.Height; row++)
                {
                    if (driver.Terminal.Row(row) != driver.App.Painted.RowText(row))
                    {
                        return false.Label($"after {what} {x},{y}: row {row} is\n{driver.Terminal.Row(row)}\nfor\n{driver.App.Painted.RowText(row)}");
                    }
                }
            }

            return true.ToProperty();
        }).Holds(150);
    }

    private static AppDriver Driver(int width, int height, out SampleScreen screen)
    {
        var driver = new AppDriver(width, height, ColorDepth.Full);
        screen = new SampleScreen(driver.App);
        driver.App.Push(screen);
        return driver.Settle();
    }
}
