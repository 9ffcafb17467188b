using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace MiaVoices.Formats.Reports;

/// <summary>What an Office file says of itself: title, time and program; no names of persons or machines.</summary>
internal static class CoreProperties
{
    private const string ContentType = "application/vnd.openxmlformats-package.core-properties+xml";

    /// <summary>Adds the part. Written by hand, since the usual way gives it a name by chance.</summary>
    public static void Add(OpenXmlPackage package, string id, string title, ReportMeta meta)
    {
        const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string Dublin = "http://purl.org/dc/elements/1.1/";
        const string Terms = "http://purl.org/dc/terms/";
        const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
        var part = package.AddNewPart<CoreFilePropertiesPart>(ContentType, id);
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        var at = meta.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        xml.WriteAttributeString("xmlns", "dcterms", null, Terms);
        xml.WriteAttributeString("xmlns", "xsi", null, Instance);
        xml.WriteElementString("title", Dublin, title);
        xml.WriteElementString("creator", Dublin, $"MiaVoices {meta.Program}");
        xml.WriteElementString("language", Dublin, $"{meta.Words.Language}-{meta.Words.Country}");
        foreach (var name in (string[])["created", "modified"])
        {
            xml.WriteStartElement("dcterms", name, Terms);
            xml.WriteAttributeString("xsi", "type", Instance, "dcterms:W3CDTF");
            xml.WriteString(at);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
