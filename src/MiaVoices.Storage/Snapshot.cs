using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MiaVoices.Storage;

/// <summary>
/// A view of the project as it stands at the first read, until disposed: what another program commits meanwhile is not
/// seen, so that several queries agree. Nothing can be written meanwhile. Within another view it does nothing.
/// </summary>
internal sealed class Snapshot : IDisposable
{
    private readonly SqliteConnection? _db;

    internal Snapshot(SqliteConnection db)
    {
        if (raw.sqlite3_get_autocommit(db.Handle) != 0)
        {
            db.Execute("BEGIN");
            _db = db;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // An interrupted statement may have ended the transaction already.
        if (_db is not null && raw.sqlite3_get_autocommit(_db.Handle) == 0)
        {
            _db.Execute("COMMIT");
        }
    }
}
