using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MiaVoices.Core;

/// <summary>GUIDs of version 7 (RFC 9562): 48 bits of time, the rest chance.</summary>
public static class Ids
{
    /// <summary>Ids with real chance.</summary>
    public static IIdSource Random(TimeProvider clock) => new RandomIds(clock);

    /// <summary>
    /// Ids that repeat when time and seed do: for runs whose clock is set, so that the same work gives the same bytes.
    /// </summary>
    public static IIdSource Seeded(DateTimeOffset at, string seed) => new SeededIds(at, seed);

    private static Guid Make(DateTimeOffset at, Span<byte> sixteen)
    {
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeMilliseconds());
        time[2..].CopyTo(sixteen);
        sixteen[6] = (byte)(0x70 | (sixteen[6] & 0x0F));
        sixteen[8] = (byte)(0x80 | (sixteen[8] & 0x3F));
        return new Guid(sixteen, bigEndian: true);
    }

    private sealed class RandomIds(TimeProvider clock) : IIdSource
    {
        public Guid Next()
        {
            Span<byte> bytes = stackalloc byte[16];
            RandomNumberGenerator.Fill(bytes);
            return Make(clock.GetUtcNow(), bytes);
        }
    }

    private sealed class SeededIds(DateTimeOffset at, string seed) : IIdSource
    {
        private readonly byte[] _seed = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(seed));
        private long _count;

        public Guid Next()
        {
            Span<byte> input = stackalloc byte[40];
            Span<byte> hash = stackalloc byte[32];
            _seed.CopyTo(input);
            BinaryPrimitives.WriteInt64BigEndian(input[32..], _count++);
            SHA256.HashData(input, hash);
            return Make(at, hash[..16]);
        }
    }
}
