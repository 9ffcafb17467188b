using System.Security.Cryptography;
using MiaVoices.Core;
using MiaVoices.Core.Workbench;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>What a project says of itself, as this program's last write left it.</summary>
internal sealed class ProjectFacts
{
    private readonly SqliteConnection _db;
    private readonly string _path;

    /// <exception cref="RefusedException">The project has no identity: its file is damaged.</exception>
    public ProjectFacts(SqliteConnection db, string path)
    {
        (_db, _path) = (db, path);
        Current = Read();
    }

    public ProjectInfo Current { get; private set; }

    /// <summary>Notes the facts that a project begins with.</summary>
    public static void Begin(SqliteConnection db, string name, StoreContext context)
    {
        var now = context.Clock.GetUtcNow();
        var id = context.Repeatable ? Ids.Seeded(now, $"{name}\n{context.Coder}").Next() : Ids.Random(context.Clock).Next();
        Write(db, "id", id.ToString());
        Write(db, "name", name);
        Write(db, "created", Words.Of(now));
        Write(db, "seed", Convert.ToHexString(SHA256.HashData(id.ToByteArray()))[..16]);
    }

    /// <summary>Reads them anew after something was written.</summary>
    public void Renew() => Current = Read();

    private ProjectInfo Read()
    {
        var (threshold, percentFrom) = Reading.Limits(_db);
        return new(
            Guid.Parse(Text("id") ?? throw new RefusedException(Problem.At(Path.GetFileName(_path), "project.damaged"))),
            Text("name") ?? "",
            Words.Time(Text("created")!),
            (int)_db.Scalar("PRAGMA user_version")!.Value)
        {
            Seed = Text("seed") ?? "",
            Threshold = threshold,
            PercentFrom = percentFrom,
        };
    }

    private string? Text(string key) => _db.Text("SELECT value FROM project WHERE key = $key", ("$key", key));

    private static void Write(SqliteConnection db, string key, string value) => db.Execute(
        "INSERT INTO project (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = $value", ("$key", key), ("$value", value));
}
