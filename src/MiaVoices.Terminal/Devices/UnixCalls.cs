using System.Runtime.InteropServices;

namespace MiaVoices.Terminal.Devices;

/// <summary>
/// The system calls behind a Unix terminal. None of them needs to know how <c>struct termios</c> is laid out: it is read, made raw by
/// the C library and written as it stands, so glibc, musl and macOS are served alike.
/// </summary>
internal static partial class UnixCalls
{
    /// <summary>More than any system's <c>struct termios</c> (60 bytes on Linux, 72 on macOS).</summary>
    public const int TermiosSize = 256;

    public const int Input = 0;
    public const int Output = 1;
    public const int Interrupted = 4;
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const int SigStop = 19;
    public const int SigStopOnMac = 17;

    private const int AfterOutput = 1;
    private const int TryAgainOnLinux = 11;
    private const int TryAgainOnMac = 35;

    public static bool IsTryAgain(int error) => error == (OperatingSystem.IsMacOS() ? TryAgainOnMac : TryAgainOnLinux);

    public static bool IsTerminal(int descriptor) => IsATty(descriptor) == 1;

    public static bool GetModes(byte[] termios) => TcGetAttr(Input, termios) == 0;

    /// <summary>Sets the modes once all output has gone out.</summary>
    public static bool SetModes(byte[] termios)
    {
        int result;
        do
        {
            result = TcSetAttr(Input, AfterOutput, termios);
        }
        while (result != 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return result == 0;
    }

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, Span<byte> buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, ReadOnlySpan<byte> buffer, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(Span<PollDescriptor> descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    public static partial void MakeRaw([In, Out] byte[] termios);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "isatty", SetLastError = true)]
    private static partial int IsATty(int descriptor);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static partial int TcGetAttr(int descriptor, [In, Out] byte[] termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    private static partial int TcSetAttr(int descriptor, int actions, byte[] termios);

    /// <summary><c>struct pollfd</c>, the same everywhere.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollDescriptor
    {
        public int Descriptor;
        public short Wanted;
        public short Happened;
    }
}
