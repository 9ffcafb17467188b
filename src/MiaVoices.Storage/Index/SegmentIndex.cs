using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MiaVoices.Storage.Index;

/// <summary>What a check of the index found.</summary>
/// <param name="IsSound">False if FTS5 finds its own tables damaged.</param>
/// <param name="Missing">Segments that the index lacks.</param>
/// <param name="Surplus">Entries whose segment is gone.</param>
public sealed record IndexCheck(bool IsSound, int Missing, int Surplus)
{
    /// <summary>True if index and rows agree.</summary>
    public bool IsWhole => IsSound && Missing == 0 && Surplus == 0;
}

/// <summary>
/// The index as a whole. It holds every segment, those of hidden sources too. All methods need a connection with
/// <see cref="IndexTokenizer"/> and run within the caller's transaction.
/// </summary>
public static class SegmentIndex
{
    /// <summary>The statement that makes the index; the schema of a new project holds the same.</summary>
    public const string Definition =
        "CREATE VIRTUAL TABLE segment_index USING fts5 (text, content = '', contentless_delete = 1, detail = full, tokenize = 'mia')";

    /// <summary>What the tokenizer is given of a row of <c>segment</c>: the words, with a mark before those in English.</summary>
    private const string Indexed = "CASE (SELECT language FROM source WHERE source.id = segment.source) WHEN 'en' THEN char(2) || text ELSE text END";

    // Many small statements, so that progress shows and cancelling is quick; the price of each is far below its work.
    private const int SegmentsAtATime = 2_000;
    private const int PagesAtATime = 2_000;

    /// <summary>
    /// Drops the index, makes it again from the segments and notes the analyser's version. On cancellation or error the
    /// caller rolls back, and the old index stands.
    /// </summary>
    /// <param name="connection">The project.</param>
    /// <param name="analyser">The analyser that is registered on the connection.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops between statements.</param>
    public static void Rebuild(
        SqliteConnection connection,
        ITextAnalyser analyser,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(analyser);
        Execute(connection, "DROP TABLE IF EXISTS segment_index");
        Execute(connection, Definition);
        Execute(connection, "DELETE FROM segment_index_form");
        var forms = IndexTokenizer.Forms(connection);
        forms.Drop();
        using (new BulkIndexing(connection))
        {
            IndexAll(connection, progress, cancellation);
        }

        forms.Save(connection);

        Merge(connection, cancellation);
        MarkCurrent(connection, analyser);
    }

    /// <summary>Makes the entries of one source again, after its language was changed.</summary>
    /// <param name="connection">The project.</param>
    /// <param name="source">Key of the source.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops between statements; the caller rolls back.</param>
    public static void Renew(SqliteConnection connection, long source, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO segment_index (rowid, text) SELECT id, " + Indexed
            + " FROM segment WHERE source = $source AND ordinal > $after AND ordinal <= $after + $count";
        command.Parameters.AddWithValue("$source", source);
        command.Parameters.AddWithValue("$count", SegmentsAtATime);
        var after = command.Parameters.Add("$after", SqliteType.Integer);
        var all = Count(connection, FormattableString.Invariant($"SELECT count(*) FROM segment WHERE source = {source}"));
        for (var done = 0; done < all; done += SegmentsAtATime)
        {
            cancellation.ThrowIfCancellationRequested();
            after.Value = done;
            IndexTokenizer.Run(connection, command.ExecuteNonQuery);
            progress?.Report(Math.Min(1, (double)(done + SegmentsAtATime) / all));
        }
    }

    /// <summary>
    /// Joins the pieces of the index into one, for after a large import: about a third of the time that indexing took.
    /// Searches are quicker then, and the first small writes afterwards do not pay for it.
    /// </summary>
    public static void Merge(SqliteConnection connection, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var merge = connection.CreateCommand();
        merge.CommandText = "INSERT INTO segment_index (segment_index, rank) VALUES ('merge', $pages)";
        var pages = merge.Parameters.AddWithValue("$pages", -PagesAtATime);
        while (true)
        {
            // A negative number gathers all pieces, whatever their level; FTS5 is done when it changes one row or none.
            cancellation.ThrowIfCancellationRequested();
            var before = raw.sqlite3_total_changes(connection.Handle);
            merge.ExecuteNonQuery();
            if (raw.sqlite3_total_changes(connection.Handle) - before < 2)
            {
                return;
            }

            pages.Value = PagesAtATime;
        }
    }

    /// <summary>True if the index was built with this version of the analyser and this layout; otherwise it must be rebuilt before the first write.</summary>
    public static bool IsCurrent(SqliteConnection connection, ITextAnalyser analyser)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(analyser);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM project WHERE (key = 'analyser' AND value = $analyser) OR (key = 'index' AND value = $layout)";
        command.Parameters.AddWithValue("$analyser", analyser.Version);
        command.Parameters.AddWithValue("$layout", IndexTerms.Layout);
        return (long)command.ExecuteScalar()! == 2;
    }

    /// <summary>Notes what the index is built with; for a new project, whose empty index needs no building.</summary>
    public static void MarkCurrent(SqliteConnection connection, ITextAnalyser analyser)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(analyser);
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO project (key, value) VALUES ('analyser', $analyser), ('index', $layout)";
        command.Parameters.AddWithValue("$analyser", analyser.Version);
        command.Parameters.AddWithValue("$layout", IndexTerms.Layout);
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Checks FTS5's own tables, and that they hold exactly the segments. An index without content cannot be compared with
    /// the words themselves; <see cref="Rebuild"/> mends everything.
    /// </summary>
    public static IndexCheck Check(SqliteConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var sound = true;
        try
        {
            Execute(connection, "INSERT INTO segment_index (segment_index) VALUES ('integrity-check')");
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_CORRUPT)
        {
            sound = false;
        }

        // The shadow table with the lengths has one row an entry.
        return new IndexCheck(
            sound,
            Count(connection, "SELECT count(*) FROM segment WHERE id NOT IN (SELECT id FROM segment_index_docsize)"),
            Count(connection, "SELECT count(*) FROM segment_index_docsize WHERE id NOT IN (SELECT id FROM segment)"));
    }

    private static void IndexAll(SqliteConnection connection, IProgress<double>? progress, CancellationToken cancellation)
    {
        var all = Count(connection, "SELECT count(*) FROM segment");
        using var last = connection.CreateCommand();
        last.CommandText = "SELECT max(id) FROM (SELECT id FROM segment WHERE id > $after ORDER BY id LIMIT $count)";
        var lastAfter = last.Parameters.Add("$after", SqliteType.Integer);
        last.Parameters.AddWithValue("$count", SegmentsAtATime);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO segment_index (rowid, text) SELECT id, " + Indexed + " FROM segment WHERE id > $after AND id <= $last ORDER BY id";
        var insertAfter = insert.Parameters.Add("$after", SqliteType.Integer);
        var insertLast = insert.Parameters.Add("$last", SqliteType.Integer);
        long after = long.MinValue;
        var done = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            lastAfter.Value = after;
            if (last.ExecuteScalar() is not long end)
            {
                return;
            }

            insertAfter.Value = after;
            insertLast.Value = end;
            done += IndexTokenizer.Run(connection, insert.ExecuteNonQuery);
            after = end;
            progress?.Report(Math.Min(1, (double)done / all));
        }
    }

    private static int Count(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (int)(long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
