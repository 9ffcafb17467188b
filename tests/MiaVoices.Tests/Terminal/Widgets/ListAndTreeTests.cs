using MiaVoices.Terminal;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Widgets;

public sealed class ListAndTreeTests
{
    [Fact]
    public void A_million_rows_cost_what_is_on_the_screen()
    {
        var drawn = 0;
        var list = new ListView(() => 1_000_000, (canvas, row, _) =>
        {
            drawn++;
            canvas.Write(0, 0, $"rad {row}");
        });
        var driver = Driver(list, 40, 20);
        Assert.Equal(20, drawn);
        driver.Press("End");
        Assert.Equal((999_999, 40), (list.Selected, drawn));
        Assert.Contains("rad 999999", driver.Terminal.Row(19), StringComparison.Ordinal);
        driver.Press("PageUp", "PageUp", "Home", "Down");
        Assert.Equal(1, list.Selected);
        driver.Drag(39, 0, 39, 10);
        Assert.InRange(list.Top, 400_000, 600_000);
    }

    [Fact]
    public void Rows_are_selected_ticked_and_opened_by_key_and_mouse()
    {
        var opened = new List<int>();
        var list = new ListView(() => 5, (canvas, row, state) => canvas.Write(0, 0, $"{(state.IsTicked ? 'x' : ' ')} rad {row}")) { CanTick = true, Opened = opened.Add };
        var driver = Driver(list, 20, 5);
        driver.Press("Space", "Space", "Enter");
        Assert.Equal([0, 1], list.Ticked.Order());
        driver.Click(4, 4).Wait(1000).DoubleClick(4, 0);
        Assert.Equal([2, 0], opened);
        ApprovedGrid.Verify(driver.Terminal, "list-20x5");
    }

    [Theory]
    [InlineData(ColorDepth.None, "mark7")]
    [InlineData(ColorDepth.Sixteen, "mark7")]
    [InlineData(ColorDepth.Indexed, "fill=5:237")]
    [InlineData(ColorDepth.Full, "fill=2:51:64:92")]
    public void The_selected_row_is_seen_whatever_the_colours(ColorDepth depth, string pen)
    {
        var driver = new AppDriver(20, 3, depth);
        driver.App.Push(new TestLayer(new ListView(() => 3, (canvas, row, _) => canvas.Write(0, 0, $"rad {row}"))));
        driver.Settle();
        Assert.Contains(pen, driver.Terminal[3, 0].Pen, StringComparison.Ordinal);
        Assert.DoesNotContain(pen, driver.Terminal[3, 1].Pen, StringComparison.Ordinal);
        Assert.StartsWith("▌", driver.Terminal.Row(0), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_says_so_and_takes_every_key()
    {
        var list = new ListView(() => 0, (_, _, _) => throw new InvalidOperationException()) { EmptyText = "Inga träffar" };
        var driver = Driver(list, 20, 3);
        driver.Press("Down", "End", "Enter", "Space", "PageUp").Click(3, 0);
        Assert.Equal((-1, " Inga träffar"), (list.Selected, driver.Terminal.Row(0)));
    }

    [Fact]
    public void A_list_that_becomes_shorter_keeps_a_selection()
    {
        var count = 50;
        var list = new ListView(() => count, (canvas, row, _) => canvas.Write(0, 0, $"rad {row}"));
        var driver = Driver(list, 20, 5).Press("End");
        count = 3;
        driver.Settle();
        Assert.Equal((2, 0), (list.Selected, list.Top));
    }

    [Fact]
    public void A_tree_opens_closes_and_goes_in_and_out()
    {
        var tree = Tree();
        var driver = Driver(tree, 30, 8);
        driver.Press("Right", "Right", "Right");
        Assert.Equal("1.1", tree.Selected);
        ApprovedGrid.Verify(driver.Terminal, "tree-30x8");
        driver.Press("Left", "Left");
        Assert.Equal("1", tree.Selected);
        driver.Press("Left");
        Assert.Equal(["1", "2", "3"], tree.Shown);
        driver.Click(1, 1);
        Assert.Equal(["1", "2", "2.1", "2.2", "3"], tree.Shown);
        Assert.True(tree.Select("2.2"));
        tree.SetOpen("1", true);
        Assert.Equal("2.2", tree.Selected);
    }

    [Fact]
    public void A_table_keeps_its_heading_and_its_first_column()
    {
        var table = Table();
        var driver = Driver(table, 44, 9);
        ApprovedGrid.Verify(driver.Terminal, "table-44x9");
        driver.Press("Down", "Down", "Right", "Right", "Right", "Right", "Right");
        Assert.Equal(5, table.Column);
        ApprovedGrid.Verify(driver.Terminal, "table-44x9-moved");
        driver.Press("Home", "Left", "Left", "Left", "Left", "Left", "Left");
        Assert.Equal(0, table.Column);
        driver.Click(26, 6);
        Assert.Equal((2, 3), (table.Column, table.List.Selected));
    }

    [Fact]
    public void A_heading_can_be_pressed()
    {
        var pressed = -1;
        var table = Table();
        table.HeadingPressed = column => pressed = column;
        Driver(table, 44, 9).Click(18, 0);
        Assert.Equal((1, 1), (pressed, table.Column));
    }

    private static TreeView<string> Tree() => new(
        () => ["1", "2", "3"],
        node => node.Length > 2 || node == "3" ? [] : [$"{node}.1", $"{node}.2"],
        (canvas, node, _) => canvas.Write(0, 0, $"kod {node}"));

    private static TableView Table() => new(
        [new TableViewColumn("Kod", 14, Grow: 1), .. Enumerable.Range(1, 5).Select(i => new TableViewColumn($"Grupp {i}", 8, IsRight: true) { Subtitle = $"n={i * 7}" })],
        () => 30,
        (row, column) => column == 0 ? new TableViewCell($"tema nummer {row}") : new TableViewCell($"{row * column}", new Style(Role.None, Roles.Heat(row / 30.0))))
    {
        SelectsCells = true,
    };

    private static AppDriver Driver(IWidget widget, int width, int height)
    {
        var driver = new AppDriver(width, height);
        driver.App.Push(new TestLayer(widget));
        return driver.Settle();
    }
}
