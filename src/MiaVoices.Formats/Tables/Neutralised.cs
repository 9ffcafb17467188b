namespace MiaVoices.Formats.Tables;

/// <summary>
/// Keeps spreadsheets from taking a text for a formula: a text that begins with = + - @, a tab or a carriage return gets an
/// apostrophe before it. So does one that begins with apostrophes and then one of these, so that taking one away always
/// gives back what was there.
/// </summary>
internal static class Neutralised
{
    public static string Add(string text) => IsDangerous(text.AsSpan()) ? "'" + text : text;

    public static string Remove(string text) => text is ['\'', ..] && IsDangerous(text.AsSpan(1)) ? text[1..] : text;

    private static bool IsDangerous(ReadOnlySpan<char> text) =>
        text.TrimStart('\'') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
}
