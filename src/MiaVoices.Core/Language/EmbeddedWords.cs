namespace MiaVoices.Core.Language;

/// <summary>The word lists and tables of this folder that are embedded in the assembly.</summary>
internal static class EmbeddedWords
{
    /// <summary>All lines but comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>All words, which stand several a line.</summary>
    public static IEnumerable<string> Read(string name) =>
        Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A short hash of the content of some lists.</summary>
    public static string Hash(params ReadOnlySpan<string> names)
    {
        var hash = ContentHash.Empty;
        foreach (var name in names)
        {
            using var stream = Open(name);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            hash = ContentHash.Add(hash, content);
        }

        return ContentHash.Text(hash);
    }

    private static Stream Open(string name) =>
        typeof(EmbeddedWords).Assembly.GetManifestResourceStream("Language/" + name)
        ?? throw new InvalidOperationException($"The word list {name} is not embedded.");
}
