namespace MiaVoices.App.Cli;

/// <summary>The invented sample material that comes with the program.</summary>
internal static class SampleCorpus
{
    private const string Prefix = "corpus/";

    /// <summary>Writes the files below a folder, over those of an earlier demo.</summary>
    public static IReadOnlyList<string> Write(Files files, string folder)
    {
        var assembly = typeof(SampleCorpus).Assembly;
        var written = new List<string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var path = Path.Combine([folder, .. name[Prefix.Length..].Split('/')]);
            files.Write(path, bytes.ToArray());
            written.Add(path);
        }

        return written;
    }
}
