using System.Data;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>
/// The project files that this process has open. On Unix a process that closes any handle of a file loses all its locks on it
/// (https://sqlite.org/howtocorrupt.html, section 2.2), and another program could then take the write-ahead log away under us:
/// so nothing but the engine may open such a file or what lies beside it. Thread-safe.
/// </summary>
public static class HeldFiles
{
    private static readonly string[] Beside = ["-wal", "-shm", "-journal"];
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, int> Held = new(StringComparer.Ordinal);

    /// <summary>Whether a path is that of a project that is open here, or of a file that the engine keeps beside it.</summary>
    public static bool Holds(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = Name(path);
        lock (Gate)
        {
            return Held.ContainsKey(name) || Beside.Any(b => name.EndsWith(b, StringComparison.Ordinal) && Held.ContainsKey(name[..^b.Length]));
        }
    }

    /// <summary>Looks at a file, unless it is held already, and opens it; it is held until the connection is closed.</summary>
    internal static SqliteConnection Open(string path, Action look, Func<SqliteConnection> open)
    {
        var name = Name(path);
        lock (Gate)
        {
            if (!Held.ContainsKey(name))
            {
                look();
            }

            Held[name] = Held.GetValueOrDefault(name) + 1;
        }

        try
        {
            var db = open();
            db.StateChange += (_, change) =>
            {
                if (change.CurrentState == ConnectionState.Closed)
                {
                    Release(name);
                }
            };
            return db;
        }
        catch
        {
            Release(name);
            throw;
        }
    }

    private static void Release(string name)
    {
        lock (Gate)
        {
            if (Held.GetValueOrDefault(name) <= 1)
            {
                Held.Remove(name);
            }
            else
            {
                Held[name]--;
            }
        }
    }

    private static string Name(string path)
    {
        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Path.GetFullPath(path);
        }
    }
}
