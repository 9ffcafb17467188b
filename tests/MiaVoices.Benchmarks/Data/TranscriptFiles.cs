using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace MiaVoices.Benchmarks.Data;

/// <summary>Interviews and surveys of a given size in every format that is read, of invented words.</summary>
internal static class TranscriptFiles
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly (string, byte[])[] Book =
    [
        ("_rels/.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
        ("xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook {Sheet} xmlns:r=\"{Relations}\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")),
    ];

    private const string Odf = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";

    public static IReadOnlyList<string> Formats { get; } = ["txt", "md", "docx", "odt", "rtf", "html", "vtt", "srt", "otr", "json", "tsv", "csv", "ods", "xlsx", "pdf"];

    /// <summary>The file, and how large it is when unpacked; the size asked for is that.</summary>
    public static (byte[] Bytes, long Unpacked) Of(string format, long size)
    {
        if (format == "pdf")
        {
            var pdf = PdfText.Of(Lines(), size);
            return (pdf, pdf.Length);
        }

        var text = new StringBuilder(Head(format));
        var answers = new AnswerWriter(3).Answers(2000);
        for (var i = 0; text.Length < size; i++)
        {
            Turn(text, format, i, answers[i % answers.Count]);
        }

        text.Append(Foot(format));
        var plain = text.ToString();
        var bytes = Encoding.UTF8.GetBytes(plain);
        return format switch
        {
            "docx" => (Packed("word/document.xml", bytes), bytes.Length),
            "odt" or "ods" => (Packed("content.xml", bytes), bytes.Length),
            "xlsx" => (Packed("xl/worksheets/sheet1.xml", bytes, Book), bytes.Length),
            _ => (bytes, bytes.Length),
        };
    }

    private static string Head(string format) => format switch
    {
        "vtt" => "WEBVTT\n\n",
        "json" => "{\"segments\": [",
        "tsv" => "start\tend\ttext\n",
        "otr" => "{\"text\": \"",
        "html" => "<!DOCTYPE html><html><body><nav>Meny</nav>",
        "rtf" => "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\n",
        "docx" => $"<w:document xmlns:w=\"{W}\"><w:body>",
        "odt" => $"<office:document-content {Odf}><office:body><office:text>",
        "ods" => $"<office:document-content {Odf}><office:body><office:spreadsheet><table:table table:name=\"Blad1\">{Row("SvarsID", "Grupp", "Berätta om stödet")}",
        "xlsx" => $"<worksheet {Sheet}><sheetData>{SheetRow(0, "SvarsID", "Grupp", "Berätta om stödet")}",
        "csv" => "SvarsID;Grupp;Berätta om stödet\n",
        _ => "",
    };

    private static string Foot(string format) => format switch
    {
        "json" => "{\"start\": 999999, \"end\": 999999, \"text\": \"Slut.\"}]}",
        "otr" => "\", \"media\": \"samtal.mp3\", \"media-time\": 1}",
        "html" => "</body></html>",
        "rtf" => "}",
        "docx" => "</w:body></w:document>",
        "odt" => "</office:text></office:body></office:document-content>",
        "xlsx" => "</sheetData></worksheet>",
        "ods" => "</table:table></office:spreadsheet></office:body></office:document-content>",
        _ => "",
    };

    private static void Turn(StringBuilder into, string format, int i, string words)
    {
        var who = i % 2 == 0 ? "I" : "IP";

        // Within the longest recording that is believed, and far enough apart that turns stay apart.
        var start = TimeSpan.FromSeconds((double)i * 8 % 900_000);
        var end = start + TimeSpan.FromSeconds(2);
        string Clock(TimeSpan t, char point) => string.Create(CultureInfo.InvariantCulture, $"{(int)t.TotalHours:00}:{t.Minutes:00}:{t.Seconds:00}{point}{t.Milliseconds:000}");
        var xml = SecurityElement.Escape(words);
        _ = format switch
        {
            "vtt" => into.Append(CultureInfo.InvariantCulture, $"{Clock(start, '.')} --> {Clock(end, '.')}\n<v {who}>{words}</v>\n\n"),
            "srt" => into.Append(CultureInfo.InvariantCulture, $"{i + 1}\n{Clock(start, ',')} --> {Clock(end, ',')}\n{who}: {words}\n\n"),
            "json" => into.Append(CultureInfo.InvariantCulture, $"{{\"start\": {start.TotalSeconds}, \"end\": {end.TotalSeconds}, \"text\": \" {words.Replace("\"", "\\\"", StringComparison.Ordinal)}\", \"speaker\": \"SPEAKER_0{i % 2}\"}},\n"),
            "tsv" => into.Append(CultureInfo.InvariantCulture, $"{start.TotalMilliseconds:0}\t{end.TotalMilliseconds:0}\t{words}\n"),
            "otr" => into.Append(CultureInfo.InvariantCulture, $"<p><span class=\\\"timestamp\\\" data-timestamp=\\\"{start.TotalSeconds}\\\">00:00</span> <b>{who}:</b> {xml}</p>"),
            "html" => into.Append(CultureInfo.InvariantCulture, $"<p><b>{who}:</b> {xml}</p>\n"),
            "rtf" => Rtf(into.Append(who).Append(": "), words).Append(CultureInfo.InvariantCulture, $" #{Clock(start, '-')[..^2]}#\\par\n"),
            "md" => into.Append(CultureInfo.InvariantCulture, $"**{who}:** {words}\n\n"),
            "docx" => into.Append(CultureInfo.InvariantCulture, $"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{who}:</w:t></w:r><w:r><w:t xml:space=\"preserve\"> {xml}</w:t></w:r></w:p>"),
            "odt" => into.Append(CultureInfo.InvariantCulture, $"<text:p text:style-name=\"P1\"><text:span text:style-name=\"T1\">{who}:</text:span> {xml}</text:p>"),
            "ods" => into.Append(Row($"{i + 1}", i % 3 == 0 ? "deltagare" : "medarbetare", xml)),
            "xlsx" => into.Append(SheetRow(i + 1, $"{i + 1}", i % 3 == 0 ? "deltagare" : "medarbetare", xml)),
            "csv" => into.Append(CultureInfo.InvariantCulture, $"{i + 1};{(i % 3 == 0 ? "deltagare" : "medarbetare")};\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"),
            _ => into.Append(CultureInfo.InvariantCulture, $"{who}: {words}\n"),
        };
    }

    /// <summary>An interview as lines, without end.</summary>
    private static IEnumerable<string> Lines()
    {
        var answers = new AnswerWriter(3).Answers(2000);
        for (var i = 0; ; i++)
        {
            yield return $"{(i % 2 == 0 ? "I" : "IP")}: {answers[i % answers.Count]}";
        }
    }

    private static string SheetRow(int row, params string[] cells) =>
        string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">") + string.Concat(cells.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + i)}{row + 1}\" t=\"inlineStr\"><is><t>{c}</t></is></c>"))) + "</row>";

    private static string Row(params string[] cells) =>
        "<table:table-row>" + string.Concat(cells.Select(c => $"<table:table-cell office:value-type=\"string\"><text:p>{c}</text:p></table:table-cell>")) + "</table:table-row>";

    private static StringBuilder Rtf(StringBuilder into, string words)
    {
        foreach (var c in words)
        {
            _ = c is '\\' or '{' or '}' ? into.Append('\\').Append(c)
                : c < 0x80 ? into.Append(c)
                : c < 0x100 ? into.Append(CultureInfo.InvariantCulture, $"\\'{(int)c:x2}")
                : into.Append(CultureInfo.InvariantCulture, $"\\u{(int)c}?");
        }

        return into;
    }

    private static byte[] Packed(string part, byte[] content, params (string, byte[])[] more)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in ((string, byte[])[])[(part, content), ("META-INF/manifest.xml", "<manifest/>"u8.ToArray()), ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"u8.ToArray()), .. more])
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
