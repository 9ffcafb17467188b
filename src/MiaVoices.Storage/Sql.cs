using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MiaVoices.Storage;

/// <summary>
/// Short forms for plain SQL. What a person can mend (a lock, a full disk, a damaged file) comes as a refusal. Not
/// thread-safe, as the connection is not.
/// </summary>
internal static class Sql
{
    public static SqliteCommand Command(this SqliteConnection db, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = db.CreateCommand();
#pragma warning disable CA2100 // Every text given here is a constant of this project; values go as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public static int Execute(this SqliteConnection db, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = db.Command(sql, parameters);
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, db.DataSource) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>
    /// Runs a statement with its texts in the order of its question marks, unless another program holds the file. The commands
    /// of the driver try again for a second at the least, so this goes past them.
    /// </summary>
    /// <returns>Whether it was run.</returns>
    public static bool TryExecute(this SqliteConnection db, string sql, params ReadOnlySpan<string> texts)
    {
        var result = raw.sqlite3_prepare_v2(db.Handle, sql, out var statement);
        using (statement)
        {
            for (var i = 0; result == raw.SQLITE_OK && i < texts.Length; i++)
            {
                result = raw.sqlite3_bind_text(statement, i + 1, texts[i]);
            }

            result = result == raw.SQLITE_OK ? raw.sqlite3_step(statement) : result;
        }

        if (result is raw.SQLITE_BUSY or raw.SQLITE_LOCKED || (result & 0xFF) == raw.SQLITE_BUSY)
        {
            return false;
        }

        try
        {
            SqliteException.ThrowExceptionForRC(result, db.Handle);
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, db.DataSource) is { } refusal)
        {
            throw refusal;
        }

        return true;
    }

    public static long? Scalar(this SqliteConnection db, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        return db.First(sql, parameters) is long value ? value : null;
    }

    public static string? Text(this SqliteConnection db, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        return db.First(sql, parameters) as string;
    }

    /// <summary>
    /// Inserts one row and gives its integer key. RETURNING would do the same, but sets up a table in memory for each row, at several
    /// times the cost of the insert.
    /// </summary>
    public static long Insert(this SqliteCommand insert)
    {
        insert.ExecuteNonQuery();
        return raw.sqlite3_last_insert_rowid(insert.Connection!.Handle);
    }

    public static IEnumerable<SqliteDataReader> Rows(this SqliteConnection db, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = db.Command(sql, parameters);
        using var reader = command.Start();
        while (reader.Next(db))
        {
            yield return reader;
        }
    }

    private static object? First(this SqliteConnection db, string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = db.Command(sql, parameters);
        try
        {
            return command.ExecuteScalar();
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, db.DataSource) is { } refusal)
        {
            throw refusal;
        }
    }

    private static SqliteDataReader Start(this SqliteCommand command)
    {
        try
        {
            return command.ExecuteReader();
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, command.Connection!.DataSource) is { } refusal)
        {
            throw refusal;
        }
    }

    private static bool Next(this SqliteDataReader reader, SqliteConnection db)
    {
        try
        {
            return reader.Read();
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, db.DataSource) is { } refusal)
        {
            throw refusal;
        }
    }

    public static byte[] Blob(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Uid(this SqliteDataReader reader, int column)
    {
        return reader.GetFieldValue<byte[]>(column) is { Length: 16 } bytes
            ? new Guid(bytes, bigEndian: true)
            : throw new InvalidDataException("uid");
    }

    public static string? TextOrNull(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? IntOrNull(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static double? RealOrNull(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetDouble(column);
}
