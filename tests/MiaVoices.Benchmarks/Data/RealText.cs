using System.IO.Compression;

namespace MiaVoices.Benchmarks.Data;

/// <summary>Segments of a packed table: a header line, then a segment a line with its text in the last column.</summary>
internal static class RealText
{
    public static IReadOnlyList<string> Read(string file, int most) => [.. Stream(file).Take(most)];

    public static IEnumerable<string> Stream(string file)
    {
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line[(line.LastIndexOf('\t') + 1)..];
        }
    }
}
