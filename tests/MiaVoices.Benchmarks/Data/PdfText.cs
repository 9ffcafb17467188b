using System.Globalization;
using System.Text;

namespace MiaVoices.Benchmarks.Data;

/// <summary>A PDF of plain lines, written by hand: ISO 32000-1, sections 7.5 and 9.4, nothing packed.</summary>
internal static class PdfText
{
    private const int LinesOnPage = 50;
    private const int LetterOnLine = 90;

    /// <summary>Pages of the paragraphs, each broken into lines, until the file has its size in bytes.</summary>
    public static byte[] Of(IEnumerable<string> paragraphs, long size)
    {
        using var file = new MemoryStream();
        var places = new List<long> { 0, 0, 0, 0 };
        var pages = new List<int>();
        Write(file, "%PDF-1.4\n");
        var lines = paragraphs.SelectMany(Broken).GetEnumerator();
        while (file.Length < size)
        {
            var text = new StringBuilder("BT /F1 10 Tf 12 TL 50 780 Td\n");
            for (var i = 0; i < LinesOnPage && lines.MoveNext(); i++)
            {
                text.Append('(').Append(lines.Current.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)).Append(") Tj T*\n");
            }

            var content = text.Append("ET\n").ToString();
            pages.Add(places.Count);
            Object(file, places, places.Count, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {places.Count + 1} 0 R >>");
            Object(file, places, places.Count, $"<< /Length {content.Length} >>\nstream\n{content}endstream");
        }

        Object(file, places, 1, "<< /Type /Catalog /Pages 2 0 R >>");
        Object(file, places, 2, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(p => $"{p} 0 R"))}] >>");
        Object(file, places, 3, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>");
        var start = file.Length;
        Write(file, $"xref\n0 {places.Count}\n0000000000 65535 f \n" + string.Concat(places.Skip(1).Select(p => p.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n")));
        Write(file, $"trailer\n<< /Size {places.Count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Object(MemoryStream file, List<long> places, int number, string body)
    {
        while (places.Count <= number)
        {
            places.Add(0);
        }

        places[number] = file.Length;
        Write(file, $"{number} 0 obj\n{body}\nendobj\n");
    }

    private static IEnumerable<string> Broken(string paragraph)
    {
        while (paragraph.Length > LetterOnLine)
        {
            var at = paragraph.LastIndexOf(' ', LetterOnLine);
            at = at > 0 ? at : LetterOnLine;
            yield return paragraph[..at];
            paragraph = paragraph[at..].TrimStart();
        }

        yield return paragraph;
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
