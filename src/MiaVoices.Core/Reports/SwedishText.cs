using System.Globalization;

namespace MiaVoices.Core.Reports;

/// <summary>Swedish numbers, shares and dates, built here and not taken from the machine.</summary>
public static class SwedishText
{
    private const char HardSpace = '\u00A0';

    /// <summary>A whole number with hard spaces between thousands: 12 345.</summary>
    public static string Number(long value)
    {
        var digits = Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        for (var at = digits.Length - 3; at > 0; at -= 3)
        {
            digits = digits.Insert(at, HardSpace.ToString());
        }

        return value < 0 ? "−" + digits : digits;
    }

    /// <summary>A share of 1 as a percentage with a decimal comma and a hard space: 27,8 %. Halves are rounded away from zero.</summary>
    /// <param name="share">Fraction of 1.</param>
    /// <param name="decimals">Number of decimals.</param>
    public static string Percent(double share, int decimals = 0)
    {
        var value = Math.Round((decimal)share * 100, decimals, MidpointRounding.AwayFromZero);
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('.', ',') + HardSpace + "%";
    }

    /// <summary>A date: 2025-09-18.</summary>
    public static string Date(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time code: 00:12:31.</summary>
    public static string Timecode(double seconds)
    {
        var whole = (long)seconds;
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 3600:00}:{whole / 60 % 60:00}:{whole % 60:00}");
    }

    /// <summary>"k av n", with ".." for a number that may not be shown.</summary>
    public static string Of(Figures.Share share) => share.Suppressed ? $"..{HardSpace}av{HardSpace}{Number(share.Of)}" : $"{Number(share.Persons)}{HardSpace}av{HardSpace}{Number(share.Of)}";

    /// <summary>The first letter in upper case.</summary>
    public static string Capital(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>"a, b och c".</summary>
    public static string And(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " och " + words[^1],
    };
}
