using MiaVoices.Core.Sources;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MiaVoices.Storage.Index;

/// <summary>
/// Adds and removes entries of the index, in the same transaction as the segments' rows. Made within a transaction and
/// disposed before it ends. An entry that fails leaves nothing of itself and keeps those before.
/// </summary>
public sealed class SegmentIndexWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _add;
    private readonly SqliteCommand _remove;
    private readonly FormCounts _forms;
    private readonly bool _alone;

    /// <summary>Prepares; the connection needs <see cref="IndexTokenizer"/>.</summary>
    public SegmentIndexWriter(SqliteConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _forms = IndexTokenizer.Forms(connection);

        // What a transaction counted that was rolled back.
        _forms.Drop();
        _alone = raw.sqlite3_get_autocommit(connection.Handle) != 0;
        _add = connection.CreateCommand();
        // A plain INSERT would leave the words of an older entry in an index without content, and no check would see it.
        _add.CommandText = "INSERT OR REPLACE INTO segment_index (rowid, text) VALUES ($id, $text)";
        _add.Parameters.Add("$id", SqliteType.Integer);
        _add.Parameters.Add("$text", SqliteType.Text);
        _remove = connection.CreateCommand();
        _remove.CommandText = "DELETE FROM segment_index WHERE rowid = $id";
        _remove.Parameters.Add("$id", SqliteType.Integer);
    }

    /// <summary>Adds a segment, in place of what the index may hold of it.</summary>
    /// <param name="segment">Key of the segment.</param>
    /// <param name="text">Its words.</param>
    /// <param name="language">The language of its source.</param>
    public void Add(long segment, string text, TextLanguage language = TextLanguage.Swedish)
    {
        _add.Parameters[0].Value = segment;
        _add.Parameters[1].Value = language == TextLanguage.English ? DocumentTokens.English + text : text;
        IndexTokenizer.Run(_connection, _add.ExecuteNonQuery);
    }

    /// <summary>Removes a segment; nothing happens if the index does not hold it.</summary>
    public void Remove(long segment)
    {
        _remove.Parameters[0].Value = segment;
        _remove.ExecuteNonQuery();
    }

    /// <summary>Writes down the forms of the segments added.</summary>
    public void Dispose()
    {
        // An error may have rolled the transaction back already.
        if (_alone || raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _forms.Save(_connection);
        }

        _add.Dispose();
        _remove.Dispose();
    }
}
