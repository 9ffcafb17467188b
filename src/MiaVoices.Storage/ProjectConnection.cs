using System.Buffers.Binary;
using MiaVoices.Core;
using MiaVoices.Storage.Index;
using MiaVoices.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>Opens the file of a project with the settings that safety asks for.</summary>
internal static class ProjectConnection
{
    // https://sqlite.org/fileformat2.html, section 1.3: big-endian numbers in the first 100 bytes.
    private const int UserVersionOffset = 60;
    private const int ApplicationIdOffset = 68;

    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    static ProjectConnection() => SQLitePCL.Batteries_V2.Init();

    public static SqliteConnection Open(string path, StoreContext context)
    {
        var db = HeldFiles.Open(path, () => Recognise(path), () => Connect(path, context));
        try
        {
            if (SQLitePCL.raw.sqlite3_db_readonly(db.Handle, "main") == 1)
            {
                throw new RefusedException(Problem.At(Path.GetFileName(path), "project.readOnly"));
            }

            // Once more than in the header: the file may have a log that holds a newer one.
            RequireVersion(path, db.Scalar("PRAGMA user_version") ?? 0);
            Migrations.Run(db);
            return db;
        }
        catch (SqliteException e)
        {
            // The header says that it is a project of ours: where its tables do not fit the migrations it is damaged.
            db.Dispose();
            throw ProjectFaults.Refusal(e, path) ?? new RefusedException(Problem.At(Path.GetFileName(path), "project.damaged"), e);
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    public static SqliteConnection Connect(string path, StoreContext context)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = Math.Max(1, context.LockSeconds),
        }.ToString());
        try
        {
            db.Open();
            db.Execute("PRAGMA temp_store = MEMORY");
            db.Execute("PRAGMA secure_delete = ON");
            db.Execute("PRAGMA cache_size = -32768");
            db.Execute(IsOnNetwork(path) ? "PRAGMA locking_mode = EXCLUSIVE" : "PRAGMA journal_mode = WAL");
            db.Execute("PRAGMA synchronous = FULL");
            IndexTokenizer.Register(db, context.Analyser, context.English);
            return db;
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, path) is { } refusal)
        {
            db.Dispose();
            throw refusal;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    private static void RequireVersion(string path, long version)
    {
        if (version > Migrations.Current)
        {
            throw new RefusedException(Problem.At(Path.GetFileName(path), "project.newer", version, Migrations.Current));
        }
    }

    /// <summary>
    /// Refuses what is not a project before the engine touches it: opening turns the write-ahead log on, and another
    /// program's database is not ours to alter.
    /// </summary>
    private static void Recognise(string path)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path))
        {
            throw new RefusedException(Problem.At(name, "project.isFolder"));
        }

        if (!File.Exists(path))
        {
            throw new RefusedException(Problem.At(name, "project.missing"));
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> head = stackalloc byte[100];
            var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (read == 0)
            {
                throw new RefusedException(Problem.At(name, "project.empty"));
            }

            if (!head[..read].StartsWith(Magic))
            {
                throw new RefusedException(Problem.At(name, "project.notProject"));
            }

            if (read < head.Length)
            {
                throw new RefusedException(Problem.At(name, "project.damaged"));
            }

            if (BinaryPrimitives.ReadInt32BigEndian(head[ApplicationIdOffset..]) != Migrations.ApplicationId)
            {
                throw new RefusedException(Problem.At(name, "project.notProject"));
            }

            RequireVersion(path, BinaryPrimitives.ReadInt32BigEndian(head[UserVersionOffset..]));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new RefusedException(Problem.At(name, "project.noAccess"), e);
        }
        catch (IOException e)
        {
            throw new RefusedException(Problem.At(name, "project.locked"), e);
        }
    }

    /// <summary>A write-ahead log needs shared memory, which network drives do not give: there, one user at a time.</summary>
    private static bool IsOnNetwork(string path)
    {
        var full = Path.GetFullPath(path);
        if (full.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return true;
        }

        try
        {
            var drive = OperatingSystem.IsWindows()
                ? new DriveInfo(Path.GetPathRoot(full)!)
                : DriveInfo.GetDrives()
                    .Where(d => full.StartsWith(d.Name, StringComparison.Ordinal))
                    .MaxBy(d => d.Name.Length);
            return drive is not null
                && (drive.DriveType == DriveType.Network || drive.DriveFormat is "nfs" or "nfs4" or "cifs" or "smb2" or "smb3" or "9p" or "fuse.sshfs");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
