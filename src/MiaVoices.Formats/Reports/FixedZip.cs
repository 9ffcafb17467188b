using System.IO.Compression;

namespace MiaVoices.Formats.Reports;

/// <summary>Makes a package the same from run to run: parts in the order of their names, each with one fixed time.</summary>
internal static class FixedZip
{
    /// <summary>The earliest time that a zip can hold; it tells nothing.</summary>
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs the parts of a package anew. The list of content types comes first, as readers expect.</summary>
    public static byte[] Repack(Stream package)
    {
        using var made = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(e => e.FullName[0] == '[' ? 0 : 1).ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = Never;
                using var source = part.Open();
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }

        return made.ToArray();
    }
}
