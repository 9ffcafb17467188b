using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>
/// Most tests run commands inside the test process. What they see is what a person sees: the program as a process gives the same
/// bytes on both streams and in its files, and the same exit code.
/// </summary>
public sealed class OneProgramTests
{
    private static readonly string[][] Lines =
    [
        ["help"], ["codings", "add", "-h"], ["--version"], [], ["--finns-inte"], ["search", Demo.Project], ["check", "saknas.mia"], ["check", Demo.Project, "--lang", "de"], ["open", Demo.Project],
        ["codings", "list", Demo.Project, "--json"], ["segments", Demo.Project], ["search", Demo.Project, "möte OCH tid", "--limit", "0"], ["cases", "export", Demo.Project], ["analyze", "åtgärdsprogrammet", "@mer"],
        ["import", Demo.Project, "in"], ["memo", "add", Demo.Project, "En tanke på å, ä, ö och 😀"], ["undo", Demo.Project], ["log", Demo.Project],
        ["report", Demo.Project, "theme", "--out", Path.Combine("ut", "rapport.docx")], ["export", Demo.Project, "tabeller"], ["backup", Demo.Project, "kopia"], ["restore", "kopia", "ny"],
    ];

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void A_command_in_the_test_process_gives_the_same_bytes_and_exit_code_as_the_program(string language)
    {
        using var within = Begun(language);
        using var apart = Begun(language);
        var exits = new HashSet<int>();
        foreach (var line in Lines.Where((_, i) => language == "sv" || i % 6 == 0))
        {
            var (one, other) = (within.Run(line), apart.RunApart(line));

            Assert.Equal((other.Command, other.Exit, other.Out, other.Err), (one.Command, one.Exit, one.Out, one.Err));
            Assert.Equal(other.OutBytes, one.OutBytes);
            Assert.Equal(other.ErrBytes, one.ErrBytes);
            exits.Add(one.Exit);
        }

        Assert.Equal(Files(apart), Files(within));
        Assert.True(language != "sv" || exits.SetEquals([0, 1, 2, 3]), string.Join(' ', exits));
    }

    [Fact]
    public void A_conversation_in_the_test_process_is_the_one_that_the_program_has()
    {
        const string Lines = "2\nk mer tid\ns möte\nz\nrapport ut.md\n2\nq\n";
        using var within = Begun("sv");
        using var apart = Begun("sv");

        var (one, other) = (within.RunWith(Lines, ["open", Demo.Project, "--plain"]), apart.RunApartWith(Lines, ["open", Demo.Project, "--plain"]));

        Assert.Equal(other.Out.Replace(apart.Folder, "", StringComparison.Ordinal), one.Out.Replace(within.Folder, "", StringComparison.Ordinal));
        Assert.Equal((other.Exit, other.Err), (one.Exit, one.Err));
        Assert.Equal(Files(apart), Files(within));
    }

    [Fact]
    public void Many_commands_at_once_in_one_process_each_keep_to_their_own()
    {
        string[] words = ["mer", "tid", "möte", "stöd", "kontakt", "hjälp", "svar", "plan"];
        var runs = new MiaRun[words.Length];

        Parallel.For(0, words.Length, i =>
        {
            using var mia = new Mia { Language = i % 2 == 0 ? "sv" : "en", Coder = words[i] };
            mia.Ok("new", "p", "--name", words[i]);
            mia.Ok("memo", "add", "p", "Om " + words[i]);
            runs[i] = mia.Ok("log", "p");
        });

        Assert.All(runs.Index(), r =>
        {
            Assert.All(words, w => Assert.Equal(w == words[r.Index], r.Item.Out.Contains(w, StringComparison.Ordinal)));
            Assert.Contains(r.Index % 2 == 0 ? "kodare" : "coder", r.Item.Out, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static Mia Begun(string language)
    {
        var mia = Demo.Copy(language);
        mia.Write(Path.Combine("in", "åt ena hållet.txt"), "A: Hur gick det?\nB: Det gick bra.\n");
        mia.Write(Path.Combine("in", "tom.txt"), "");
        return mia;
    }

    /// <summary>All files but projects, whose bytes tell no one anything, and what is remembered of the person.</summary>
    private static SortedDictionary<string, string> Files(Mia mia) => new(
        Directory.EnumerateFiles(mia.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true }).ToDictionary(
            f => Path.GetRelativePath(mia.Folder, f),
            f => Path.GetExtension(f) == ".mia" ? "" : Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);
}
