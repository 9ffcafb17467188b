using System.Text.RegularExpressions;

namespace MiaVoices.Core.Sources;

/// <summary>
/// Swedish personal identity numbers (personnummer) and coordination numbers (samordningsnummer, the day plus 60). Thread-safe.
/// </summary>
public static partial class PersonalNumber
{
    private static readonly int[] Days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>
    /// Whether a whole text is one: a date that there is and the right check digit (Luhn over the last ten digits, as
    /// Skatteverket prescribes, SKV 704). One in ten of all numbers with such a date passes by chance, under one in a
    /// hundred of all ten digits.
    /// </summary>
    public static bool Is(string text) => Digits(text) is { } digits && Checks(digits);

    /// <summary>Whether a whole text has the form and the date of one; the check digit may be mistyped.</summary>
    public static bool LooksLike(string text) => Digits(text) is not null;

    /// <summary>The last ten digits, or null when the form or the date is none.</summary>
    private static string? Digits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups[1].Value + match.Groups[2].Value;
        var (month, day) = ((10 * (digits[2] - '0')) + digits[3] - '0', (10 * (digits[4] - '0')) + digits[5] - '0');

        // Where the birth is not known a coordination number may have month 00 and day 60.
        var coordination = day >= 60;
        return month > 12 || (month == 0 && !coordination) || (day == 0 && !coordination) || day - (coordination ? 60 : 0) > (month == 0 ? 31 : Days[month - 1]) ? null : digits;
    }

    private static bool Checks(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += (product / 10) + (product % 10);
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"^\s*(?:18|19|20)?(\d{6})\s?[-+–]?\s?(\d{4})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
