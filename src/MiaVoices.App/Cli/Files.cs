using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats.Tables;
using MiaVoices.Storage;

namespace MiaVoices.App.Cli;

/// <summary>Reads and writes files for commands, and says in a person's terms what went wrong.</summary>
internal static class Files
{
    /// <summary>Larger files are refused: no transcript or survey comes near it, and memory has an end.</summary>
    private const long Largest = 512L * 1024 * 1024;

    /// <summary>A new project is a file that ends in .mia, also when the person leaves that out.</summary>
    public static string WithEnding(string path) => Path.GetExtension(path).Length == 0 ? path + ".mia" : path;

    /// <summary>The project that a person means: the file, or the one with the ending that they left out.</summary>
    public static string Project(string path) => !File.Exists(path) && File.Exists(path + ".mia") ? path + ".mia" : path;

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="RefusedException">It is missing, a folder, too large, or may not be read.</exception>
    public static ReadOnlyMemory<byte> Read(string path, string name)
    {
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

    public static Sheet ReadSheet(string path)
    {
        var name = Path.GetFileName(path);
        var content = Read(path, name);
        if (content.Span.StartsWith("PK\x03\x04"u8))
        {
            throw new RefusedException(Problem.At(name, "file.notCsv"));
        }

        var sheet = DelimitedText.ReadSheet(new SourceFile(name, content));
        return sheet with { Rows = [.. sheet.Rows.Where(r => !r.Cells.All(string.IsNullOrWhiteSpace))] };
    }

    public static byte[] Csv(Sheet sheet) => CsvText.Bytes(sheet.Rows.Select(r => r.Cells).Prepend(sheet.Headers));

    /// <summary>Writes a file whole or not at all.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var name = Path.GetFileName(path);
        var draft = path + ".new";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
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
    public static IReadOnlyList<(string Path, ImportFile File)> Expand(IEnumerable<string> paths)
    {
        var files = new List<(string, ImportFile)>();
        foreach (var path in paths)
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
    public static string? ProfileBeside(string path)
    {
        var stem = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path));
        return new[] { stem + ".profil.json", stem + ".profile.json" }.FirstOrDefault(File.Exists);
    }

    /// <summary>What lies in a folder without having a size is empty, or is a device or pipe whose reading would never end.</summary>
    private static bool IsEmpty(string path) => new FileInfo(path) is { Exists: true, Length: 0 };

    private static bool IsPassedOver(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".profil.json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".profile.json", StringComparison.OrdinalIgnoreCase);
}
