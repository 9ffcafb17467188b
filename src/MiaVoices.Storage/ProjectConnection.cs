using MiaVoices.Core;
using MiaVoices.Core.Language;
using MiaVoices.Storage.Index;
using MiaVoices.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>Opens the file of a project with the settings that safety asks for.</summary>
internal static class ProjectConnection
{
    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    static ProjectConnection() => SQLitePCL.Batteries_V2.Init();

    public static SqliteConnection Open(string path, ITextAnalyser analyser)
    {
        Recognise(path);
        var db = Connect(path, SqliteOpenMode.ReadWrite, analyser);
        try
        {
            var version = db.Scalar("PRAGMA user_version");
            if (db.Scalar("PRAGMA application_id") != Migrations.ApplicationId)
            {
                throw new RefusedException(Problem.At(Path.GetFileName(path), "project.notProject"));
            }

            if (version > Migrations.Current)
            {
                throw new RefusedException(Problem.At(Path.GetFileName(path), "project.newer", version, Migrations.Current));
            }

            Migrations.Run(db);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    public static SqliteConnection Connect(string path, SqliteOpenMode mode, ITextAnalyser analyser)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 5,
        }.ToString());
        try
        {
            db.Open();
            db.Execute("PRAGMA temp_store = MEMORY");
            db.Execute("PRAGMA secure_delete = ON");
            db.Execute("PRAGMA cache_size = -32768");
            db.Execute(IsOnNetwork(path) ? "PRAGMA locking_mode = EXCLUSIVE" : "PRAGMA journal_mode = WAL");
            db.Execute("PRAGMA synchronous = FULL");
            IndexTokenizer.Register(db, analyser);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    /// <summary>Refuses what is not a project before the engine touches it.</summary>
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
            Span<byte> head = stackalloc byte[16];
            var read = stream.ReadAtLeast(head, 16, throwOnEndOfStream: false);
            if (read == 0)
            {
                throw new RefusedException(Problem.At(name, "project.empty"));
            }

            if (!head[..read].SequenceEqual(Magic))
            {
                throw new RefusedException(Problem.At(name, "project.notProject"));
            }
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
