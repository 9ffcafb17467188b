using System.IO.Compression;

namespace MiaVoices.Formats.Reports;

/// <summary>Makes a package the same from run to run: parts in the order of their names, each with one fixed time.</summary>
internal static class FixedZip
{
    /// <summary>The earliest time that a zip can hold; it tells nothing.</summary>
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs the parts of a package anew. The list of content types comes first, as readers expect.</summary>
    public static byte[] Repack(Stream package) => Pack(Parts(package), CompressionLevel.Optimal);

    /// <summary>The parts of a package by name, the list of content types first.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Parts(Stream package)
    {
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        return
        [
            .. from.Entries.OrderBy(e => e.FullName[0] == '[' ? 0 : 1).ThenBy(e => e.FullName, StringComparer.Ordinal).Select(part =>
            {
                using var content = new MemoryStream();
                using var source = part.Open();
                source.CopyTo(content);
                return (part.FullName, content.ToArray());
            }),
        ];
    }

    /// <summary>Packs parts in the order given.</summary>
    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> parts, CompressionLevel level)
    {
        using var made = new MemoryStream();
        using (var to = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = to.CreateEntry(name, level);
                entry.LastWriteTime = Never;
                using var target = entry.Open();
                target.Write(content);
            }
        }

        return made.ToArray();
    }
}
