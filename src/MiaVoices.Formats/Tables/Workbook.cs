using System.Globalization;
using System.Text;
using ExcelDataReader;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.Tables;

/// <summary>Reads the sheets of a workbook, Excel's (.xlsx) or OpenDocument's (.ods), as text.</summary>
public static class Workbook
{
    // The library asks for code page 1252 when it is set up, even for .xlsx.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// All sheets, hidden rows too: numbers without needless decimals and with a decimal point, dates as <c>yyyy-MM-dd</c>
    /// with the time after when it is not midnight, formulas as their last value, cells in error empty and noticed.
    /// </summary>
    /// <exception cref="RefusedException"><c>zip.damaged</c>, <c>zip.toobig</c>, <c>table.toowide</c>, <c>table.toomany</c>, <c>xml.nesting</c>.</exception>
    public static IReadOnlyList<TextSheet> Read(SourceFile file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (OdfPackage.Kind(file) is not null)
        {
            return OdfPackage.Read(file, (_, content) => OdsSheets.Read(content, file.Name, cancellation));
        }

        try
        {
            using var zip = SafeZip.Open(file);
            zip.CheckAllXml(cancellation);
            var errors = WorkbookErrors.Find(zip);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file.Content.ToArray(), writable: false));
            var sheets = new List<TextSheet>();
            do
            {
                sheets.Add(Sheet(reader, file.Name, errors.GetValueOrDefault(reader.Name ?? "", []), cancellation));
            }
            while (reader.NextResult());
            return sheets;
        }
        catch (Exception e) when (e is not (RefusedException or OperationCanceledException or OutOfMemoryException))
        {
            // A damaged workbook makes the library fail in many ways, none of them ours.
            throw new RefusedException(Problem.At(file.Name, "zip.damaged"), e);
        }
    }

    private static TextSheet Sheet(IExcelDataReader reader, string file, IReadOnlyList<string> errors, CancellationToken cancellation)
    {
        var rows = new List<TextRow>();
        var line = 0;
        while (reader.Read())
        {
            line++;
            cancellation.ThrowIfCancellationRequested();
            // A stray format in the last column makes a sheet wide; only words out there are too many.
            var cells = new string[Math.Min(reader.FieldCount, TextSheet.MostColumns)];
            for (var column = cells.Length; column < reader.FieldCount; column++)
            {
                if (Text(reader.GetValue(column)).Length > 0)
                {
                    throw new RefusedException(Problem.At($"{file}:{reader.Name}!{line}", "table.toowide", TextSheet.MostColumns));
                }
            }

            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = StoredText.Normalise(Text(reader.GetValue(column)));
            }

            if (!cells.All(string.IsNullOrWhiteSpace))
            {
                rows.Add(new TextRow(line, cells));
            }
        }

        var merged = reader.MergeCells?.SelectMany(m => Enumerable.Range(m.FromRow, Math.Min(m.ToRow - m.FromRow + 1, 10))
            .Select(row => new MergedCells(row + 1, m.FromColumn, m.ToColumn))).ToList() ?? [];
        return new TextSheet
        {
            Name = reader.Name,
            Rows = rows,
            Merged = merged,
            Notices = errors.Count == 0 ? [] : [new Notice(Problem.At($"{file}:{reader.Name}!{errors[0]}", "table.cellerror", errors.Count), LeftOut: true)],
        };
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string s => s,
        bool b => b ? "TRUE" : "FALSE",
        double d => Number(d),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { Year: < 1900 } time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Fifteen digits are what Excel shows: 0.1 + 0.2 is 0.3 there.
    internal static string Number(double number) =>
        Math.Abs(number) < 1e15 && number == Math.Truncate(number)
            ? number.ToString("F0", CultureInfo.InvariantCulture) is "-0" ? "0" : number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("G15", CultureInfo.InvariantCulture);
}
