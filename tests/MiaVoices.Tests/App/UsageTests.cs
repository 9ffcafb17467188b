using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>Wrong usage is told with the help of the command, exit 2, and nothing on standard output.</summary>
public sealed class UsageTests
{
    public static TheoryData<string> Wrong =>
    [
        "--finns-inte", "search", "search stegvis.mia", "search stegvis.mia a b", "search stegvis.mia a --limit x", "search stegvis.mia a --limit -1",
        "search stegvis.mia a --limit", "search stegvis.mia a --order bakvänt", "search stegvis.mia a --context -2", "search stegvis.mia a --finns-inte", "search stegvis.mia a --queries b.txt",
        "codings", "codings add", "codings add stegvis.mia", "codings finns-inte", "codebook add stegvis.mia", "codebook add stegvis.mia ny --color röd",
        "memo add stegvis.mia", "memo add stegvis.mia x --segment 2", "cases import stegvis.mia", "suggest stegvis.mia --min 2", "suggest stegvis.mia --min x", "suggest accept stegvis.mia",
        "undo stegvis.mia 0", "undo stegvis.mia ett", "log stegvis.mia --limit -5", "report stegvis.mia", "report stegvis.mia theme", "report stegvis.mia theme --out r.odt",
        "report stegvis.mia theme --out r", "report stegvis.mia theme --out r.csv", "report stegvis.mia theme --out r.md --format pdf",
        "summarise stegvis.mia --where x", "summarise stegvis.mia --audience alla", "matrix stegvis.mia", "matrix stegvis.mia --rows sources --columns codes", "backup stegvis.mia", "new", "import",
        "import stegvis.mia", "analyze", "export stegvis.mia", "completion", "help finns-inte", "evaluate stegvis.mia extra",
        "import stegvis.mia a.txt --finns-inte", "memo add stegvis.mia --finns-inte", "new --finns-inte", "analyze --finns-inte", "codings remove stegvis.mia --finns-inte", "quotes export stegvis.mia --finns-inte",
        "search stegvis.mia --finns-inte", "suggest reject stegvis.mia abcd1234 --finns-inte", "forget stegvis.mia --case --yes", "report stegvis.mia theme --out --format md", "summarise stegvis.mia --by finns-inte",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_usage_is_told_with_the_help_of_the_command(string line)
    {
        using var mia = new Mia();
        mia.Write("stegvis.mia", File.ReadAllBytes(Demo.File(Demo.Project)));

        var run = mia.Run(line.Split(' ')).Ends(2);

        Assert.Equal("", run.Out);
        Assert.Contains("Skriv så här:", run.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("Required", run.Err, StringComparison.Ordinal);
        Assert.False(File.Exists(mia.File("r.odt")));
    }

    [Fact]
    public void What_looks_like_an_option_is_a_word_after_two_dashes_and_help_is_shown_beside_it()
    {
        using var mia = Demo.Copy();

        mia.Ok("memo", "add", Demo.Project, "--title", "kort", "--", "--så här skrev hon");
        Assert.Equal("--så här skrev hon", mia.Json("memo", "list", Demo.Project).List("memos")[0].Text("text"));
        mia.Ok("memo", "add", Demo.Project, "- en punkt", "--title", "--rubrik");
        Assert.Equal("--rubrik", mia.Json("memo", "list", Demo.Project).List("memos")[1].Text("title"));
        Assert.Contains("--finns-inte", mia.Run("new", "--finns-inte").Ends(2).ErrLines[0], StringComparison.Ordinal);
        Assert.False(File.Exists(mia.File("--finns-inte.mia")));
        mia.Ok("memo", "add", Demo.Project, "--finns-inte", "--help");
    }

    [Fact]
    public void A_command_that_does_not_exist_is_told_with_those_that_resemble_it()
    {
        using var mia = new Mia();

        Assert.Contains("mia help", mia.Run("sök").Ends(2).Err, StringComparison.Ordinal);
        Assert.Contains("search", mia.Run("serch").Ends(2).Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leads stegvis.mia", "suggest leads")]
    [InlineData("summary stegvis.mia", "summarise")]
    [InlineData("suggest stegvis.mia --min hög", "till exempel 0,8")]
    [InlineData("suggest accept stegvis.mia --above 1.5", "från 0 till 1")]
    [InlineData("suggest stegvis.mia --order best", "interview, uncertain, confidence, sample")]
    [InlineData("suggest stegvis.mia --limit -1", "heltal")]
    public void What_may_be_given_instead_is_told(string line, string told)
    {
        using var mia = new Mia();

        Assert.Contains(told, mia.Run(line.Split(' ')).Ends(2).Err.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_that_follows_no_place_begins_with_a_capital()
    {
        using var mia = Demo.Copy();

        Assert.StartsWith("Källan har inget stycke", mia.Run("codings", "add", Demo.Project, "--code", "gemenskap", "--source", "Intervju D01", "--segment", "9999").Refuses().Err, StringComparison.Ordinal);
        mia.Write("koder.csv", "source;segment;code\nIntervju D01.docx;9999;gemenskap\n");
        Assert.Contains("koder.csv:2: källan har inget stycke", mia.Run("codings", "import", Demo.Project, "koder.csv").Ends(3).Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_that_needs_something_says_what_is_missing()
    {
        using var mia = new Mia();
        foreach (var command in Commands.Leaves.Where(c => c[0] is not ("demo" or "help")))
        {
            var run = mia.Run(command).Ends(2);

            Assert.Equal("", run.Out);
            Assert.StartsWith("Det saknas något:", run.Err, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_language_is_chosen_by_option_before_environment()
    {
        using var mia = new Mia { Language = "en" };

        Assert.Contains("there is no such project", mia.Run("check", "saknas.mia").Refuses().Err, StringComparison.Ordinal);
        Assert.Contains("finns inte", mia.Run("check", "saknas.mia", "--lang", "sv").Refuses().Err, StringComparison.Ordinal);
        Assert.Contains("finns inte", mia.Run("check", "saknas.mia", "--lang=sv").Refuses().Err, StringComparison.Ordinal);
        Assert.Contains("finns inte", mia.Run("--lang", "sv", "check", "saknas.mia").Refuses().Err, StringComparison.Ordinal);
        mia.Run("check", "saknas.mia", "--lang", "de").Ends(2);
        mia.Run("check", "saknas.mia", "--lang").Ends(2);
    }

    [Fact]
    public void Json_is_never_localised()
    {
        using var mia = Demo.Copy();
        mia.Write("koder.csv", "source;quote;code\nIntervju D01.docx;finns inte;gemenskap\n");
        foreach (var command in new string[][] { ["log", Demo.Project], ["import", Demo.Project, "--dry-run", Demo.File("material", "enkater")], ["codings", "import", Demo.Project, "koder.csv"], ["sources", Demo.Project], ["search", Demo.Project, "mer OCH tid", "--limit", "1"] })
        {
            string Without(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\"milliseconds\":[0-9.]+", "");

            Assert.Equal(Without(mia.Run([.. command, "--json", "--lang", "sv"]).Out), Without(mia.Run([.. command, "--json", "--lang", "en"]).Out));
        }
    }

    [Fact]
    public void Quiet_leaves_results_and_errors_only()
    {
        using var mia = Demo.Copy();

        Assert.Equal("", mia.Ok("codebook", "add", Demo.Project, "tyst", "--quiet").Err);
        Assert.Equal("", mia.Ok("check", Demo.Project, "-q").Err);
        Assert.NotEqual("", mia.Ok("check", Demo.Project).Err);
        Assert.NotEqual("", mia.Ok("search", Demo.Project, "tid", "-q").Out);
        mia.Run("codebook", "add", Demo.Project, "tyst", "--quiet").Refuses();
    }

    [UnixFact]
    public void Results_and_messages_that_share_a_stream_stand_in_the_order_in_which_they_came()
    {
        using var mia = Demo.Copy();
        mia.Write("a.txt", "I: Hur gick det?\nIP: Det gick bra.\n");
        mia.Write("b.txt", "");

        var lines = mia.Shell($"import {Demo.Project} a.txt b.txt 2>&1").OutLines;

        Assert.StartsWith("a.txt: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("b.txt: ", lines[^2], StringComparison.Ordinal);
        Assert.StartsWith("Inlästa källor: 1", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_told()
    {
        using var mia = new Mia();

        Assert.Matches(@"^mia \d+\.\d+\.\d+$", mia.Ok("--version").Out.Trim());
    }

    [Fact]
    public void A_clock_that_cannot_be_read_is_told()
    {
        using var mia = new Mia { Now = "i går" };

        var run = mia.Run("new", "p").Ends(2);

        Assert.Contains("MIA_NOW", run.Err, StringComparison.Ordinal);
        Assert.False(File.Exists(mia.File("p.mia")));
    }
}
