using System.IO.Compression;

namespace MiaVoices.Benchmarks.Data;

/// <summary>Segments of a packed table: a header line, then a segment a line with its text in the last column.</summary>
internal static class RealText
{
    public static IReadOnlyList<string> Read(string file, int most)
    {
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        reader.ReadLine();
        var texts = new List<string>(most);
        while (texts.Count < most && reader.ReadLine() is { } line)
        {
            texts.Add(line[(line.LastIndexOf('\t') + 1)..]);
        }

        return texts;
    }
}
