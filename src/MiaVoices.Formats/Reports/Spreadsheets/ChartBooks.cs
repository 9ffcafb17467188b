using System.IO.Compression;

namespace MiaVoices.Formats.Reports.Spreadsheets;

/// <summary>
/// The small workbooks behind the charts of a document. They differ by their sheet alone, so one is made as all workbooks are
/// and the others are that one with another sheet: making a package costs many times what its sheet does. One document.
/// </summary>
internal sealed class ChartBooks(ReportMeta meta)
{
    private IReadOnlyList<(string Name, byte[] Content)>? _parts;

    /// <summary>The workbook of a sheet, not compressed: the document that it goes into is.</summary>
    public byte[] Make(ReportSheet sheet)
    {
        _parts ??= Parts(sheet);
        return FixedZip.Pack(_parts.Select(p => IsSheet(p.Name) ? (p.Name, Workbooks.PageXml(sheet)) : p), CompressionLevel.NoCompression);
    }

    private IReadOnlyList<(string Name, byte[] Content)> Parts(ReportSheet sheet)
    {
        using var book = new MemoryStream(Workbooks.Write([sheet], [meta.Words.Sheet], meta.Words.Chart, meta));
        return FixedZip.Parts(book);
    }

    private static bool IsSheet(string part) => part.StartsWith("xl/worksheets/", StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal);
}
