using System.Globalization;
using MiaVoices.Core.Figures;

namespace MiaVoices.Core.Reports;

/// <summary>Swedish numbers, shares and dates, built here and not taken from the machine. Thread-safe.</summary>
public static class SwedishText
{
    /// <summary>What stands for a number that may not be shown.</summary>
    public const string Hidden = "..";

    private const char HardSpace = '\u00A0';

    /// <summary>A whole number with hard spaces between thousands: 12 345.</summary>
    public static string Number(long value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture).TrimStart('-');
        for (var at = digits.Length - 3; at > 0; at -= 3)
        {
            digits = digits.Insert(at, HardSpace.ToString());
        }

        return value < 0 ? "−" + digits : digits;
    }

    /// <summary>A number with its noun, held together by a hard space: "1 person", "7 personer".</summary>
    public static string Count(long value, string one, string several) => $"{Number(value)}{HardSpace}{(value == 1 ? one : several)}";

    /// <summary>A share of 1 as a percentage with a decimal comma and a hard space: 27,8 %. Halves are rounded away from zero.</summary>
    /// <param name="share">Fraction of 1.</param>
    /// <param name="decimals">Number of decimals.</param>
    public static string Percent(double share, int decimals = 0)
    {
        var value = Math.Round((decimal)share * 100, decimals, MidpointRounding.AwayFromZero);
        var digits = Math.Abs(value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('.', ',');
        return $"{(value < 0 ? "−" : "")}{digits}{HardSpace}%";
    }

    /// <summary>A date: 2025-09-18.</summary>
    public static string Date(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time code, with parts of seconds cut off: 00:12:31.</summary>
    /// <param name="seconds">Seconds from the start, not below 0.</param>
    public static string Timecode(double seconds)
    {
        var whole = (long)seconds;
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 3600:00}:{whole / 60 % 60:00}:{whole % 60:00}");
    }

    /// <summary>"k av n", with ".." for a number that may not be shown.</summary>
    public static string Of(Share share) => $"{Persons(share)}{HardSpace}av{HardSpace}{Number(share.Of)}";

    /// <summary>"12 av 31 (39 %)"; the percentage is left out where the base is too small for one.</summary>
    public static string OfWithPercent(Share share) => Of(share) + InBrackets(share);

    /// <summary>"12 (39 %)", for a cell under a heading that states the base.</summary>
    public static string PersonsWithPercent(Share share) => Persons(share) + InBrackets(share);

    /// <summary>The number of persons, or "..".</summary>
    public static string Persons(Share share) => share.Suppressed ? Hidden : Number(share.Persons);

    /// <summary>"(n = 31)".</summary>
    public static string Base(long n) => $"(n{HardSpace}={HardSpace}{Number(n)})";

    /// <summary>The first letter in upper case.</summary>
    public static string Capital(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>"a, b och c".</summary>
    public static string And(IReadOnlyList<string> words) => Joined(words, "och");

    /// <summary>"a, b eller c".</summary>
    public static string Or(IReadOnlyList<string> words) => Joined(words, "eller");

    private static string Joined(IReadOnlyList<string> words, string last)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Count switch
        {
            0 => "",
            1 => words[0],
            _ => $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[^1]}",
        };
    }

    private static string InBrackets(Share share) => share.Fraction is { } fraction ? $" ({Percent(fraction)})" : "";
}
