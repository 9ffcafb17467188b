namespace MiaVoices.Terminal.Files;

/// <summary>The folders of this machine. Hidden files and folders are left out.</summary>
public sealed class DiskFolders : IFolders
{
    /// <inheritdoc/>
    public IReadOnlyList<FileEntry> Read(string folder, out FolderProblem problem)
    {
        problem = FolderProblem.None;
        try
        {
            var options = new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = true };
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", options).Select(Entry)];
        }
        catch (Exception fault) when (fault is DirectoryNotFoundException or ArgumentException)
        {
            problem = FolderProblem.Missing;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or System.Security.SecurityException)
        {
            problem = FolderProblem.Denied;
        }
        catch (IOException)
        {
            problem = FolderProblem.Failed;
        }

        return [];
    }

    /// <inheritdoc/>
    public string? Parent(string folder) => Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } parent ? parent : null;

    /// <inheritdoc/>
    public string Resolve(string folder, string typed) => Path.GetFullPath(FromHome(typed), folder);

    /// <summary>What was typed, with the person's home folder where a shell would put it.</summary>
    public static string FromHome(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return typed == "~" ? home : typed.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, typed[2..]) : typed;
    }

    private static FileEntry Entry(FileSystemInfo info) =>
        new(info.Name, info is DirectoryInfo, info is FileInfo file ? file.Length : 0, new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero));
}
