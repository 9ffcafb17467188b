using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats.Tables;
using MiaVoices.Storage;

namespace MiaVoices.App.Cli;

/// <summary>Reads and writes files, and says in a person's terms what went wrong. Relative paths are meant from a folder that need not be the process's.</summary>
/// <param name="folder">Gives that folder, whole; asked when there is such a path.</param>
internal sealed class Files(Func<string> folder)
{
    /// <summary>Larger files are refused: no transcript or survey comes near it, and memory has an end.</summary>
    private const long Largest = 512L * 1024 * 1024;

    /// <summary>A new project is a file that ends in .mia, also when the person leaves that out.</summary>
    public static string WithEnding(string path) => Path.GetExtension(path).Length == 0 ? path + ".mia" : path;

    /// <summary>The folder that relative paths are meant from.</summary>
    public string Folder => folder();

    /// <summary>A path as a person wrote it, whole. Nothing written stays so: there is no such file, and no folder either.</summary>
    public string Whole(string path) => path.Length == 0 ? path : Path.IsPathFullyQualified(path) ? Path.GetFullPath(path) : Path.GetFullPath(path, Folder);

    /// <summary>The whole path of the project that a person means: the file, or the one with the ending that they left out.</summary>
    public string Project(string path) => Whole(!Exists(path) && Exists(path + ".mia") ? path + ".mia" : path);

    /// <summary>Whether there is a file, which a folder is not.</summary>
    public bool Exists(string path) => File.Exists(Whole(path));

    /// <summary>Gives a file another name, which no other has.</summary>
    public void Move(string path, string other) => File.Move(Whole(path), Whole(other));

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="RefusedException">It is missing, a folder, too large, or may not be read.</exception>
    public ReadOnlyMemory<byte> Read(string path, string name)
    {
        path = Whole(path);
        try
        {
            if (Directory.Exists(path))
            {
                throw new RefusedException(Problem.At(name, "file.isFolder"));
            }

            if (HeldFiles.Holds(path))
            {
                throw new RefusedException(Problem.At(name, "file.isOpenProject"));
            }

            var info = new FileInfo(path);
            if (!info.Exists)
            {
                throw new RefusedException(Problem.At(name, "file.missing"));
            }

            return info.Length > Largest
                ? throw new RefusedException(Problem.At(name, "file.tooLarge", Largest / 1024 / 1024))
                : File.ReadAllBytes(path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new RefusedException(Problem.At(name, "file.noAccess"), e);
        }
        catch (IOException e)
        {
            throw new RefusedException(Problem.At(name, "file.locked"), e);
        }
    }

    public Sheet ReadSheet(string path)
    {
        var name = Path.GetFileName(path);
        var content = Read(path, name);
        if (content.Span.StartsWith("PK\x03\x04"u8))
        {
            throw new RefusedException(Problem.At(name, IsExchange(name) ? "format.exchange" : "file.notCsv"));
        }

        if (IsExchange(name) || IsCodeBook(content.Span))
        {
            throw new RefusedException(Problem.At(name, "format.exchange"));
        }

        var sheet = DelimitedText.ReadSheet(new SourceFile(name, content));
        return sheet with { Rows = [.. sheet.Rows.Where(r => !r.Cells.All(string.IsNullOrWhiteSpace))] };
    }

    /// <summary>Whether a name is that of a project or codebook that programs exchange (REFI-QDA).</summary>
    public static bool IsExchange(string path) => Path.GetExtension(path).ToLowerInvariant() is ".qdpx" or ".qdc";

    public static byte[] Csv(Sheet sheet) => CsvText.Bytes(sheet.Rows.Select(r => r.Cells).Prepend(sheet.Headers));

    /// <summary>Writes a file whole or not at all.</summary>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var name = Path.GetFileName(path);
        path = Whole(path);
        var draft = path + ".new";
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } above)
            {
                Directory.CreateDirectory(above);
            }

            File.WriteAllBytes(draft, bytes);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Problem.At(name, "file.cannotWrite"), e);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }

    /// <summary>
    /// The files that a person means by paths: a file by itself, a folder with everything below it in a fixed order. Names
    /// inside the project are relative to what was given. Lock files, hidden files and profiles are passed over.
    /// </summary>
    public IReadOnlyList<(string Path, ImportFile File)> Expand(IEnumerable<string> paths)
    {
        var files = new List<(string, ImportFile)>();
        foreach (var path in paths.Select(Whole))
        {
            if (!Directory.Exists(path))
            {
                var name = StoredText.Normalise(Path.GetFileName(path));
                files.Add((path, new ImportFile(name, () => Read(path, name))));
                continue;
            }

            try
            {
                var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
                var found = Directory.EnumerateFiles(path, "*", options)
                    .Select(f => (Full: f, Name: StoredText.Normalise(Path.GetRelativePath(path, f).Replace('\\', '/'))))
                    .Where(f => !IsPassedOver(Path.GetFileName(f.Full)) && !HeldFiles.Holds(f.Full))
                    .OrderBy(f => f.Name, Core.Language.SwedishOrder.Instance)
                    .ThenBy(f => f.Name, StringComparer.Ordinal);
                files.AddRange(found.Select(f => (f.Full, new ImportFile(f.Name, () => IsEmpty(f.Full) ? default : Read(f.Full, f.Name)))));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new RefusedException(Problem.At(Path.GetFileName(path), "file.noAccess"), e);
            }
        }

        return files;
    }

    /// <summary>The profile that lies beside a survey ("Enkät.csv" and "Enkät.profil.json"), or null.</summary>
    public string? ProfileBeside(string path)
    {
        var stem = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path));
        return new[] { stem + ".profil.json", stem + ".profile.json" }.FirstOrDefault(Exists);
    }

    /// <summary>What lies in a folder without having a size is empty, or is a device or pipe whose reading would never end.</summary>
    private static bool IsEmpty(string path) => new FileInfo(path) is { Exists: true, Length: 0 };

    /// <summary>Whether a text opens as the codebook of another program, whatever its file is called.</summary>
    private static bool IsCodeBook(ReadOnlySpan<byte> content)
    {
        var opening = content[..Math.Min(content.Length, 2000)];
        return opening.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8) && opening.IndexOf("<CodeBook"u8) >= 0;
    }

    private static bool IsPassedOver(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".profil.json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".profile.json", StringComparison.OrdinalIgnoreCase);
}
