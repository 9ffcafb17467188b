using System.Globalization;
using System.Text.RegularExpressions;

namespace MiaVoices.Core.Sources;

/// <summary>Dates as registers and people in Sweden write them. Thread-safe.</summary>
public static partial class RegisterDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    /// <summary>
    /// <c>yyyy-MM-dd</c>, <c>yyyy-MM</c>, <c>yyyy-Kn</c> (quarter) or <c>yyyy</c>, as exact as what was written; null when it is no date. Read are ISO dates (with a time of day),
    /// <c>20251231</c>, day before month with slash, point or hyphen (<c>31/12/2025</c>, <c>31.12.25</c>), months by name (<c>31 december 2025</c>, <c>dec 2025</c>), quarters (<c>2025 kv 2</c>) and
    /// years from 1900 to 2099.
    /// </summary>
    public static string? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.Trim().ToLowerInvariant();
        return (Iso().Match(plain) is { Success: true } apart ? apart : Compact().Match(plain)) is { Success: true } iso ? Date(iso.Groups[1].Value, iso.Groups[2].Value, iso.Groups[3].Value)
            : DayFirst().Match(plain) is { Success: true } day ? Date(Century(day.Groups[3].Value), day.Groups[2].Value, day.Groups[1].Value)
            : Named().Match(plain) is { Success: true } named && Month(named.Groups[2].Value) is { } month ? Date(named.Groups[3].Value, month, named.Groups[1].Value)
            : Quarter().Match(plain) is { Success: true } quarter ? $"{quarter.Groups[1].Value}-K{quarter.Groups[2].Value}"
            : Year().IsMatch(plain) ? plain
            : null;
    }

    private static string Century(string year) => year.Length == 2 ? "20" + year : year;

    private static string? Month(string name)
    {
        var at = name.Length < 3 ? -1 : Array.FindIndex(Months, m => name.StartsWith(m, StringComparison.Ordinal));
        return at < 0 ? null : (at + 1).ToString("00", CultureInfo.InvariantCulture);
    }

    private static string? Date(string year, string month, string day)
    {
        var (y, m) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture));
        if (m is < 1 or > 12)
        {
            return null;
        }

        if (day.Length == 0)
        {
            return FormattableString.Invariant($"{y:0000}-{m:00}");
        }

        var d = int.Parse(day, CultureInfo.InvariantCulture);
        return d >= 1 && d <= DateTime.DaysInMonth(y, m) ? FormattableString.Invariant($"{y:0000}-{m:00}-{d:00}") : null;
    }

    [GeneratedRegex(@"^((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[ t]\d.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^((?:19|20)\d\d)(\d\d)(\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?|\s)((?:19|20)?\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?:den )?(\d{0,2})\.?(?::e)? ?(\p{L}+)\.?[ -]?((?:19|20)\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^((?:19|20)\d\d)[ ,-]*(?:k|kv|kvartal|q)\.? ?([1-4])$", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
