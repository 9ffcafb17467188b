namespace MiaVoices.Terminal.Devices;

/// <summary>The terminal of this process.</summary>
public static class SystemTerminal
{
    /// <summary>Whether standard input and output both go to a terminal, so that a full-screen program can run.</summary>
    public static bool IsPossible => OperatingSystem.IsWindows() ? WindowsTerminal.IsPossible : UnixTerminal.IsPossible;

    /// <summary>Takes the terminal over. It is put back when the result is disposed, when the process ends or fails, and on the signals that end or stop it.</summary>
    /// <exception cref="IOException">There is no terminal, or it does not let itself be taken over.</exception>
    public static ITerminal Open() => !IsPossible
        ? throw new IOException("There is no terminal.")
        : OperatingSystem.IsWindows() ? WindowsTerminal.Open() : UnixTerminal.Open();
}
