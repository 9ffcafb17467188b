using FsCheck.Fluent;
using MiaVoices.Terminal;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Screen;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Flow;

public sealed class FlowViewTests
{
    private readonly TestFlow _source = new(
        "Hur har det varit att ha kontakt med dem som ska hjälpa till?",
        "Det har varit svårt. Först visste ingen vem som skulle svara, och sedan fick man olika besked varje gång man ringde. Nu går det bättre.",
        "",
        "Ja.");

    public FlowViewTests()
    {
        _source.Heads[0] = new FlowHead("Intervjuare", "00:00:10", Role.Dim);
        _source.Heads[1] = new FlowHead("Deltagare", "00:00:14", Role.Title);
        _source.Lanes[1] = [new FlowLane(0, 60, 0, Role.Code0), new FlowLane(21, 135, 1, Roles.Code(3)), new FlowLane(30, 135, 5, Roles.Code(4))];
        _source.Lanes[3] = [new FlowLane(0, 3, 1, Roles.Code(3), IsContinued: true)];
        _source.Spans[1] = [new FlowSpan(14, 19, Role.Match)];
    }

    [Fact]
    public void It_shows_heads_gaps_lanes_and_wrapped_text()
    {
        var driver = Driver(40, 14, out _);
        driver.Settle();
        ApprovedGrid.Verify(driver.Terminal, "flow-40x14");
    }

    [Fact]
    public void Too_narrow_a_terminal_breaks_nothing()
    {
        for (var width = 1; width < 12; width++)
        {
            Driver(width, 3, out _).Settle().Press("Down", "Down", "End", "PageDown");
        }
    }

    [Fact]
    public void The_caret_goes_by_character_word_line_and_page()
    {
        var driver = Driver(40, 8, out var view).Settle();
        driver.Press("Right", "Right", "Ctrl+Right");
        Assert.Equal(new TextPosition(0, 4), view.Caret);
        driver.Press("End");
        Assert.Equal(new TextPosition(0, 32), view.Caret);
        driver.Press("Right");
        Assert.Equal(new TextPosition(0, 33), view.Caret);
        driver.Press("Down");
        Assert.Equal(1, view.Caret.Paragraph);
        driver.Press("Up", "Home", "Left");
        Assert.Equal(new TextPosition(0, 32), view.Caret);
        driver.Press("Ctrl+End");
        Assert.Equal(new TextPosition(3, 3), view.Caret);
        driver.Press("Left", "Left", "Left", "Left", "Left");
        Assert.Equal(new TextPosition(1, 135), view.Caret);
        driver.Press("Ctrl+Home");
        Assert.Equal(default, view.Caret);
    }

    [Fact]
    public void Shift_selects_and_the_selection_is_text_of_the_source()
    {
        var driver = Driver(40, 10, out var view).Settle();
        driver.Press("Down", "Down", "Home", "Ctrl+Right", "Shift+End", "Shift+Down");
        var (start, end) = view.Selection!.Value;
        Assert.Equal((1, 4, 1), (start.Paragraph, start.Offset, end.Paragraph));
        Assert.Equal(_source.Texts[1][start.Offset..end.Offset], view.SelectedText);
        driver.Press("Left");
        Assert.Null(view.Selection);
    }

    [Fact]
    public void The_mouse_puts_the_caret_drags_a_selection_and_takes_words_and_paragraphs()
    {
        var driver = Driver(40, 12, out var view).Settle();
        driver.Click(4 + 4, 1);
        Assert.Equal(new TextPosition(0, 4), view.Caret);
        driver.Drag(4, 5, 4 + 3, 5);
        Assert.Equal("Det", view.SelectedText);
        driver.Wait(1000).DoubleClick(4 + 15, 5);
        Assert.Equal("svårt", view.SelectedText);
        driver.Click(4 + 15, 5);
        Assert.Equal(_source.Texts[1], view.SelectedText);
        driver.Wait(1000).Click(39, 11);
        Assert.Null(view.Selection);
    }

    [Fact]
    public void A_drag_out_of_the_view_scrolls_it()
    {
        var driver = Driver(40, 4, out var view).Settle();
        driver.Drag(6, 1, 6, 9);
        Assert.NotEqual(0, view.Visible.First);
        Assert.Equal(1, view.Caret.Paragraph);
        Assert.NotNull(view.Selection);
    }

    [Fact]
    public void A_stroke_can_be_pressed()
    {
        var driver = Driver(40, 12, out var view);
        var pressed = new List<(TextPosition, int)>();
        view.LanePressed = (at, _, lane) => pressed.Add((at, lane));
        driver.Settle().Click(1, 6);
        Assert.Equal([(new TextPosition(1, view.PositionAt(4, 6)!.Value.Offset), 1)], pressed);
    }

    [Fact]
    public void A_drag_from_the_strokes_selects_whole_lines_and_one_over_them_goes_on_selecting()
    {
        var driver = Driver(40, 12, out var view);
        view.LanePressed = (_, _, _) => { };
        driver.Settle().Press("Ctrl+End").Drag(1, 6, 8, 6);
        Assert.Equal((view.PositionAt(4, 6)!.Value, view.PositionAt(8, 6)!.Value), view.Selection);
        driver.Drag(10, 6, 1, 6);
        Assert.Equal((view.PositionAt(4, 6)!.Value, view.PositionAt(10, 6)!.Value), view.Selection);
    }

