using System.Security.Cryptography;
using System.Text;
using MiaVoices.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>Whatever a person gives the program: one clear line, exit 1, and the project is as it was.</summary>
public sealed class BadInputTests
{
    private const string Secret = "Hemligheten";

    private static readonly string[] Names = ["tom.txt", "binär.txt", "binär.csv", "avhuggen.docx", "avhuggen.xlsx", "lösenord.docx", "trasig.txt", "trasig.csv", "saknas.txt", "bild.png", "ljud.m4a", "rader.json"];

    public static TheoryData<string> Files => [.. Names];

    public static TheoryData<string> Projects => ["saknas.mia", "tom.mia", "text.mia", "annan.mia", "nyare.mia", "avhuggen.mia", "mapp.mia"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_cannot_be_read_is_refused_in_one_line_and_changes_nothing(string file)
    {
        using var mia = Demo.Copy(Array.IndexOf(Names, file) % 2 == 0 ? "sv" : "en");
        Make(mia, file);
        var before = State(mia);

        var run = mia.Run("import", Demo.Project, file).Refuses();

        Assert.StartsWith(file, run.Err, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Err, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, State(mia));
    }

    [Theory]
    [InlineData("codings")]
    [InlineData("codebook")]
    [InlineData("cases")]
    public void A_table_that_cannot_be_read_is_refused_in_one_line_and_changes_nothing(string what)
    {
        using var mia = Demo.Copy();
        var before = State(mia);
        foreach (var file in new[] { "tom.txt", "binär.csv", "avhuggen.xlsx", "trasig.csv", "saknas.txt", "text.mia" })
        {
            Make(mia, file);

            var run = mia.Run(what, "import", Demo.Project, file).Refuses();

            Assert.StartsWith(file, run.Err, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, run.Err, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(before, State(mia));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void What_is_no_project_of_this_version_is_refused_in_one_line_and_left_as_it_was(string file)
    {
        using var mia = new Mia();
        Make(mia, file);
        mia.Write("samtal.txt", $"A: {Secret} är min.\n");
        var before = Hash(mia.File(file));
        foreach (var command in new string[][]
        {
            ["search", file, "tid"], ["import", file, "samtal.txt"], ["undo", file], ["check", file], ["export", file, "ut"], ["backup", file, "kopia.mia"], ["restore", file, "ny.mia"],
        })
        {
            var run = mia.Run(command).Refuses();

            Assert.StartsWith(file, run.Err, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, run.Err, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(before, Hash(mia.File(file)));
        Assert.False(File.Exists(mia.File("kopia.mia")) || File.Exists(mia.File("ny.mia")) || Directory.Exists(mia.File("ut")));
    }

    [Fact]
    public void A_project_with_a_damaged_page_never_ends_in_a_fault()
    {
        using var mia = Demo.Copy();
        var bytes = File.ReadAllBytes(mia.File(Demo.Project));
        for (var page = 2; page < bytes.Length / 4096; page += 3)
        {
            bytes.AsSpan(page * 4096, 200).Fill(0x5A);
        }

        mia.Write(Demo.Project, bytes);
        foreach (var command in new string[][] { ["sources", Demo.Project], ["check", Demo.Project], ["search", Demo.Project, "tid", "--limit", "0"], ["export", Demo.Project, "ut"], ["log", Demo.Project] })
        {
            var run = mia.Run(command);

            Assert.True(run.Exit is 0 or 1, $"{run.Command}: exit {run.Exit} {run.Err}");
            Assert.True(run.Exit == 0 || run.ErrLines.Count > 0);
        }

        mia.Run("check", Demo.Project).Ends(1);
    }

    [Fact]
    public async Task A_project_that_another_program_holds_is_refused_when_it_is_to_be_written()
    {
        using var mia = Demo.Copy();
        mia.Write("samtal.txt", $"A: {Secret} är min.\n");
        var before = LogicalDump.Of(mia.File(Demo.Project));
        await using (var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = mia.File(Demo.Project), Pooling = false }.ToString()))
        {
            await db.OpenAsync();
            await using var hold = db.CreateCommand();
            hold.CommandText = "BEGIN EXCLUSIVE";
            await hold.ExecuteNonQueryAsync();

            var import = Task.Run(() => mia.RunApart("import", Demo.Project, "samtal.txt"));
            var memo = Task.Run(() => mia.RunApart("memo", "add", Demo.Project, Secret));

            foreach (var run in await Task.WhenAll(import, memo))
            {
                run.Refuses();
                Assert.StartsWith(Demo.Project, run.Err, StringComparison.Ordinal);
                Assert.DoesNotContain(Secret, run.Err, StringComparison.OrdinalIgnoreCase);
            }

            // Reading goes on meanwhile.
            mia.RunApart("sources", Demo.Project).Ends(0);
        }

        Assert.Equal(before, LogicalDump.Of(mia.File(Demo.Project)));
        mia.Ok("import", Demo.Project, "samtal.txt");
    }

    [Fact]
    public void A_file_that_another_program_has_locked_is_refused_and_the_rest_of_the_batch_goes_on()
    {
        using var mia = Demo.Copy();
        mia.Write(Path.Combine("in", "a.txt"), $"A: {Secret} är min.\nB: Jaha.\n");
        mia.Write(Path.Combine("in", "b.txt"), "A: Hur gick det?\nB: Det gick bra.\n");
        using (new FileStream(mia.File(Path.Combine("in", "a.txt")), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            mia.RunApart("import", Demo.Project, Path.Combine("in", "a.txt")).Refuses();
            var run = mia.RunApart("import", Demo.Project, "in", "--json").Ends(3);

            Assert.Equal("b.txt", run.Json.Each("imported", "source:s")[0].Text("source"));
            Assert.Equal("a.txt", run.Json.Each("refused", "file:s reason:s")[0].Text("file"));
            Assert.Contains("a.txt", run.Err, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_with_good_and_bad_files_gives_the_good_ones_and_lists_the_bad()
    {
        using var mia = Demo.Copy();
        foreach (var file in Names.Where(f => f != "saknas.txt"))
        {
            Make(mia, Path.Combine("blandat", file));
        }

        mia.Write(Path.Combine("blandat", "åt ena hållet.txt"), "A: Hur gick det?\nB: Det gick bra.\n");

        var run = mia.Run("import", Demo.Project, "blandat", "--json").Ends(3);

        Assert.Equal(["åt ena hållet.txt"], run.Json.List("imported").Select(i => i.Text("source")));
        Assert.Equal(Names.Length - 1, run.Json.List("refused").Count);
        Assert.All(run.Json.List("refused"), r => Assert.Contains(r.Text("file"), run.Err, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, run.Err, StringComparison.OrdinalIgnoreCase);
        mia.Ok("check", Demo.Project);
    }

    [UnixFact]
    public void Output_that_cannot_be_written_is_told_and_a_reader_that_has_gone_away_is_not()
    {
        using var mia = Demo.Copy();
        var full = mia.Shell($"segments {Demo.Project} > /dev/full");
        Assert.Equal(1, full.Exit);
        Assert.Single(full.ErrLines);
        Assert.Equal(1, mia.Shell("analyze mer > /dev/full").Exit);
        var head = mia.Shell($"segments {Demo.Project} | head -n 1");
        Assert.Equal((0, ""), (head.Exit, head.Err));
        Assert.Single(head.OutLines);
    }

    private static void Make(Mia mia, string file)
    {
        byte[] Corpus(params string[] parts) => File.ReadAllBytes(Demo.File(["material", .. parts]));
        var text = $"A: {Secret} är min.\n";
        switch (Path.GetFileName(file))
        {
            case "tom.txt" or "tom.mia":
                mia.Write(file, "");
                break;
            case "binär.txt" or "binär.csv":
                var noise = new byte[3000];
                new Random(5).NextBytes(noise);
                mia.Write(file, [.. noise, .. Encoding.UTF8.GetBytes(text), 0, 0, 1]);
                break;
            case "avhuggen.docx":
                mia.Write(file, Corpus("intervjuer", "Intervju D01.docx")[..4000]);
                break;
            case "avhuggen.xlsx":
                mia.Write(file, Corpus("enkater", "Indikatorenkät.xlsx")[..4000]);
                break;
            case "lösenord.docx":
                mia.Write(file, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);
                break;
            case "trasig.txt":
                mia.Write(file, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text), 0xC3, 0x28, 0xFF, .. Encoding.UTF8.GetBytes(text)]);
                break;
            case "trasig.csv":
                mia.Write(file, $"id;kommentar\n1;\"{Secret} är min\n2;{Secret}\n");
                break;
            case "bild.png":
                mia.Write(file, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[100]]);
                break;
            case "ljud.m4a":
                mia.Write(file, [0, 0, 0, 0x20, .. "ftypM4A "u8, .. new byte[100]]);
                break;
            case "rader.json":
                mia.Write(file, $$"""{"segments":[{"text":"{{Secret}}"}]}""");
                break;
            case "text.mia":
                mia.Write(file, text);
                break;
            case "avhuggen.mia":
                mia.Write(file, File.ReadAllBytes(Demo.File(Demo.Project))[..20_000]);
                break;
            case "annan.mia":
                Sql(mia.File(file), "CREATE TABLE a (b TEXT)");
                break;
            case "nyare.mia":
                File.Copy(Demo.File(Demo.Project), mia.File(file));
                Sql(mia.File(file), "PRAGMA user_version = 999");
                break;
            case "mapp.mia":
                Directory.CreateDirectory(mia.File(file));
                break;
            default:
                break;
        }
    }

    private static object? Sql(string path, string sql)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        db.Open();
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // The texts above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    /// <summary>All that a person could tell apart, and the journal's length.</summary>
    private static string State(Mia mia) => LogicalDump.Of(mia.File(Demo.Project)) + Sql(mia.File(Demo.Project), "SELECT count(*) FROM journal");

    private static string Hash(string path) => File.Exists(path) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))) : "none";
}
