using System.Globalization;

namespace MiaVoices.Formats.Html;

/// <summary>The seconds of a time stamp as a code that every transcript may begin a line with.</summary>
internal static class HtmlTime
{
    private const double MostSeconds = 999 * 3600;

    /// <summary><c>[hh:mm:ss.fff] </c>, or "" where the attribute is no time.</summary>
    public static string Mark(string seconds)
    {
        if (!double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value is not (>= 0 and <= MostSeconds))
        {
            return "";
        }

        var time = TimeSpan.FromMilliseconds(Math.Round(value * 1000));
        return string.Create(CultureInfo.InvariantCulture, $"[{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}] ");
    }
}
