using FsCheck.Fluent;
using MiaVoices.Terminal.Editing;
using MiaVoices.Terminal.Widgets;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Editing;

public sealed class EditingTests
{
    [Fact]
    public void A_field_is_written_in_by_character_and_word()
    {
        var driver = Driver(new TextField(), out var field, 20);
        driver.Type("mer tid för").Type("e\u0301👩‍💻");
        Assert.Equal("mer tid före\u0301👩‍💻", field.Text);
        driver.Press("Backspace", "Backspace");
        Assert.Equal("mer tid för", field.Text);
        driver.Press("Ctrl+Left", "Ctrl+W");
        Assert.Equal("mer för", field.Text);
        driver.Press("Home", "Delete", "Ctrl+Delete").Type("N");
        Assert.Equal("Nför", field.Text);
    }

    [Fact]
    public void Typing_is_undone_by_words_and_done_again()
    {
        var driver = Driver(new TextField(), out var field, 30);
        driver.Type("ett två").Press("Ctrl+Z");
        Assert.Equal("ett ", field.Text);
        driver.Press("Ctrl+Z", "Ctrl+Z");
        Assert.Equal("", field.Text);
        driver.Press("Ctrl+Y", "Ctrl+Y", "Ctrl+Y", "Ctrl+Y");
        Assert.Equal("ett två", field.Text);
    }

    [Fact]
    public void What_is_selected_is_replaced_copied_and_cut()
    {
        var driver = Driver(new TextField(), out var field, 30);
        field.Clipboard = driver.App.Clipboard;
        driver.Type("bra stöd").Press("Ctrl+Shift+Left", "Ctrl+C");
        Assert.Equal(("stöd", "stöd"), (driver.App.Clipboard.Text, driver.Terminal.Copied));
        driver.Type("hjälp").Press("Ctrl+V");
        Assert.Equal("bra hjälpstöd", field.Text);
        driver.Press("Shift+Home", "Ctrl+X");
        Assert.Equal(("", "bra hjälpstöd"), (field.Text, driver.App.Clipboard.Text));
        driver.Press("Ctrl+Z");
        Assert.Equal("bra hjälpstöd", field.Text);
    }

    [Fact]
    public void A_long_text_scrolls_sideways_and_the_mouse_finds_its_place()
    {
        var driver = Driver(new TextField(), out var field, 10);
        driver.Type("abcdefghijklmnop");
        Assert.Equal("hijklmnop", driver.Terminal.Row(0));
        driver.Click(2, 0);
        Assert.Equal(9, field.Buffer.Caret);
        driver.Press("Home");
        Assert.Equal(("abcdefghij", (0, 0)), (driver.Terminal.Row(0), driver.Terminal.Caret));
    }

    [Fact]
    public void A_paste_of_lines_becomes_one_line_in_a_field_and_stays_lines_in_an_area()
    {
        var one = Driver(new TextField(), out var field, 30);
        one.Paste("rad 1\nrad\t2\u001b[2J");
        Assert.Equal("rad 1 rad 2·[2J", field.Text);
        var two = Driver(new TextArea(), out var area, 30);
        two.Paste("rad 1\nrad 2");
        Assert.Equal("rad 1\nrad 2", area.Text);
    }

    [Fact]
    public void An_area_wraps_while_one_writes()
    {
        var driver = Driver(new TextArea(), out var area, 24, 8);
        driver.Type("Det verkar finnas två saker här: klocktid och processtid.\r\rFundera på om koden ska delas.");
        ApprovedGrid.Verify(driver.Terminal, "text-area-24x8");
        driver.Press("Up", "Home").Type("> ");
        Assert.EndsWith("\n\n> Fundera på om koden ska delas.", area.Text, StringComparison.Ordinal);
        driver.Press("Up", "Up", "Up", "End");
        Assert.Equal((19, 1), driver.Terminal.Caret);
    }

    [Fact]
    public void Rows_up_and_down_keep_their_column()
    {
        var driver = Driver(new TextArea(), out var area, 30, 8);
        driver.Type("lång rad här\rk\rlång rad igen");
        driver.Press("Up");
        Assert.Equal((1, 1), driver.Terminal.Caret);
        driver.Press("Up");
        Assert.Equal((12, 0), driver.Terminal.Caret);
        driver.Press("Up");
        Assert.Equal(0, area.Buffer.Caret);
    }

    [Theory]
    [InlineData("\u200dhej", "a")]
    [InlineData("\u0308", "o")]
    [InlineData("🇪", "🇸")]
    public void What_joins_with_the_next_character_is_behind_the_caret_also_when_done_again(string text, string typed)
    {
        var buffer = new EditBuffer(isMultiline: true);
        buffer.Reset(text);
        buffer.MoveTo(0);
        buffer.Insert(typed);
        var (after, caret) = (buffer.Text, buffer.Caret);
        Assert.Equal(TextSteps.After(after, 0), caret);
        Assert.True(buffer.Undo() && buffer.Redo());
        Assert.Equal((after, caret), (buffer.Text, buffer.Caret));
    }

    [Fact]
    public void Random_keys_leave_the_caret_between_characters_and_undo_leads_back()
    {
        string[] keys = ["a", "Space", "å", "Left", "Right", "Shift+Left", "Shift+Right", "Ctrl+Left", "Backspace", "Delete", "Home", "End", "Shift+Home", "Up", "Down", "Enter", "Ctrl+W", "Ctrl+Z", "Ctrl+Y", "PageUp", "Ctrl+End"];
        Prop.ForAll(Arb.From(AnyText.Texts), Arb.From(Gen.Elements(keys).ListOf()), (text, pressed) =>
        {
            var driver = Driver(new TextArea(), out var area, 12, 4);
            area.Reset(text);
            var before = area.Text;
            driver.Settle();
            foreach (var key in pressed)
            {
                driver.Press(key);
                var caret = area.Buffer.Caret;
                if (TextSteps.Boundary(area.Text, caret) != caret || driver.Terminal.Caret is null)
                {
                    return false;
                }
            }

            while (area.Buffer.Undo())
            {
            }

            return area.Text == before;
        }).Holds(200);
    }

    private static AppDriver Driver<T>(T widget, out T same, int width, int height = 2)
        where T : IWidget
    {
        var driver = new AppDriver(width, height);
        driver.App.Push(new TestLayer(widget));
        same = widget;
        return driver.Settle();
    }
}
