using MiaVoices.Core;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>Says in a person's terms what the database engine complained of.</summary>
public static class ProjectFaults
{
    /// <summary>The problem behind an engine's error, or null when it is a fault of ours.</summary>
    public static Problem? Explain(SqliteException error, string path)
    {
        ArgumentNullException.ThrowIfNull(error);
        var file = Path.GetFileName(path);
        return error.SqliteErrorCode switch
        {
            5 or 6 or 15 => Problem.At(file, "project.locked"),
            8 => Problem.At(file, "project.readOnly"),
            10 => Problem.At(file, "project.ioError"),
            11 => Problem.At(file, "project.damaged"),
            13 => Problem.At(file, "project.diskFull"),
            14 => Problem.At(file, "project.cannotOpen"),
            26 => Problem.At(file, "project.notProject"),
            _ => null,
        };
    }

    /// <summary>The refusal behind an engine's error, or null when it is a fault of ours.</summary>
    internal static RefusedException? Refusal(SqliteException error, string path) =>
        Explain(error, path) is { } problem ? new RefusedException(problem, error) : null;
}
