using System.Xml;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;

namespace MiaVoices.Formats.Zip;

/// <summary>What an OpenDocument package holds.</summary>
internal static class OdfPackage
{
    /// <summary>Deepest nesting of elements; LibreOffice stays below 40.</summary>
    public const int Deepest = 256;

    private const string Content = "content.xml";

    /// <summary>text or spreadsheet, told by the content itself; null for anything else. Never throws.</summary>
    public static string? Kind(SourceFile file)
    {
        if (FileSignature.Of(file.Content.Span) != "zip")
        {
            return null;
        }

        try
        {
            using var zip = SafeZip.Open(file);
            return zip.Has(Content) ? Kind(zip) : null;
        }
        catch (Exception e) when (e is RefusedException or XmlException)
        {
            return null;
        }
    }

    /// <summary>text or spreadsheet; null for drawings and presentations.</summary>
    /// <exception cref="XmlException">The content is not well formed.</exception>
    public static string? Kind(SafeZip zip)
    {
        using var reader = zip.Xml(Content);
        var inBody = false;
        reader?.MoveToContent();
        while (reader is { EOF: false })
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth == 0)
            {
                reader.Read();
            }
            else if (inBody)
            {
                return reader.LocalName is "text" or "spreadsheet" ? reader.LocalName : null;
            }
            else if (reader.LocalName == "body")
            {
                inBody = true;
                reader.Read();
            }
            else
            {
                reader.Skip();
            }
        }

        return null;
    }

    /// <summary>Reads a package, with its faults made into refusals.</summary>
    /// <exception cref="RefusedException"><c>zip.damaged</c>, <c>zip.toobig</c>, <c>odf.encrypted</c>, <c>xml.nesting</c>, and what <paramref name="read"/> refuses.</exception>
    public static T Read<T>(SourceFile file, Func<SafeZip, XmlReader, T> read)
    {
        using var zip = SafeZip.Open(file);
        try
        {
            if (zip.Bytes("META-INF/manifest.xml") is { } manifest && manifest.AsSpan().IndexOf("encryption-data"u8) >= 0)
            {
                throw new RefusedException(Problem.At(file.Name, "odf.encrypted"));
            }

            using var content = zip.Xml(Content) ?? throw new RefusedException(Problem.At(file.Name, "zip.damaged"));
            return read(zip, content);
        }
        catch (XmlException e)
        {
            throw new RefusedException(Problem.At(file.Name, "zip.damaged"), e);
        }
    }

    /// <summary>Value of an attribute by its local name, of the element that the reader stands on; null where it is not there.</summary>
    public static string? Attribute(XmlReader reader, string local)
    {
        string? value = null;
        while (value is null && reader.MoveToNextAttribute())
        {
            value = reader.LocalName == local ? reader.Value : null;
        }

        reader.MoveToElement();
        return value;
    }

    /// <exception cref="RefusedException"><c>xml.nesting</c> (fact: <see cref="Deepest"/>).</exception>
    public static void RefuseNesting(XmlReader reader, string file)
    {
        if (reader.Depth > Deepest)
        {
            throw new RefusedException(Problem.At(file, "xml.nesting", Deepest));
        }
    }
}
