namespace MiaVoices.Formats.Text;

/// <summary>
/// Windows code page 1252 without the code page provider. Never ISO-8859-1: dashes, curly quotes and the ellipsis live in
/// 0x80–0x9F. The five bytes without a letter become the control character of the same number (as in the WHATWG table),
/// so that they count as a sign of binary content.
/// </summary>
internal static class Windows1252
{
    private const string Upper =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var letters = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            letters[i] = b is >= 0x80 and < 0xA0 ? Upper[b - 0x80] : (char)b;
        }

        return new string(letters);
    }
}
