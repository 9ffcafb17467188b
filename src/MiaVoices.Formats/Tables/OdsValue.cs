using System.Globalization;
using System.Xml;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Tables;

/// <summary>The value of a spreadsheet cell as text: what is stored, not what a format shows of it.</summary>
internal static class OdsValue
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm"];

    /// <param name="type">float, percentage, currency, date, time, boolean, string; null for an empty cell.</param>
    /// <param name="value">The stored value, if the cell has one.</param>
    /// <param name="shown">The words that stand in the cell.</param>
    public static string Text(string? type, string? value, string shown) => type switch
    {
        "float" or "percentage" or "currency" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Workbook.Number(number) : shown,
        "date" => Date(value) ?? shown,
        "time" => Time(value) ?? shown,
        "boolean" => value == "true" ? "TRUE" : value == "false" ? "FALSE" : shown,
        null => "",
        _ => shown.Length > 0 ? shown : StoredText.Normalise(value ?? ""),
    };

    private static string? Date(string? value) =>
        DateTime.TryParseExact(value, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToString(moment.TimeOfDay.Ticks == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : null;

    private static string? Time(string? value)
    {
        try
        {
            return value is null ? null : XmlConvert.ToTimeSpan(value).ToString("c", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}
