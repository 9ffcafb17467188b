using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Index;

/// <summary>
/// Gives FTS5 64 MB of memory for new entries until disposed, so that a large import writes them in few pieces. The
/// setting is stored in the file and rolls back with the transaction.
/// </summary>
public sealed class BulkIndexing : IDisposable
{
    private const int Large = 64 * 1024 * 1024;
    private const int Usual = 1024 * 1024;
    private readonly SqliteConnection _connection;

    /// <summary>Sets the large size.</summary>
    public BulkIndexing(SqliteConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        Set(Large);
    }

    /// <summary>Sets the usual size again.</summary>
    public void Dispose() => Set(Usual);

    private void Set(int bytes)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "INSERT INTO segment_index (segment_index, rank) VALUES ('hashsize', $bytes)";
        command.Parameters.AddWithValue("$bytes", bytes);
        command.ExecuteNonQuery();
    }
}
