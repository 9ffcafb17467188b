using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class HelpTests
{
    private const int Widest = 100;

    /// <summary>Some are enough in English: that every text is in both languages, another test holds.</summary>
    [Theory]
    [InlineData("sv", "Skriv så här:", 1)]
    [InlineData("en", "Usage:", 6)]
    public void Every_command_has_help(string language, string usage, int step)
    {
        using var mia = new Mia { Language = language };
        Assert.True(Commands.All.Count > 40);
        foreach (var command in Commands.All.Where((_, i) => i % step == 0))
        {
            var help = mia.Ok(["help", .. command]);

            Assert.Equal("", help.Err);
            Assert.Contains($"{usage}  mia {string.Join(' ', command)}", help.Out, StringComparison.Ordinal);
            Assert.True(help.OutLines[0].Length > 10, help.Out);
            Assert.All(help.OutLines, l => Assert.True(l.Length <= Widest, l));
        }
    }

    [Fact]
    public void Help_of_a_command_is_the_same_by_option_and_by_verb()
    {
        using var mia = new Mia();

        Assert.Equal(mia.Ok("help", "codings", "add").Out, mia.Ok("codings", "add", "--help").Out);
        Assert.Equal(mia.Ok("help", "search").Out, mia.Ok("search", "-h").Out);
        Assert.Equal(mia.Ok("help").Out, mia.Ok().Out);
        Assert.Equal(mia.Ok("help").Out, mia.Ok("--help").Out);
        mia.Run("help", "finns-inte").Ends(2);
    }

    [Fact]
    public void Every_command_stands_in_the_documents()
    {
        var lines = Repository.Documents.SelectMany(File.ReadAllLines).Select(l => l.Replace("\\|", "|", StringComparison.Ordinal)).ToList();

        var missing = Commands.All.Where(c => !lines.Any(l =>
            l.Contains("mia " + c[0], StringComparison.Ordinal) && (c.Length == 1 || l.Split(' ', '|', '`').Contains(c[1], StringComparer.Ordinal))));

        Assert.Empty(missing.Select(c => string.Join(' ', c)));
    }

    [Fact]
    public void Shells_are_given_a_script_and_words_that_may_follow()
    {
        using var mia = new Mia();

        Assert.All(new[] { "bash", "zsh", "powershell" }, shell => Assert.Contains("mia complete", mia.Ok("completion", shell).Out, StringComparison.Ordinal));
        Assert.Equal(["search", "searches", "segments"], mia.Ok("complete", "--", "se").OutLines.Order(StringComparer.Ordinal));
        Assert.Contains("--limit", mia.Ok("complete", "--", "search", "--l").OutLines);
        mia.Run("completion", "fish").Ends(2);
    }
}
