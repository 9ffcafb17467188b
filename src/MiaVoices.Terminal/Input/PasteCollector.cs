using System.Text;

namespace MiaVoices.Terminal.Input;

/// <summary>Gathers a bracketed paste up to its end, and passes a long one on in parts so that none has to be cut.</summary>
internal sealed class PasteCollector
{
    private const int LongestPart = 1 << 18;

    private readonly List<byte> bytes = [];

    private static ReadOnlySpan<byte> End => "\u001b[201~"u8;

    /// <summary>Takes a byte.</summary>
    /// <returns>Whether the paste is over.</returns>
    public bool Add(byte b, ICollection<InputEvent> events)
    {
        bytes.Add(b);
        if (b == '~' && bytes.Count >= End.Length && System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)[^End.Length..].SequenceEqual(End))
        {
            Emit(bytes.Count - End.Length, events);
            bytes.Clear();
            return true;
        }

        if (bytes.Count >= LongestPart)
        {
            Emit(Cut(), events);
        }

        return false;
    }

    // Before what may be the beginning of the end, of a character or of a line end.
    private int Cut()
    {
        var cut = bytes.Count - End.Length;
        while (cut > 1 && ((bytes[cut] & 0xC0) == 0x80 || bytes[cut - 1] == '\r'))
        {
            cut--;
        }

        return cut;
    }

    private void Emit(int count, ICollection<InputEvent> events)
    {
        if (count == 0)
        {
            return;
        }

        var text = Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)[..count]);
        bytes.RemoveRange(0, count);
        events.Add(new PasteEvent(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
    }
}
