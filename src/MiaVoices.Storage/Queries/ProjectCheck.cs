using MiaVoices.Core;
using MiaVoices.Storage.Index;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Queries;

/// <summary>Looks a project over: the file, the ties between rows, the texts and positions, the index and the journal.</summary>
internal static class ProjectCheck
{
    public static IReadOnlyList<Problem> Run(SqliteConnection db, CancellationToken cancellation)
    {
        var found = new List<Problem>();
        using (var moment = db.BeginTransaction(deferred: true))
        {
            // FTS5 remembers how its index is laid out. A read looks whether another program has altered that since; this check
            // of SQLite's does not, and would call the index damaged.
            db.Scalar("SELECT count(*) FROM segment_index WHERE rowid = 0");
            foreach (var r in db.Rows("PRAGMA integrity_check(20)"))
            {
                if (r.GetString(0) != "ok")
                {
                    found.Add(Problem.Of("check.file"));
                }
            }
        }

        foreach (var r in db.Rows("PRAGMA foreign_key_check"))
        {
            found.Add(Problem.Of("check.reference", r.GetString(0)));
        }

        cancellation.ThrowIfCancellationRequested();
        CheckSegments(db, found);
        cancellation.ThrowIfCancellationRequested();
        CheckCodings(db, found);
        cancellation.ThrowIfCancellationRequested();
        CheckJournal(db, found);
        if (!SegmentIndex.Check(db).IsWhole)
        {
            found.Add(Problem.Of("check.index"));
        }

        return found;
    }

    /// <summary>Segments of a source follow one another with one line feed between, numbered from 1.</summary>
    private static void CheckSegments(SqliteConnection db, List<Problem> found)
    {
        foreach (var r in db.Rows(
            """
            SELECT s.label, count(*) FROM (
                SELECT g.source, g.ordinal, g.start, g."end", length(g.text) AS points,
                    lag(g.ordinal, 1, 0) OVER w AS previous, lag(g."end", 1, -1) OVER w AS before
                FROM segment g WINDOW w AS (PARTITION BY g.source ORDER BY g.id)) t
            JOIN source s ON s.id = t.source
            WHERE t.ordinal <> t.previous + 1 OR t.start <> t.before + 1 OR t."end" - t.start < t.points
            GROUP BY s.id
            """))
        {
            found.Add(Problem.Of("check.segments", r.GetString(0), r.GetInt64(1)));
        }

        foreach (var r in db.Rows(
            """
            SELECT s.label FROM source s
            WHERE s.segments <> (SELECT count(*) FROM segment g WHERE g.source = s.id)
               OR s.length <> coalesce((SELECT max("end") FROM segment g WHERE g.source = s.id), 0)
            """))
        {
            found.Add(Problem.Of("check.source", r.GetString(0)));
        }
    }

    private static void CheckCodings(SqliteConnection db, List<Problem> found)
    {
        var codings = db.Rows("""SELECT k.source, k.start, k."end", k.quote, s.label FROM coding k JOIN source s ON s.id = k.source ORDER BY k.id""")
            .Select(r => (Source: r.GetInt64(0), Start: r.GetInt32(1), End: r.GetInt32(2), Quote: r.GetString(3), Label: r.GetString(4)));
        foreach (var coding in codings)
        {
            if (!string.Equals(Reading.Text(db, coding.Source, coding.Start, coding.End), coding.Quote, StringComparison.Ordinal))
            {
                found.Add(Problem.Of("check.coding", coding.Label, coding.Start, coding.End));
            }
        }
    }

    private static void CheckJournal(SqliteConnection db, List<Problem> found)
    {
        if (db.Scalar("SELECT count(*) <> coalesce(max(sequence), 0) FROM journal") != 0)
        {
            found.Add(Problem.Of("check.journal"));
        }
    }
}
