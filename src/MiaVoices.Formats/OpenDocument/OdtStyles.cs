using System.Xml;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.OpenDocument;

/// <summary>The styles that matter to a transcript.</summary>
/// <param name="Bold">Names of styles in bold.</param>
/// <param name="Headings">Names of paragraph styles that are titles or headings.</param>
internal sealed record OdtStyles(HashSet<string> Bold, HashSet<string> Headings)
{
    public static OdtStyles Empty => new(new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Takes up a <c>style:style</c> that the reader stands on, and leaves the reader at its end.</summary>
    public void Add(XmlReader reader)
    {
        var name = OdfPackage.Attribute(reader, "name") ?? "";
        var parent = OdfPackage.Attribute(reader, "parent-style-name") ?? "";
        var bold = Bold.Contains(parent);
        if (IsHeading(name) || IsHeading(parent) || Headings.Contains(parent))
        {
            Headings.Add(name);
        }

        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "text-properties" } && OdfPackage.Attribute(reader, "font-weight") is { } weight)
                {
                    bold = weight is "bold" or "600" or "700" or "800" or "900";
                }
            }
        }

        if (bold)
        {
            Bold.Add(name);
        }
    }

    private static bool IsHeading(string style) => style is "Title" or "Subtitle" || style.StartsWith("Heading", StringComparison.Ordinal);
}
