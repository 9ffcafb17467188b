using System.Text;
using System.Xml;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.OpenDocument;

/// <summary>The words of a comment (<c>office:annotation</c>); who wrote it and when stand apart in it and are not read.</summary>
internal static class OdtComment
{
    /// <summary>Reads to the end of the comment, where it leaves the reader; skipping from there goes on after it.</summary>
    public static string Read(XmlReader reader)
    {
        var text = new StringBuilder();
        using var inner = reader.ReadSubtree();
        var depth = 0;
        while (inner.Read())
        {
            var paragraph = inner.LocalName is "p" or "h";
            switch (inner.NodeType)
            {
                case XmlNodeType.Element when paragraph && !inner.IsEmptyElement:
                    depth++;
                    break;
                case XmlNodeType.EndElement when paragraph:
                    depth--;
                    text.Append('\n');
                    break;
                case XmlNodeType.Element when depth > 0 && inner.LocalName is "s" or "tab" or "line-break":
                    text.Append(inner.LocalName == "line-break" ? '\n' : ' ');
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when depth > 0:
                    text.Append(inner.Value);
                    break;
            }
        }

        return string.Join('\n', StoredText.Normalise(text.ToString()).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
    }
}
