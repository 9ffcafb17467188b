using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>Short forms for plain SQL. Not thread-safe, as the connection is not.</summary>
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
        return command.ExecuteNonQuery();
    }

    public static long? Scalar(this SqliteConnection db, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = db.Command(sql, parameters);
        return command.ExecuteScalar() is long value ? value : null;
    }

    public static string? Text(this SqliteConnection db, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = db.Command(sql, parameters);
        return command.ExecuteScalar() as string;
    }

    public static IEnumerable<SqliteDataReader> Rows(this SqliteConnection db, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = db.Command(sql, parameters);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader;
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
