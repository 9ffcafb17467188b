using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MiaVoices.Core.Suggestions;

/// <summary>Hands many small values to a hash in large pieces: a call for each would take longer than learning an answer. Not thread-safe.</summary>
internal sealed class HashSink(IncrementalHash hash)
{
    private readonly byte[] _held = new byte[16_384];
    private int _length;

    public void Add(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void Add(Guid value) => value.TryWriteBytes(Take(16), bigEndian: true, out _);

    public void Add(string text)
    {
        Add(text.Length);
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        if (bytes.Length <= _held.Length)
        {
            bytes.CopyTo(Take(bytes.Length));
        }
        else
        {
            Flush();
            hash.AppendData(bytes);
        }
    }

    /// <summary>Hands on what is held; to be called at the end.</summary>
    public void Flush()
    {
        hash.AppendData(_held.AsSpan(0, _length));
        _length = 0;
    }

    private Span<byte> Take(int length)
    {
        if (_length + length > _held.Length)
        {
            Flush();
        }

        _length += length;
        return _held.AsSpan(_length - length, length);
    }
}
