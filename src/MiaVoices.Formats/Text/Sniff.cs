using MiaVoices.Core;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Text;

/// <summary>The beginning of a text file, enough to tell its format without decoding all of it.</summary>
internal static class Sniff
{
    private const int Bytes = 16 * 1024;

    // Two hundred long rows.
    private const int RowBytes = 1024 * 1024;

    /// <summary>The first rows of a table, whole; "" where the file is no text. Never throws.</summary>
    public static string Rows(SourceFile file)
    {
        var text = Of(file, RowBytes);
        return file.Content.Length <= RowBytes || text.LastIndexOf('\n') is not (> 0 and var end) ? text : text[..end];
    }

    /// <summary>The first lines without byte order mark and leading white space; "" where the file is no text. Never throws.</summary>
    public static string Of(SourceFile file) => Of(file, Bytes).TrimStart();

    private static string Of(SourceFile file, int most)
    {
        var content = file.Content;
        if (content.IsEmpty || FileSignature.Of(content.Span) is not null)
        {
            return "";
        }

        if (content.Length > most)
        {
            // An even number of bytes for UTF-16, and no letter of UTF-8 cut in two.
            var cut = most;
            while (cut > most - 8 && (content.Span[cut] & 0xC0) == 0x80)
            {
                cut -= 2;
            }

            content = content[..cut];
        }

        try
        {
            return TextDecoding.Decode(new SourceFile(file.Name, content)).Text.TrimStart('\uFEFF');
        }
        catch (RefusedException)
        {
            return "";
        }
    }
}
