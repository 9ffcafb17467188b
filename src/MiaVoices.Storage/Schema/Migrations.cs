using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Schema;

/// <summary>Brings a project file's tables to the version that this program writes.</summary>
internal static class Migrations
{
    /// <summary>Marks a SQLite file as a project of ours ("MiaV").</summary>
    public const int ApplicationId = 0x4D696156;

    /// <summary>One script a version, in order: <c>0001.sql</c> makes version 1.</summary>
    private static readonly string[] Scripts = ["0001.sql", "0002.sql", "0003.sql", "0004.sql", "0005.sql", "0006.sql", "0007.sql", "0008.sql"];

    /// <summary>The version that this program reads and writes.</summary>
    public static int Current => Scripts.Length;

    /// <summary>Applies what is missing, each version in a transaction of its own.</summary>
    public static void Run(SqliteConnection db)
    {
        var version = (int)db.Scalar("PRAGMA user_version")!.Value;
        for (; version < Current; version++)
        {
            using var transaction = db.BeginTransaction();
            db.Execute(Script(Scripts[version]));
            db.Execute(FormattableString.Invariant($"PRAGMA user_version = {version + 1}"));
            db.Execute(FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}"));
            transaction.Commit();
        }
    }

    private static string Script(string name)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
