using System.Text;

namespace MiaVoices.Terminal.Screen;

/// <summary>Gathers the bytes of one frame.</summary>
internal sealed class ByteWriter
{
    private byte[] bytes = new byte[16 * 1024];

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Count);

    public void Clear() => Count = 0;

    public void Add(ReadOnlySpan<byte> more)
    {
        Reserve(more.Length);
        more.CopyTo(bytes.AsSpan(Count));
        Count += more.Length;
    }

    public void Add(byte one)
    {
        Reserve(1);
        bytes[Count++] = one;
    }

    public void AddNumber(int number)
    {
        Reserve(11);
        number.TryFormat(bytes.AsSpan(Count), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        Count += written;
    }

    public void AddRune(int rune)
    {
        Reserve(4);
        if (rune < 0x80)
        {
            bytes[Count++] = (byte)rune;
        }
        else
        {
            Count += new Rune(rune).EncodeToUtf8(bytes.AsSpan(Count));
        }
    }

    public void AddText(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Count += Encoding.UTF8.GetBytes(text, bytes.AsSpan(Count));
    }

    private void Reserve(int more)
    {
        if (Count + more > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Count + more));
        }
    }
}
