using System.Xml;
using System.Xml.Linq;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.Tables;

/// <summary>Finds cells that hold an error (#DIV/0!, #REF! …), which the library gives as if they were empty.</summary>
internal static class WorkbookErrors
{
    /// <summary>The cells (<c>F2</c>) by the sheet's name.</summary>
    /// <exception cref="XmlException">A part is not well formed.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Find(SafeZip zip)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        using var workbook = zip.Xml("xl/workbook.xml");
        using var relations = zip.Xml("xl/_rels/workbook.xml.rels");
        if (workbook is null || relations is null)
        {
            return found;
        }

        var targets = XDocument.Load(relations).Root!.Elements()
            .GroupBy(e => (string?)e.Attribute("Id") ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (string?)g.First().Attribute("Target") ?? "", StringComparer.Ordinal);
        foreach (var sheet in XDocument.Load(workbook).Descendants().Where(e => e.Name.LocalName == "sheet"))
        {
            var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value ?? "";
            var target = targets.GetValueOrDefault(id, "");
            var part = target.StartsWith('/') ? target[1..] : "xl/" + target;

            // Nearly no sheet has errors: the bytes tell without parsing.
            if (zip.Bytes(part) is { } bytes && bytes.AsSpan().IndexOf("t=\"e\""u8) >= 0)
            {
                using var reader = zip.Xml(part)!;
                found[(string?)sheet.Attribute("name") ?? ""] = Errors(reader);
            }
        }

        return found;
    }

    private static List<string> Errors(XmlReader reader)
    {
        var cells = new List<string>();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" } && reader.GetAttribute("t") == "e")
            {
                cells.Add(reader.GetAttribute("r") ?? "?");
            }
        }

        return cells;
    }
}
