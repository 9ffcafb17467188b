using System.IO.Compression;
using System.Text;
using System.Xml;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;

namespace MiaVoices.Formats.Zip;

/// <summary>
/// A zip file (docx, xlsx) whose size when unpacked is known to be reasonable and whose XML holds no document type.
/// Nothing is ever written to disk and nothing outside the file is followed.
/// </summary>
internal sealed class SafeZip : IDisposable
{
    /// <summary>Largest size of all parts together when unpacked, in bytes.</summary>
    public const long LargestInflated = 200L * 1024 * 1024;

    /// <summary>Largest number of parts.</summary>
    public const int MostEntries = 10_000;

    /// <summary>Largest ratio of unpacked to packed size for a part above <see cref="RatioFrom"/> bytes; real documents stay below 100.</summary>
    public const int LargestRatio = 300;

    /// <summary>Deepest nesting of elements in a part; Word and LibreOffice stay below 60.</summary>
    public const int Deepest = 512;

    private const long RatioFrom = 8L * 1024 * 1024;

    private readonly ZipArchive archive;
    private readonly string name;

    private SafeZip(ZipArchive archive, string name)
    {
        this.archive = archive;
        this.name = name;
    }

    /// <summary>Names of the parts, with '/'.</summary>
    public IEnumerable<string> Names => archive.Entries.Select(e => e.FullName.Replace('\\', '/'));

    /// <summary>Opens and checks sizes.</summary>
    /// <exception cref="RefusedException"><c>zip.damaged</c> or <c>zip.toobig</c> (fact: megabytes allowed).</exception>
    public static SafeZip Open(SourceFile file)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(new MemoryStream(file.Content.ToArray(), writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count == 0)
            {
                throw new RefusedException(Problem.At(file.Name, "zip.damaged"));
            }

            var total = 0L;
            foreach (var entry in archive.Entries)
            {
                total += entry.Length;
                var ratio = entry.Length / Math.Max(1, entry.CompressedLength);
                if (total > LargestInflated || archive.Entries.Count > MostEntries || (entry.Length > RatioFrom && ratio > LargestRatio))
                {
                    throw new RefusedException(Problem.At(file.Name, "zip.toobig", LargestInflated / (1024 * 1024)));
                }
            }

            return new SafeZip(archive, file.Name);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException or IOException)
        {
            archive?.Dispose();
            throw new RefusedException(Problem.At(file.Name, "zip.damaged"), e);
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    /// <summary>Whether a file is a zip with this part, or whose list of content types names this type. Never throws.</summary>
    public static bool Holds(SourceFile file, string part, string contentType)
    {
        if (FileSignature.Of(file.Content.Span) != "zip")
        {
            return false;
        }

        try
        {
            using var zip = Open(file);
            return zip.Has(part)
                || (zip.Bytes("[Content_Types].xml") is { } types && Encoding.UTF8.GetString(types).Contains(contentType, StringComparison.Ordinal));
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    /// <summary>Whether a part of this name (any case) is there.</summary>
    public bool Has(string part) => Find(part) is not null;

    /// <summary>The bytes of a part, or null.</summary>
    /// <exception cref="RefusedException"><c>zip.damaged</c> or <c>zip.toobig</c>: the part is not what the directory says.</exception>
    public byte[]? Bytes(string part)
    {
        if (Find(part) is not { } entry)
        {
            return null;
        }

        try
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream((int)Math.Clamp(entry.Length, 0, LargestInflated));
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
            {
                // The directory may lie about the size.
                if (copy.Length + read > LargestInflated)
                {
                    throw new RefusedException(Problem.At(name, "zip.toobig", LargestInflated / (1024 * 1024)));
                }

                copy.Write(buffer, 0, read);
            }

            return copy.Length == copy.Capacity ? copy.GetBuffer() : copy.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException)
        {
            throw new RefusedException(Problem.At(name, "zip.damaged"), e);
        }
    }

    /// <summary>A reader over an XML part, or null if the part is not there; document types are forbidden.</summary>
    /// <exception cref="RefusedException"><c>xml.nesting</c> (fact: <see cref="Deepest"/>), and what <see cref="Bytes"/> refuses.</exception>
    public XmlReader? Xml(string part)
    {
        if (Bytes(part) is not { } bytes)
        {
            return null;
        }

        RefuseNesting(bytes);
        return XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
    }

    /// <summary>Elements as a tree take time by the square of their depth, so that depth is told before a tree is made.</summary>
    private void RefuseNesting(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
            while (reader.Read())
            {
                if (reader.Depth > Deepest)
                {
                    throw new RefusedException(Problem.At(name, "xml.nesting", Deepest));
                }
            }
        }
        catch (XmlException)
        {
            // Whoever reads the part meets the same fault and tells it.
        }
    }

    /// <summary>Reads every XML part once, so that a library that comes after meets neither a document type nor a damaged part.</summary>
    /// <exception cref="RefusedException"><c>zip.damaged</c> or <c>zip.toobig</c>.</exception>
    public void CheckAllXml(CancellationToken cancellation)
    {
        var total = 0L;
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = Bytes(entry.FullName) ?? [];
            total += bytes.Length;
            if (total > LargestInflated)
            {
                throw new RefusedException(Problem.At(name, "zip.toobig", LargestInflated / (1024 * 1024)));
            }

            try
            {
                using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
                reader.MoveToContent();
            }
            catch (XmlException e)
            {
                throw new RefusedException(Problem.At(name, "zip.damaged"), e);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private ZipArchiveEntry? Find(string part) =>
        archive.Entries.FirstOrDefault(e => string.Equals(e.FullName.Replace('\\', '/'), part, StringComparison.OrdinalIgnoreCase));
}
