using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using MiaVoices.Core.Sources;

namespace MiaVoices.Tests.Formats;

/// <summary>Builds files in memory as the programs write them.</summary>
internal static partial class Build
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    public static SourceFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    public static SourceFile Bytes(string name, params byte[] bytes) => new(name, bytes);

    public static SourceFile Zip(string name, params (string Part, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        return new SourceFile(name, stream.ToArray());
    }

    /// <summary>A Word document from lines: <c>**bold**</c>, <c>⏎</c> line break, <c>{+ins+}</c>, <c>{-del-}</c>, <c># heading</c>, <c>* list</c>, <c>| cell | cell |</c>.</summary>
    public static SourceFile Docx(string name, string lines, params (string Part, string Content)[] more) =>
        DocxBody(name, string.Concat(Blocks(lines.Split('\n'))), more);

    public static SourceFile DocxBody(string name, string body, params (string Part, string Content)[] more) => Zip(name,
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", $"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>"),
        .. more,
    ]);

    /// <summary>A workbook; cells that are whole or decimal numbers become numbers, <c>=text</c> a formula's cached string, <c>!error</c> an error, <c>@n</c> a date serial.</summary>
    public static SourceFile Xlsx(string name, params (string Sheet, string[][] Rows)[] sheets) => XlsxMerged(name, "", sheets);

    public static SourceFile XlsxMerged(string name, string afterData, params (string Sheet, string[][] Rows)[] sheets)
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var parts = new List<(string, string)>
        {
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{rels}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{rels}\"><sheets>" + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Sheet}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>")) + "</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{rels}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
                + $"<Relationship Id=\"st\" Type=\"{rels}/styles\" Target=\"styles.xml\"/></Relationships>"),
            ("xl/styles.xml", $"<styleSheet {Main}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"),
        };
        parts.AddRange(sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet {Main}><sheetData>" + string.Concat(s.Rows.Select(Row)) + $"</sheetData>{afterData}</worksheet>")));
        return Zip(name, [.. parts]);
    }

    private static string Row(string[] cells, int index) =>
        $"<row r=\"{index + 1}\"{(cells is ["hidden!", ..] ? " hidden=\"1\"" : "")}>" + string.Concat(cells.Select((c, i) => Cell(c, $"{(char)('A' + i)}{index + 1}"))) + "</row>";

    private static string Cell(string cell, string at) => cell switch
    {
        "" => "",
        ['=', .. var cached] => $"<c r=\"{at}\" t=\"str\"><f>A1</f><v>{SecurityElement.Escape(cached)}</v></c>",
        ['!', .. var error] => $"<c r=\"{at}\" t=\"e\"><v>{error}</v></c>",
        ['@', .. var serial] => $"<c r=\"{at}\" s=\"1\"><v>{serial}</v></c>",
        _ when Number().IsMatch(cell) => $"<c r=\"{at}\"><v>{cell}</v></c>",
        _ => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>",
    };

    private static IEnumerable<string> Blocks(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("| ", StringComparison.Ordinal))
            {
                yield return Paragraph(lines[i]);
                continue;
            }

            var rows = new StringBuilder();
            for (; i < lines.Length && lines[i].StartsWith("| ", StringComparison.Ordinal); i++)
            {
                rows.Append("<w:tr>").AppendJoin("", lines[i].Trim(' ', '|').Split('|').Select(c => $"<w:tc>{Paragraph(c.Trim())}</w:tc>")).Append("</w:tr>");
            }

            i--;
            yield return $"<w:tbl>{rows}</w:tbl>";
        }
    }

    public static string Paragraph(string line)
    {
        var style = line.StartsWith("# ", StringComparison.Ordinal) ? "<w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr>"
            : line.StartsWith("* ", StringComparison.Ordinal) ? "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" : "";
        var text = style.Length > 0 ? line[2..] : line;
        return $"<w:p>{style}" + string.Concat(Spans().Split(text).Select(Span)) + "</w:p>";
    }

    private static string Span(string span) => span switch
    {
        "" => "",
        ['*', '*', .. var bold, '*', '*'] => Run(bold, "<w:rPr><w:b/></w:rPr>"),
        ['{', '+', .. var kept, '+', '}'] => $"<w:ins w:id=\"1\">{Run(kept, "")}</w:ins>",
        ['{', '-', .. var gone, '-', '}'] => $"<w:del w:id=\"2\"><w:r><w:delText>{gone}</w:delText></w:r></w:del>",
        _ => Run(span, ""),
    };

    private static string Run(string text, string properties) =>
        "<w:r>" + properties + string.Join("<w:br/>", text.Split('⏎').Select(t => $"<w:t xml:space=\"preserve\">{SecurityElement.Escape(t)}</w:t>")) + "</w:r>";

    [GeneratedRegex(@"(\*\*[^*]+\*\*|\{\+[^}]+\+\}|\{-[^}]+-\})")]
    private static partial Regex Spans();

    [GeneratedRegex(@"^-?\d+(?:\.\d+)?(?:E-?\d+)?$")]
    private static partial Regex Number();
}
