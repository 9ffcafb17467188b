using System.Globalization;

namespace MiaVoices.Formats.Surveys;

/// <summary>Numbers as Swedish and English programs write them.</summary>
internal static class Numbers
{
    /// <summary>A number with decimal comma or point and perhaps spaces between thousands; null if it is none.</summary>
    public static decimal? Parse(string text)
    {
        var plain = text.Trim().Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .Replace('\u2212', '-').Replace(',', '.');
        return plain.Length is > 0 and <= 20
            && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>The number without trailing zeros and with a decimal point.</summary>
    public static string Format(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
