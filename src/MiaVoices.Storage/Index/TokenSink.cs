namespace MiaVoices.Storage.Index;

/// <summary>FTS5's callback for one call of the tokenizer.</summary>
internal readonly unsafe ref struct TokenSink(
    nint context,
    delegate* unmanaged[Cdecl]<nint, int, byte*, int, int, int, int> callback)
{
    /// <summary>Hands over a token.</summary>
    /// <param name="token">UTF-8.</param>
    /// <param name="colocated">True if it stands where the one before stands.</param>
    /// <param name="start">First byte in the text.</param>
    /// <param name="end">One past the last byte.</param>
    /// <returns>An SQLite result code; anything but 0 ends the call, and must be returned to FTS5.</returns>
    internal int Emit(ReadOnlySpan<byte> token, bool colocated, int start, int end)
    {
        fixed (byte* bytes = token)
        {
            return callback(context, colocated ? Fts5Native.Colocated : 0, bytes, token.Length, start, end);
        }
    }
}