    [Fact]
    public void A_span_that_was_added_shows_without_telling()
    {
        var driver = Driver(40, 12, out _).Settle();
        var before = driver.Terminal[4 + 4, 1].Pen;
        _source.Spans[0] = [new FlowSpan(4, 7, Role.Match)];
        driver.Settle();
        Assert.NotEqual(before, driver.Terminal[4 + 4, 1].Pen);
        Assert.InRange(driver.LastBytes, 1, 100);
        _source.Texts[0] = "En annan text";
        driver.Settle();
        Assert.StartsWith("    En annan text", driver.Terminal.Row(1), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_position_is_where_its_cell_says_it_is()
    {
        Prop.ForAll(Arb.From(AnyText.Texts.Select(t => Glyphs.Safe(t).Replace('\t', ' '))), Arb.From(Gen.Choose(9, 30)), (text, width) =>
        {
            var source = new TestFlow("före", text, "efter");
            var driver = new AppDriver(width, 60, ColorDepth.None);
            var view = new FlowView(source);
            driver.App.Push(new TestLayer(view));
            driver.Settle();
            for (var i = 0; i < 60; i++)
            {
                var at = view.Caret;
                if (driver.Terminal.Caret is not var (x, y) || (view.PositionAt(x, y) is var found && found != at && IsInView(found)))
                {
                    return false.Label($"{at} is shown at {driver.Terminal.Caret}, where {(driver.Terminal.Caret is var (a, b) ? view.PositionAt(a, b) : null)} is");
                }

                driver.Press("Right");
            }

            return true.ToProperty();

            // What has no width, or hangs over the edge, cannot be pointed at.
            bool IsInView(TextPosition? found) => driver.Terminal.Caret?.X < width - 2 && found is { } f && f.Paragraph == 1 && f.Paragraph == view.Caret.Paragraph
                && Glyphs.Width(source.Text(1)[Math.Min(f.Offset, view.Caret.Offset)..Math.Max(f.Offset, view.Caret.Offset)].Trim()) > 1;
        }).Holds(150);
    }

    [Fact]
    public void A_stretch_that_is_selected_from_outside_is_seen_from_its_beginning()
    {
        var source = new TestFlow([.. Enumerable.Range(0, 500).Select(i => $"Stycke {i}")]);
        var driver = new AppDriver(40, 10);
        var view = new FlowView(source);
        driver.App.Push(new TestLayer(view));
        driver.Settle();
        view.Select(new TextPosition(300, 0), new TextPosition(300, 6));
        Assert.Contains("Stycke 300", driver.Settle().Screen, StringComparison.Ordinal);
        view.Select(new TextPosition(100, 0), new TextPosition(150, 3));
        driver.Settle();
        Assert.Equal(("    Stycke 100", "Stycke 100"), (driver.Terminal.Row(0).Split("  ░")[0].TrimEnd(), view.SelectedText[..10]));
    }

    [Fact]
    public void No_text_whatever_breaks_it()
    {
        string[] keys = ["Down", "Right", "Ctrl+Right", "Shift+End", "PageDown", "Left", "Up", "Home", "Ctrl+Left"];
        AnyText.Holds(1, 30, (text, width) =>
        {
            var driver = new AppDriver(width, 9, ColorDepth.None);
            driver.App.Push(new TestLayer(new FlowView(new TestFlow(text, text))));
            driver.Settle().Press(keys).Click(width / 2, 5).Press(keys);
            return Enumerable.Range(0, 9).All(y => driver.Terminal.Row(y) == driver.App.Painted.RowText(y) || text.EnumerateRunes().Any(r => r.Value > 0xFF));
        });
    }

    [Fact]
    public void Scrolling_a_long_text_asks_only_for_what_is_passed()
    {
        var source = new TestFlow([.. Enumerable.Range(0, 100_000).Select(i => $"Stycke {i} som är en rad eller två.")]);
        var driver = new AppDriver(80, 24);
        var view = new FlowView(source);
        driver.App.Push(new TestLayer(view));
        driver.Settle().Press("PageDown");
        source.Asked.Clear();
        driver.Press("PageDown");
        Assert.InRange(source.Asked.Count, 1, 60);
        source.Asked.Clear();
        driver.Press("Ctrl+End");
        Assert.InRange(source.Asked.Count, 1, 120);
        Assert.Contains("Stycke 99999", driver.Screen, StringComparison.Ordinal);
        source.Asked.Clear();
        view.MoveTo(new TextPosition(50_000, 3));
        driver.Settle();
        Assert.InRange(source.Asked.Count, 1, 150);
        Assert.Contains("Stycke 50000", driver.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scroll_bar_reaches_both_ends()
    {
        var source = new TestFlow([.. Enumerable.Range(0, 500).Select(i => $"Stycke {i}")]);
        var driver = new AppDriver(40, 10);
        var view = new FlowView(source);
        driver.App.Push(new TestLayer(view));
        driver.Settle().Drag(39, 0, 39, 9);
        Assert.Equal(499, view.Visible.Last);
        driver.Drag(39, 9, 39, 0);
        Assert.Equal(0, view.Visible.First);
        driver.Wheel(3, 3).Wheel(3, 3);
        Assert.Equal(6, view.Visible.First);
    }

    private AppDriver Driver(int width, int height, out FlowView view)
    {
        var driver = new AppDriver(width, height);
        view = new FlowView(_source);
        driver.App.Push(new TestLayer(view));
        return driver;
    }
}
