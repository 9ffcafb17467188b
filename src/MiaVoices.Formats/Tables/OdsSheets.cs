using System.Globalization;
using System.Text;
using System.Xml;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.Tables;

/// <summary>
/// The sheets of an OpenDocument spreadsheet as text, in the same forms as those of an Excel workbook. A cell may say that
/// it stands for a million: only those that hold something are counted out, and these have a limit.
/// </summary>
internal sealed class OdsSheets
{
    /// <summary>Largest number of cells with something in them, over all sheets.</summary>
    public const int MostCells = 5_000_000;

    private const int MostRowsOfMerge = 10;

    private readonly string file;
    private readonly List<TextSheet> sheets = [];
    private readonly List<TextRow> rows = [];
    private readonly List<MergedCells> merged = [];
    private readonly List<string> errors = [];
    private readonly List<string> cells = [];
    private string name = "";
    private long line;
    private long filled;

    private OdsSheets(string file) => this.file = file;

    /// <exception cref="XmlException">The content is not well formed, or holds a document type.</exception>
    /// <exception cref="RefusedException"><c>table.toowide</c>, <c>table.toomany</c>, <c>xml.nesting</c>.</exception>
    public static IReadOnlyList<TextSheet> Read(XmlReader reader, string file, CancellationToken cancellation)
    {
        var sheets = new OdsSheets(file);
        var depth = -1;
        reader.MoveToContent();
        while (!reader.EOF)
        {
            cancellation.ThrowIfCancellationRequested();
            OdfPackage.RefuseNesting(reader, file);
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "table" && reader.Depth == depth)
            {
                sheets.EndSheet();
                depth = -1;
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.LocalName is "tracked-changes" or "shapes" or "automatic-styles" or "forms" or "dde-links" or "database-ranges" or "named-expressions" or "data-pilot-tables" or "content-validations" or "calculation-settings")
                {
                    reader.Skip();
                    continue;
                }

                if (reader.LocalName == "table" && depth < 0)
                {
                    sheets.name = StoredText.Normalise(OdfPackage.Attribute(reader, "name") ?? "");
                    depth = reader.IsEmptyElement ? -1 : reader.Depth;
                }
                else if (reader.LocalName == "table-row" && depth >= 0)
                {
                    sheets.Row(reader);
                }
            }

            reader.Read();
        }

        return sheets.sheets;
    }

    /// <summary>A row, with the reader left on its end.</summary>
    private void Row(XmlReader reader)
    {
        var repeated = Repeated(reader, "number-rows-repeated");
        var depth = reader.Depth;
        var spans = new List<(int First, int Last, int Rows)>();
        cells.Clear();
        var column = 0L;
        if (!reader.IsEmptyElement)
        {
            reader.Read();
            while (!reader.EOF && reader.Depth > depth)
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "table-cell" or "covered-table-cell" } && reader.Depth == depth + 1)
                {
                    var count = Repeated(reader, "number-columns-repeated");
                    var wide = Repeated(reader, "number-columns-spanned");
                    var high = Repeated(reader, "number-rows-spanned");
                    var value = reader.LocalName == "covered-table-cell" ? Covered(reader) : Cell(reader, column);
                    if (value.Length > 0)
                    {
                        Put(value, column, count);
                        if (wide > 1)
                        {
                            spans.Add(((int)column, (int)Math.Min(column + wide - 1, TextSheet.MostColumns), (int)Math.Min(high, MostRowsOfMerge)));
                        }
                    }

                    column += count;
                }

                reader.Read();
            }
        }

        if (cells.Count > 0)
        {
            if ((filled += repeated * cells.Count) > MostCells)
            {
                throw new RefusedException(Problem.At($"{file}:{name}", "table.toomany", MostCells));
            }

            merged.AddRange(spans.SelectMany(s => Enumerable.Range(0, s.Rows).Select(r => new MergedCells((int)line + 1 + r, s.First, s.Last))));
            var texts = cells.ToArray();
            for (var i = 1; i <= repeated; i++)
            {
                rows.Add(new TextRow((int)Math.Min(line + i, int.MaxValue), texts));
            }
        }

        line += repeated;
    }

    private void Put(string value, long column, long count)
    {
        if (column + count > TextSheet.MostColumns)
        {
            throw new RefusedException(Problem.At($"{file}:{name}!{line + 1}", "table.toowide", TextSheet.MostColumns));
        }

        while (cells.Count < column)
        {
            cells.Add("");
        }

        for (var i = 0; i < count; i++)
        {
            cells.Add(value);
        }
    }

    /// <summary>What a merged area covers is kept in the file but shown nowhere.</summary>
    private static string Covered(XmlReader reader)
    {
        ToEnd(reader, null);
        return "";
    }

    private string Cell(XmlReader reader, long column)
    {
        string? type = null, value = null, calculated = null;
        while (reader.MoveToNextAttribute())
        {
            switch (reader.LocalName)
            {
                case "value-type" when reader.NamespaceURI.Contains("calc", StringComparison.Ordinal):
                    calculated = reader.Value;
                    break;
                case "value-type":
                    type = reader.Value;
                    break;
                case "value" or "date-value" or "time-value" or "boolean-value" or "string-value":
                    value = reader.Value;
                    break;
            }
        }

        reader.MoveToElement();
        var words = new StringBuilder();
        ToEnd(reader, words);
        var text = StoredText.Normalise(words.ToString());
        if (calculated == "error")
        {
            errors.Add($"{Letters(column)}{line + 1}");
            return "";
        }

        return OdsValue.Text(type, value, text);
    }

    /// <summary>Gathers the paragraphs of a cell and leaves the reader on its end; comments in it are not its words.</summary>
    private static void ToEnd(XmlReader reader, StringBuilder? words)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        var paragraphs = 0;
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "annotation" or "frame" or "table" or "custom-shape" or "g":
                        reader.Skip();
                        continue;
                    case "p" or "h" when paragraphs++ > 0:
                    case "line-break":
                        words?.Append('\n');
                        break;
                    case "s":
                        words?.Append(' ', int.TryParse(OdfPackage.Attribute(reader, "c"), NumberStyles.None, CultureInfo.InvariantCulture, out var c) ? Math.Clamp(c, 1, 1000) : 1);
                        break;
                    case "tab":
                        words?.Append('\t');
                        break;
                }
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                words?.Append(reader.Value);
            }

            reader.Read();
        }
    }

    private void EndSheet()
    {
        sheets.Add(new TextSheet
        {
            Name = name,
            Rows = [.. rows],
            Merged = [.. merged],
            Notices = errors.Count == 0 ? [] : [new Notice(Problem.At($"{file}:{name}!{errors[0]}", "table.cellerror", errors.Count), LeftOut: true)],
        });
        rows.Clear();
        merged.Clear();
        errors.Clear();
        line = 0;
    }

    private static long Repeated(XmlReader reader, string attribute) =>
        long.TryParse(OdfPackage.Attribute(reader, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, int.MaxValue) : 1;

    private static string Letters(long column)
    {
        var letters = "";
        for (var c = column; c >= 0; c = (c / 26) - 1)
        {
            letters = (char)('A' + (c % 26)) + letters;
        }

        return letters;
    }
}
