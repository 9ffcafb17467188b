namespace MiaVoices.Tests.Support;

/// <summary>A folder of its own for a test, deleted with all that is in it.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mia-test-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public IReadOnlyList<string> Names() => [.. folder.EnumerateFileSystemInfos().Select(f => f.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Delete(recursive: true);
}
