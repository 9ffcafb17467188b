namespace MiaVoices.Terminal.Devices;

/// <summary>
/// A terminal that has been taken over: raw keys, alternate screen, mouse and bracketed paste on. Disposing it puts everything back.
/// Reading is done by one thread, everything else by another; <see cref="Disturbed"/> comes from any.
/// </summary>
public interface ITerminal : IDisposable
{
    /// <summary>Its columns and rows as they are now.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Called when the size may have changed or when the program has come back after being stopped, so that all must be drawn again.</summary>
    Action? Disturbed { get; set; }

    /// <summary>Waits for bytes.</summary>
    /// <param name="buffer">Gets them.</param>
    /// <returns>How many; 0 when the terminal is gone or disposed, and then for good.</returns>
    int Read(Span<byte> buffer);

    /// <summary>Writes bytes, all of them. Does nothing once the terminal has been given back.</summary>
    /// <param name="bytes">The bytes.</param>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Gives the terminal back for a while, as for another program; <see cref="Read"/> waits until <see cref="Resume"/>.</summary>
    void Suspend();

    /// <summary>Takes the terminal over again. All must be drawn again.</summary>
    void Resume();
}
