using System.Diagnostics;
using System.Globalization;
using MiaVoices.Tests.Support;
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
    private const int ImportKills = 8;
    private const int CodingKills = 6;
    private const int AddKills = 8;

    /// <summary>Many kills may come too late; then the moments are too far off for the test to show anything.</summary>
    private const int MostTries = 40;

    [Fact]
    public void A_killed_import_leaves_all_or_nothing_and_can_be_done_again()
    {
        using var mia = Begun();
        mia.Write("stor.csv", BigSurvey.Csv(Rows, 7));
        mia.Write("stor.profil.json", BigSurvey.Profile("Stor"));
        System.IO.File.Copy(mia.File(Project), mia.File("mått.mia"));
        var full = Time(() => mia.Ok("import", "mått.mia", "stor.csv"));
        var chance = new Random(11);
        var (kills, inside, done, tries) = (0, 0, 0, 0);
        var before = LogicalDump.Of(mia.File(Project));
        while (kills < ImportKills && tries++ < MostTries)
        {
            var (killed, wrote) = Kill(mia, chance, full, "import", Project, "stor.csv");
            if (!killed)
            {
                // It was quicker than measured: what is done is done, and is taken back for the next try.
                done++;
                CheckWhole(mia);
                mia.Ok("undo", Project);
                continue;
            }

            kills++;
            inside += wrote ? 1 : 0;
            CheckWhole(mia);
            var after = LogicalDump.Of(mia.File(Project));
            if (after.Length != before.Length)
            {
                Assert.Equal(Rows + 3, Segments(mia));
                mia.Ok("undo", Project);
                after = LogicalDump.Of(mia.File(Project));
            }

            Assert.Equal(before, after);
        }

        output.WriteLine($"import: {kills} kills in {full.TotalSeconds:0.0} s of work, {inside} with writes under way, {done} came too late");
        Assert.Equal(ImportKills, kills);
        Assert.True(inside >= ImportKills / 4, $"only {inside} of {kills} kills hit while the file was written");
        mia.Ok("import", Project, "stor.csv");
        CheckWhole(mia);
        Assert.Equal(Rows + 3, Segments(mia));
    }

    [Fact]
    public void A_killed_import_of_codings_leaves_all_or_nothing_and_can_be_done_again()
    {
        using var mia = Begun();
        mia.Write("svar.csv", BigSurvey.Csv(4_000, 3));
        mia.Write("svar.profil.json", BigSurvey.Profile("Svar"));
        mia.Ok("import", Project, "svar.csv");
        mia.Write("kodningar.csv", "source;row;question;code\n" + string.Concat(Enumerable.Range(1, 4_000).Select(r => $"svar.csv;{r};Vad hade du behövt?;mer tid|stöd\n")));
        System.IO.File.Copy(mia.File(Project), mia.File("mått.mia"));
        var full = Time(() => mia.Ok("codings", "import", "mått.mia", "kodningar.csv"));
        var before = LogicalDump.Of(mia.File(Project));
        var chance = new Random(13);
        var (kills, inside, done, tries) = (0, 0, 0, 0);
        while (kills < CodingKills && tries++ < MostTries)
        {
            var (killed, wrote) = Kill(mia, chance, full, "codings", "import", Project, "kodningar.csv");
            CheckWhole(mia);
            var after = LogicalDump.Of(mia.File(Project));
            if (!killed || after.Length != before.Length)
            {
                done++;
                Assert.Equal(8_001, Codings(mia));
                mia.Ok("undo", Project);
                after = LogicalDump.Of(mia.File(Project));
            }

            kills += killed ? 1 : 0;
            inside += wrote ? 1 : 0;
            Assert.Equal(before, after);
        }

        output.WriteLine($"codings import: {kills} kills in {full.TotalSeconds:0.0} s of work, {inside} with writes under way, {done} came too late");
        Assert.Equal(CodingKills, kills);
        mia.Ok("codings", "import", Project, "kodningar.csv");
        CheckWhole(mia);
        Assert.Equal(8_001, Codings(mia));
    }

    [Fact]
    public void Of_codings_added_one_by_one_none_that_was_reported_done_is_lost()
    {
        using var mia = Begun();
        var full = Time(() => mia.Ok(Add(0)));
        var (sure, maybe) = (new HashSet<string> { Memo(0) }, new HashSet<string>());
        var chance = new Random(17);
        var (kills, late, n) = (0, 0, 0);
        while (kills < AddKills && n++ < MostTries)
        {
            var (killed, _) = Kill(mia, chance, full, Add(n));
            (killed ? maybe : sure).Add(Memo(n));
            kills += killed ? 1 : 0;
            late += killed ? 0 : 1;
            CheckWhole(mia);
            var there = mia.Json("codings", "list", Project).GetProperty("codings").EnumerateArray().Select(c => c.GetProperty("memo").GetString()!).Where(m => m.Length > 0).ToHashSet();
            Assert.Empty(sure.Except(there));
            Assert.Empty(there.Except(sure).Except(maybe));
        }

        output.WriteLine($"codings add: {kills} kills in {full.TotalMilliseconds:0} ms of work, {late} came too late");
        Assert.Equal(AddKills, kills);
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

    /// <summary>Starts the work and kills it at a moment within the time that it takes. Tells whether it was alive, and whether it was writing.</summary>
    private static (bool Killed, bool Wrote) Kill(Mia mia, Random chance, TimeSpan full, params string[] args)
    {
        // Before a tenth of the time nothing but the runtime has started.
        var moment = full * (0.1 + (0.85 * chance.NextDouble()));
        var clock = Stopwatch.StartNew();
        using var process = mia.Start(args);
        var ended = process.WaitForExit(moment - clock.Elapsed is { Ticks: > 0 } left ? left : TimeSpan.Zero);
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        var wal = new FileInfo(mia.File(Project + "-wal"));
        var killed = !ended && process.ExitCode != 0;
        if (!killed)
        {
            Assert.Equal(0, process.ExitCode);
        }

        return (killed, killed && wal.Exists && wal.Length > 0);
    }

    private static void CheckWhole(Mia mia)
    {
        var check = mia.Json("check", Project);
        Assert.True(check.GetProperty("ok").GetBoolean(), check.ToString());
    }

    private static int Segments(Mia mia) => mia.Json("sources", Project).GetProperty("sources").EnumerateArray().Sum(s => s.GetProperty("segments").GetInt32());

    private static int Codings(Mia mia) => mia.Json("codings", "list", Project).GetProperty("codings").GetArrayLength();

    private static TimeSpan Time(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed;
    }
}
