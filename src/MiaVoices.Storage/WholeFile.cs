using MiaVoices.Core;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>Makes the file of a project. It comes into being whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Makes a file under another name, fills it, and gives it its own name when all is in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="context">What a connection to it needs.</param>
    /// <param name="isThere">The key of what is told where something of that name is there already.</param>
    /// <param name="cannot">The key of what is told where it cannot be written.</param>
    /// <param name="fill">Fills it.</param>
    /// <exception cref="RefusedException">Something of that name is there, the place cannot be written to, or it was refused to fill the file.</exception>
    public static void Make(string path, StoreContext context, string isThere, string cannot, Action<SqliteConnection> fill)
    {
        var file = Path.GetFileName(path);
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw new RefusedException(Problem.At(file, isThere));
        }

        var draft = path + ".new";
        try
        {
            MakeEmpty(draft);
            using (var db = ProjectConnection.Connect(draft, context))
            {
                fill(db);
            }

            File.Move(draft, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Problem.At(file, cannot), e);
        }
        catch (RefusedException e)
        {
            throw new RefusedException(e.Problem with { Where = file }, e);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }

    /// <summary>The file holds what people said in confidence: only its owner may read it.</summary>
    private static void MakeEmpty(string path)
    {
        // What an interrupted run left goes first: a file that is there would keep its own permissions.
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
    }
}
