using MiaVoices.Core.Workbench;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>Keeps what searches found, outside the journal.</summary>
internal sealed class SearchTrail(SqliteConnection db, StoreContext context) : ISearchTrail
{
    public bool KeepsHistory
    {
        get => db.Scalar("SELECT count(*) FROM search_history_kept WHERE coder = $coder", Coder) > 0;
        set => db.Execute(
            value ? "INSERT INTO search_history_kept (coder) VALUES ($coder) ON CONFLICT DO NOTHING" : "DELETE FROM search_history_kept WHERE coder = $coder",
            Coder);
    }

    private (string, object?) Coder => ("$coder", context.Coder);

    private (string, object?) Now => ("$at", Words.Of(context.Clock.GetUtcNow()));

    public IReadOnlyDictionary<Guid, SeenSearch> Seen() =>
        db.Rows("SELECT search, saved_total, saved_at, saved_last, total, at FROM search_seen").ToDictionary(
            r => r.Uid(0),
            r => new SeenSearch(r.GetInt32(1), Words.Time(r.GetString(2)), r.GetInt64(3), r.GetInt32(4), Words.Time(r.GetString(5))));

    public void Note(Guid search, int total, bool asSaved) => db.Execute(
        $"""
        INSERT INTO search_seen (search, saved_total, saved_at, saved_last, total, at)
        VALUES ($search, $total, $at, coalesce((SELECT max(id) FROM segment), 0), $total, $at)
        ON CONFLICT (search) DO UPDATE SET total = excluded.total, at = excluded.at
        {(asSaved ? ", saved_total = excluded.saved_total, saved_at = excluded.saved_at, saved_last = excluded.saved_last" : "")}
        """,
        ("$search", Sql.Blob(search)), ("$total", total), Now);

    public void Remember(string query, int total)
    {
        if (!KeepsHistory)
        {
            return;
        }

        using var transaction = db.BeginTransaction(deferred: false);
        db.Execute("INSERT INTO search_history (coder, at, query, total) VALUES ($coder, $at, $query, $total)", Coder, Now, ("$query", query), ("$total", total));
        db.Execute(
            """
            DELETE FROM search_history WHERE coder = $coder
              AND id <= (SELECT id FROM search_history WHERE coder = $coder ORDER BY id DESC LIMIT 1 OFFSET $most)
            """,
            Coder,
            ("$most", ISearchTrail.LongestHistory));
        transaction.Commit();
    }

    public IReadOnlyList<PastSearch> History() =>
    [
        .. db.Rows("SELECT at, query, total FROM search_history WHERE coder = $coder ORDER BY id DESC", Coder)
            .Select(r => new PastSearch(Words.Time(r.GetString(0)), r.GetString(1), r.GetInt32(2))),
    ];

    public int ClearHistory()
    {
        var gone = db.Execute("DELETE FROM search_history WHERE coder = $coder", Coder);

        // The engine overwrites what it deletes; the write-ahead log may still hold the old pages.
        db.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return gone;
    }
}
