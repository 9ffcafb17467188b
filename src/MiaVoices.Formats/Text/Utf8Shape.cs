using System.Buffers;
using System.Text;

namespace MiaVoices.Formats.Text;

/// <summary>How well bytes fit UTF-8: complete sequences of several bytes, broken places and the first of these (-1 if none).</summary>
internal readonly record struct Utf8Shape(int Sequences, int Broken, int FirstBroken)
{
    public static Utf8Shape Of(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, broken = 0, first = -1, at = 0;
        while (at < bytes.Length)
        {
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }

            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
            {
                sequences++;
            }
            else
            {
                broken++;
                first = first < 0 ? at : first;
            }

            at += Math.Max(1, length);
        }

        return new Utf8Shape(sequences, broken, first);
    }
}
