using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using Xunit;

namespace MiaVoices.Tests.Terminal.Input;

public sealed class KeyStrokeTests
{
    [Theory]
    [InlineData("Ctrl+Z")]
    [InlineData("Shift+Down")]
    [InlineData("Ctrl+Shift+Left")]
    [InlineData("F12")]
    [InlineData("Space")]
    [InlineData("Ctrl+Space")]
    [InlineData("+")]
    [InlineData("Alt++")]
    [InlineData("a")]
    [InlineData("A")]
    [InlineData("å")]
    [InlineData("?")]
    [InlineData("1")]
    public void A_name_is_read_back_as_it_was_written(string name) => Assert.Equal(name, KeyStroke.Parse(name).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Ctrl+")]
    [InlineData("Hyper+a")]
    [InlineData("Ctrl+Ctrl+a")]
    [InlineData("F99")]
    [InlineData("17")]
    [InlineData("Character")]
    public void What_is_no_name_is_refused(string name) => Assert.False(KeyStroke.TryParse(name, out _));

    [Theory]
    [InlineData("Alt+Up")]
    [InlineData("Alt+Enter")]
    [InlineData("F11")]
    [InlineData("Ctrl+Tab")]
    [InlineData("Ctrl+Shift+Down")]
    [InlineData("Ctrl+Shift+Home")]
    [InlineData("Ctrl+Enter")]
    [InlineData("Ctrl+I")]
    [InlineData("Ctrl+A")]
    [InlineData("@")]
    [InlineData("{")]
    public void A_key_that_does_not_reach_the_program_everywhere_cannot_be_given_to_a_command(string key) => Assert.Throws<ArgumentException>(() => Table(key));

    [Fact]
    public void Two_commands_cannot_share_a_key_nor_differ_only_in_case()
    {
        Assert.Throws<ArgumentException>(() => Table("k", "k"));
        Assert.Throws<ArgumentException>(() => Table("k", "K"));
        Assert.Throws<ArgumentException>(() => Table("Escape"));
        Assert.NotNull(Table("k", "Ctrl+K", "Escape q").Find(KeyStroke.Parse("q")));
    }

    private static CommandTable Table(params string[] keys)
    {
        var table = new CommandTable();
        foreach (var key in keys)
        {
            table.Add(new Command($"c{table.All.Count}", () => "Kommando", () => { }) { KeyNames = key });
        }

        return table;
    }
}
