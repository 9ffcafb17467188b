using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Benchmarks;

/// <summary>A large survey comes in. Goals: 100,000 answers in under 60 s and under 1 GB.</summary>
internal static class ImportBenchmark
{
    private static readonly string[] Pragmas =
        ["temp_store = MEMORY", "secure_delete = ON", "cache_size = -32768", "journal_mode = WAL", "synchronous = FULL"];

    public static void Run(Bench bench)
    {
        var answers = bench.Answers;
        var csv = SurveyCsv.Of(answers);
        var words = answers.Sum(a => a.Count(c => c == ' ') + 1);
        Console.WriteLine(FormattableString.Invariant($"{answers.Count:N0} answers, {(double)words / answers.Count:0.0} words each, CSV {csv.Length / 1e6:0.0} MB\n"));

        var options = new ReadOptions { Profiles = [SurveyCsv.Profile] };
        var file = new SourceFile("enkät.csv", csv);
        var (read, import, plain) = (new List<double>(), new List<double>(), new List<double>());
        var (size, plainSize) = (0L, 0L);
        for (var run = 0; run <= bench.Options.Runs; run++)
        {
            // Ours and the plain one take turns, so that a busy spell meets both. The first round warms up.
            GC.Collect();
            var reading = Samples.Time(() => Readers.Read(file, options));
            var path = bench.Fresh("import.mia");
            var importing = Samples.Time(() =>
            {
                using var store = bench.Create(path);
                Bench.Import(store, "enkät.csv", csv);
            });
            size = new FileInfo(path).Length;
            var bare = bench.Fresh("plain.db");
            var inserting = Samples.Time(() => Plain(bare, answers));
            plainSize = new FileInfo(bare).Length;
            if (run > 0)
            {
                read.Add(reading);
                import.Add(importing);
                plain.Add(inserting);
            }
        }

        var table = new Table("ms", "median", "p95", "least", "most", "rows/s", "file MB", "ratio");
        var base_ = new Samples(plain);
        foreach (var (name, samples, bytes) in new[] { ("reading the CSV alone", new Samples(read), 0L), ("import: read, store, index", new Samples(import), size), ("plain SQLite inserts", base_, plainSize) })
        {
            table.Add(name, samples, answers.Count / samples.Median * 1000, bytes / 1e6, samples.Median / base_.Median);
        }

        table.Print();
        AsProcess(bench, csv);
    }

    /// <summary>The same by the program itself, with the peak of its memory.</summary>
    private static void AsProcess(Bench bench, byte[] csv)
    {
        var source = bench.Fresh("enkät.csv");
        File.WriteAllBytes(source, csv);
        var profile = bench.Fresh("enkät.profil.json");
        File.WriteAllText(profile, SurveyProfile.Format([SurveyCsv.Profile]));
        var program = bench.Options.Exe ?? ChildProcess.Built;
        var costs = Enumerable.Range(0, bench.Options.Runs).Select(_ =>
        {
            var path = bench.Fresh("program.mia");
            ChildProcess.Run(program, false, "new", path);
            return ChildProcess.Run(program, true, "import", path, source, "--profile", profile);
        }).ToList();
        var table = new Table("program: mia import", "median", "least", "most");
        var times = new Samples(costs.Select(c => c.Milliseconds / 1000));
        var peaks = new Samples(costs.Select(c => c.PeakMegabytes));
        table.Add("seconds", times.Median, times.Least, times.Most);
        table.Add("peak working set, MB", peaks.Median, peaks.Least, peaks.Most);
        table.Print();
    }

    private static void Plain(string path, IReadOnlyList<string> answers)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        db.Open();
        foreach (var pragma in Pragmas)
        {
            Execute(db, "PRAGMA " + pragma);
        }

        using var transaction = db.BeginTransaction();
        Execute(db, "CREATE TABLE answer (id INTEGER PRIMARY KEY, respondent TEXT, grp TEXT, part TEXT, gender TEXT, closed TEXT, text TEXT)");
        using var insert = db.CreateCommand();
        insert.CommandText = "INSERT INTO answer (respondent, grp, part, gender, closed, text) VALUES ($1, $2, $3, $4, $5, $6)";
        for (var i = 1; i <= 6; i++)
        {
            insert.Parameters.Add(FormattableString.Invariant($"${i}"), SqliteType.Text);
        }

        foreach (var row in SurveyCsv.Rows(answers))
        {
            insert.Parameters[0].Value = row.Id;
            insert.Parameters[1].Value = row.Group;
            insert.Parameters[2].Value = row.Part;
            insert.Parameters[3].Value = row.Gender;
            insert.Parameters[4].Value = row.Closed;
            insert.Parameters[5].Value = row.Text;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Execute(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
