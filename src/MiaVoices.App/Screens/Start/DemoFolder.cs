namespace MiaVoices.App.Screens.Start;

/// <summary>The folder of the practice project: what was begun there and not finished goes again, and nothing that was there before.</summary>
internal static class DemoFolder
{
    private const string Project = "stegvis.mia";
    private const string Aside = "stegvis-tidigare-*.mia";

    /// <summary>Makes the practice project in a folder, or leaves the folder as it was.</summary>
    /// <typeparam name="T">What is made.</typeparam>
    /// <param name="folder">The folder; it need not be there.</param>
    /// <param name="make">Makes it. An earlier project that it sets aside is put back if it is stopped.</param>
    public static T Make<T>(string folder, Func<T> make)
    {
        var wasThere = Directory.Exists(folder);
        var before = All(folder);
        var hadProject = before.Contains(Path.Combine(folder, Project));
        try
        {
            return make();
        }
        catch
        {
            TakeBack(folder, wasThere, before, hadProject);
            throw;
        }
    }

    private static void TakeBack(string folder, bool wasThere, HashSet<string> before, bool hadProject)
    {
        try
        {
            var aside = !Directory.Exists(folder) ? null : Directory.EnumerateFiles(folder, Aside).FirstOrDefault(f => !before.Contains(f));
            foreach (var file in All(folder).Where(f => f != aside && !before.Contains(f)).OrderByDescending(f => f.Length).ToList())
            {
                if (Directory.Exists(file))
                {
                    // Deepest first, so what was filled by us alone is empty now.
                    Directory.Delete(file);
                }
                else
                {
                    File.Delete(file);
                }
            }

            if (aside is not null && hadProject)
            {
                // With what SQLite keeps beside a file that is open.
                foreach (var ending in new[] { "", "-wal", "-shm", "-journal" })
                {
                    File.Delete(Path.Combine(folder, Project + ending));
                }

                File.Move(aside, Path.Combine(folder, Project));
            }

            if (!wasThere && Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be taken away stays; why the work stopped is what the person must hear.
        }
    }

    private static HashSet<string> All(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)] : [];
}
