using System.Xml;
using System.Xml.Linq;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.Word;

/// <summary>Finds the parts of a Word package.</summary>
internal static class WordPackage
{
    /// <summary>A reader over the main part, or null if there is none.</summary>
    public static XmlReader? MainPart(SafeZip zip)
    {
        using var relations = zip.Xml("_rels/.rels");
        var target = relations is null ? null : XDocument.Load(relations).Root?.Elements()
            .FirstOrDefault(e => ((string?)e.Attribute("Type"))?.EndsWith("/officeDocument", StringComparison.Ordinal) == true)
            ?.Attribute("Target")?.Value.TrimStart('/');
        return (target is null ? null : zip.Xml(target)) ?? zip.Xml("word/document.xml");
    }

    /// <summary>Ids of the paragraph styles that are headings or titles: style ids are in the language of the Word that made them, names are not.</summary>
    public static IReadOnlySet<string> HeadingStyles(SafeZip zip)
    {
        var styles = new HashSet<string>(StringComparer.Ordinal);
        using var reader = zip.Xml("word/styles.xml");
        if (reader is null)
        {
            return styles;
        }

        foreach (var style in XDocument.Load(reader).Descendants().Where(e => e.Name.LocalName == "style"))
        {
            string? Value(string child, string attribute) =>
                style.Elements().FirstOrDefault(e => e.Name.LocalName == child)?.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;
            var name = Value("name", "val") ?? "";
            var outlined = style.Descendants().Any(e => e.Name.LocalName == "outlineLvl" && e.Attributes().Any(a => a.Name.LocalName == "val" && a.Value != "9"));
            if (outlined || name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.Equals("Title", StringComparison.OrdinalIgnoreCase))
            {
                styles.Add(style.Attributes().FirstOrDefault(a => a.Name.LocalName == "styleId")?.Value ?? name);
            }
        }

        return styles;
    }

    /// <summary>Number of notes that a person wrote: those without a type. 0 if the part is not there.</summary>
    public static int CountNotes(SafeZip zip, string part, string element)
    {
        var found = 0;
        using var reader = zip.Xml(part);
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
            {
                var typed = false;
                while (reader.MoveToNextAttribute())
                {
                    typed |= reader.LocalName == "type";
                }

                found += typed ? 0 : 1;
            }
        }

        return found;
    }
}
