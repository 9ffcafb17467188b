namespace MiaVoices.Terminal.Files;

/// <summary>What lies in a folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Size">Bytes; 0 for a folder.</param>
/// <param name="Modified">When it was last changed.</param>
public sealed record FileEntry(string Name, bool IsFolder, long Size, DateTimeOffset Modified);

/// <summary>Why a folder could not be read.</summary>
public enum FolderProblem
{
    /// <summary>It could.</summary>
    None,

    /// <summary>There is no such folder.</summary>
    Missing,

    /// <summary>This person may not read it.</summary>
    Denied,

    /// <summary>The disk or the network failed.</summary>
    Failed,
}

/// <summary>The folders and files that a <see cref="FilePicker"/> shows.</summary>
public interface IFolders
{
    /// <summary>Reads a folder, in no particular order.</summary>
    /// <param name="folder">Its whole path.</param>
    /// <param name="problem">Why it could not be read.</param>
    /// <returns>What lies in it; nothing if it could not be read.</returns>
    IReadOnlyList<FileEntry> Read(string folder, out FolderProblem problem);

    /// <summary>The folder above one; null for the uppermost.</summary>
    /// <param name="folder">A whole path.</param>
    string? Parent(string folder);

    /// <summary>The whole path of what lies in a folder under a name, or of a path typed there.</summary>
    /// <param name="folder">A whole path.</param>
    /// <param name="typed">A name or a path, also with <c>~</c> for the home folder.</param>
    string Resolve(string folder, string typed);
}
