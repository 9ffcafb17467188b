namespace MiaVoices.Tests.Support;

/// <summary>The project's own files, for the tests that hold texts and documents to the sources.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The C# files below <c>src</c>, by path.</summary>
    public static IEnumerable<(string Path, string Text)> Sources => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj"))
        .Order(StringComparer.Ordinal)
        .Select(f => (f, File.ReadAllText(f)));

    /// <summary>The Markdown files at the top and in <c>docs</c>.</summary>
    public static IEnumerable<string> Documents => Directory.EnumerateFiles(Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MiaVoices.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("MiaVoices.sln");
    }
}
