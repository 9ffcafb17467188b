using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MiaVoices.Terminal.Input;

/// <summary>Reads the answer to the question for the colour of the background: <c>11;rgb:RRRR/GGGG/BBBB</c>, one to four hex digits each.</summary>
internal static class BackgroundReply
{
    private const string Opening = "11;rgb:";
    private const double Half = 0.5;

    public static BackgroundEvent? Read(List<byte> reply)
    {
        var text = Encoding.Latin1.GetString(CollectionsMarshal.AsSpan(reply));
        var parts = text.StartsWith(Opening, StringComparison.Ordinal) ? text[Opening.Length..].Split('/') : [];
        if (parts.Length != 3)
        {
            return null;
        }

        Span<double> shares = stackalloc double[3];
        for (var i = 0; i < 3; i++)
        {
            if (parts[i].Length is < 1 or > 4 || !int.TryParse(parts[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            shares[i] = value / (Math.Pow(16, parts[i].Length) - 1);
        }

        // Perceived lightness, by the weights of ITU-R BT.601.
        return new BackgroundEvent((0.299 * shares[0]) + (0.587 * shares[1]) + (0.114 * shares[2]) > Half);
    }
}
