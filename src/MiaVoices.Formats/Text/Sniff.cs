using MiaVoices.Core;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Text;

/// <summary>The beginning of a text file, enough to tell its format without decoding all of it.</summary>
internal static class Sniff
{
    private const int Bytes = 16 * 1024;

    /// <summary>The first lines without byte order mark and leading white space; "" where the file is no text. Never throws.</summary>
    public static string Of(SourceFile file)
    {
        var content = file.Content;
        if (content.IsEmpty || FileSignature.Of(content.Span) is not null)
        {
            return "";
        }

        if (content.Length > Bytes)
        {
            // An even number of bytes for UTF-16, and no letter of UTF-8 cut in two.
            var cut = Bytes;
            while (cut > Bytes - 8 && (content.Span[cut] & 0xC0) == 0x80)
            {
                cut -= 2;
            }

            content = content[..cut];
        }

        try
        {
            return TextDecoding.Decode(new SourceFile(file.Name, content)).Text.TrimStart('\uFEFF').TrimStart();
        }
        catch (RefusedException)
        {
            return "";
        }
    }
}
