using System.Diagnostics;
using System.Globalization;
using MiaVoices.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>
/// Kills the program at moments spread by a seed over the time that the work takes. Afterwards the project opens, is
/// whole, holds all that was done before, and of the work that was cut off all or nothing.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const string Project = "projekt.mia";
    private const int Rows = 20_000;
    private const int Coded = 2_000;
    private const int ImportKills = 8;
    private const int CodingKills = 6;
    private const int AddKills = 8;
    private const int RebuildKills = 4;

    /// <summary>Many kills may come too late; then the moments are too far off for the test to show anything.</summary>
    private const int MostTries = 24;

    [Fact]
    public void A_killed_import_leaves_all_or_nothing_and_can_be_done_again()
    {
        using var mia = Begun();
        mia.Write("stor.csv", BigSurvey.Csv(Rows, 7));
        mia.Write("stor.profil.json", BigSurvey.Profile("Stor"));
        var segments = Segments(mia);

        KillAgainAndAgain(mia, (ImportKills, 2), 11, () => Assert.Equal(segments + Rows, Segments(mia)), "import", Project, "stor.csv");

        mia.Ok("import", Project, "stor.csv");
        CheckWhole(mia);
        Assert.Equal(segments + Rows, Segments(mia));
    }

    [Fact]
    public void A_killed_import_of_codings_leaves_all_or_nothing_and_can_be_done_again()
    {
        using var mia = Begun();
        mia.Write("svar.csv", BigSurvey.Csv(Coded, 3));
        mia.Write("svar.profil.json", BigSurvey.Profile("Svar"));
        mia.Ok("import", Project, "svar.csv");
        mia.Write("kodningar.csv", "source;row;question;code\n" + string.Concat(Enumerable.Range(1, Coded).Select(r => $"svar.csv;{r};Vad hade du behövt?;mer tid|stöd\n")));
        var codings = Codings(mia);

        KillAgainAndAgain(mia, (CodingKills, 0), 13, () => Assert.Equal(codings + (2 * Coded), Codings(mia)), "codings", "import", Project, "kodningar.csv");

        mia.Ok("codings", "import", Project, "kodningar.csv");
        CheckWhole(mia);
        Assert.Equal(codings + (2 * Coded), Codings(mia));
    }

    [Fact]
    public void Of_codings_added_one_by_one_none_that_was_reported_done_is_lost()
    {
        using var mia = Begun();
        var full = Time(() => mia.RunApart(Add(0)).Ends(0));
        var (sure, maybe) = (new HashSet<string> { Memo(0) }, new HashSet<string>());
        var chance = new Random(17);
        var (kills, opened, written, late, n) = (0, 0, 0, 0, 0);
        while (kills < AddKills && n++ < MostTries)
        {
            var (killed, open, wrote, took) = Kill(mia, chance, full, whileWriting: n % 2 == 0, Add(n));
            full = Sooner(full, killed, took);
            opened += open ? 1 : 0;
            written += wrote ? 1 : 0;
            (killed ? maybe : sure).Add(Memo(n));
            kills += killed ? 1 : 0;
            late += killed ? 0 : 1;
            CheckWhole(mia);
            var there = mia.Json("codings", "list", Project).GetProperty("codings").EnumerateArray().Select(c => c.GetProperty("memo").GetString()!).Where(m => m.Length > 0).ToHashSet();
            Assert.Empty(sure.Except(there));
            Assert.Empty(there.Except(sure).Except(maybe));
        }

        output.WriteLine($"codings add: {kills} kills in {full.TotalSeconds:0.0} s of work: {opened} with the project open, {written} while bytes were written; {late} came too late");
        Assert.Equal(AddKills, kills);
    }

    [Fact]
    public void A_killed_rebuilding_of_the_index_leaves_the_old_one_until_the_new_is_whole()
    {
        using var mia = Begun();
        mia.Write("stor.csv", BigSurvey.Csv(Rows, 7));
        mia.Write("stor.profil.json", BigSurvey.Profile("Stor"));
        mia.Ok("import", Project, "stor.csv");
        var found = Found(mia);
        using (var db = new SqliteConnection($"Data Source={mia.File(Project)};Pooling=False"))
        {
            db.Open();
            using var outdate = db.CreateCommand();
            outdate.CommandText = "UPDATE project SET value = 'gammal' WHERE key = 'analyser'";
            outdate.ExecuteNonQuery();
        }

        System.IO.File.Copy(mia.File(Project), mia.File("före.mia"));
        var full = Time(() => mia.RunApart("sources", Project).Ends(0));
        var chance = new Random(19);
        var (kills, late, wrote) = (0, 0, 0);
        for (var n = 0; kills < RebuildKills && n < MostTries; n++)
        {
            Restore(mia);
            var cut = Kill(mia, chance, full, whileWriting: n % 2 == 0, "sources", Project);
            full = Sooner(full, cut.Killed, cut.Took);
            kills += cut.Killed ? 1 : 0;
            late += cut.Killed ? 0 : 1;
            wrote += cut.Wrote ? 1 : 0;
            Assert.Equal(found, Found(mia));
            CheckWhole(mia);
        }

        output.WriteLine($"rebuilding: {kills} kills in {full.TotalSeconds:0.0} s of work, {wrote} while bytes were written; {late} came too late");
        Assert.Equal(RebuildKills, kills);
    }

    [UnixFact]
    public void An_interrupted_import_ends_in_order_and_leaves_nothing()
    {
        using var mia = Begun();
        mia.Write("stor.csv", BigSurvey.Csv(Rows, 5));
        mia.Write("stor.profil.json", BigSurvey.Profile("Stor"));
        var before = LogicalDump.Of(mia.File(Project));
        using var process = mia.Start("import", Project, "stor.csv");
        while (!process.HasExited && !Has(mia, "-shm"))
        {
            Thread.Sleep(1);
        }

        using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("Avbrutet.", error, StringComparison.Ordinal);
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
        CheckWhole(mia);
    }

    private static string[] Add(int n) => ["codings", "add", Project, "--source", "samtal.txt", "--segment", "2", "--code", "mer tid", "--memo", Memo(n)];

    private static string Memo(int n) => "nr " + n.ToString(CultureInfo.InvariantCulture);

    /// <summary>A project in which something is done already: a source, codes, a coding, a memo.</summary>
    private static Mia Begun()
    {
        var mia = new Mia { Now = null };
        mia.Write("samtal.txt", "Intervjuare: Vad hade du behövt?\n\nDeltagare: Jag hade behövt mer tid med min handläggare.\n\nIntervjuare: Tack!\n");
        mia.Ok("new", Project);
        mia.Ok("import", Project, "samtal.txt", "--role", "Intervjuare=interviewer", "--role", "Deltagare=respondent");
        mia.Ok("codebook", "add", Project, "mer tid");
        mia.Ok("codebook", "add", Project, "stöd");
        mia.Ok("codings", "add", Project, "--quote", "mer tid", "--code", "mer tid");
        mia.Ok("memo", "add", Project, "en tanke");
        return mia;
    }

    /// <summary>
    /// Every other kill comes at any moment of the work, every other when the first bytes of the transaction reach the
    /// disk, or shortly after. The project is killed again and again as it is, unless the work was done before the kill.
    /// </summary>
    private void KillAgainAndAgain(Mia mia, (int All, int Writing) wanted, int seed, Action all, params string[] work)
    {
        System.IO.File.Copy(mia.File(Project), mia.File("före.mia"));
        var before = LogicalDump.Of(mia.File(Project));
        var full = Time(() => mia.RunApart(work).Ends(0));
        Restore(mia);
        var chance = new Random(seed);
        var (kills, opened, wrote, whole, late, tries) = (0, 0, 0, 0, 0, 0);
        while ((kills < wanted.All || wrote < wanted.Writing) && tries++ < MostTries)
        {
            var cut = Kill(mia, chance, full, whileWriting: tries % 2 == 0, work);
            full = Sooner(full, cut.Killed, cut.Took);
            kills += cut.Killed ? 1 : 0;
            opened += cut.Opened ? 1 : 0;
            wrote += cut.Wrote ? 1 : 0;
            late += cut.Killed ? 0 : 1;
            CheckWhole(mia);
            if (LogicalDump.Of(mia.File(Project)) != before)
            {
                whole += cut.Killed ? 1 : 0;
                all();
                Restore(mia);
            }
            else
            {
                Assert.True(cut.Killed, "the work ended well and left nothing");
            }
        }

        output.WriteLine($"{work[0]} {work[1]}: {kills} kills in {full.TotalSeconds:0.0} s of work: {opened} with the project open, {wrote} while bytes were written, {whole} just after the commit; {late} came too late");
        Assert.True(kills >= wanted.All && opened > wanted.All / 2 && wrote >= wanted.Writing, "too few kills hit the work");
    }

    private static void Restore(Mia mia)
    {
        foreach (var end in new[] { "", "-wal", "-shm" })
        {
            System.IO.File.Delete(mia.File(Project + end));
        }

        System.IO.File.Copy(mia.File("före.mia"), mia.File(Project));
    }

    /// <summary>How long the work takes: the first time, on a busy machine, may be many times too long, and all kills come too late.</summary>
    private static TimeSpan Sooner(TimeSpan full, bool killed, TimeSpan took) => !killed && took < full ? took : full;

    /// <summary>Starts the work and kills it. Tells whether it was alive, had the project open, and had begun to write; and how long it lived.</summary>
    private static (bool Killed, bool Opened, bool Wrote, TimeSpan Took) Kill(Mia mia, Random chance, TimeSpan full, bool whileWriting, params string[] work)
    {
        // Before a tenth of the time nothing but the runtime has started.
        var moment = full * (0.1 + (0.8 * chance.NextDouble()));
        var clock = Stopwatch.StartNew();
        using var process = mia.Start(work);
        if (whileWriting)
        {
            while (!process.HasExited && !Has(mia, "-wal"))
            {
                Thread.Sleep(1);
            }

            moment = clock.Elapsed + TimeSpan.FromMilliseconds(chance.Next(8));
        }

        process.WaitForExit(moment - clock.Elapsed is { Ticks: > 0 } left ? left : TimeSpan.Zero);
        var took = clock.Elapsed;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        var killed = process.ExitCode != 0;
        return (killed, killed && Has(mia, "-shm"), killed && Has(mia, "-wal"), took);
    }

    private static bool Has(Mia mia, string end) => new FileInfo(mia.File(Project + end)) is { Exists: true, Length: > 0 };

    private static void CheckWhole(Mia mia)
    {
        var check = mia.Json("check", Project);
        Assert.True(check.GetProperty("ok").GetBoolean(), check.ToString());
    }

    private static int Segments(Mia mia) => mia.Json("sources", Project).GetProperty("sources").EnumerateArray().Sum(s => s.GetProperty("segments").GetInt32());

    private static int Found(Mia mia) => mia.Json("search", Project, "myndighetskontakter", "--limit", "1").GetProperty("total").GetInt32();

    private static int Codings(Mia mia) => mia.Json("codings", "list", Project).GetProperty("codings").GetArrayLength();

    private static TimeSpan Time(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed;
    }
}
