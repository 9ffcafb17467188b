using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace MiaVoices.Terminal.Devices;

/// <summary>The system calls behind a Windows console.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsCalls
{
    public const int StandardInput = -10;
    public const int StandardOutput = -11;
    public const uint Utf8 = 65001;

    // Input: VIRTUAL_TERMINAL_INPUT and WINDOW_INPUT with EXTENDED_FLAGS, which turns quick edit off; without PROCESSED, LINE and ECHO.
    public const uint RawInput = 0x0200 | 0x0008 | 0x0080;

    // Output: PROCESSED_OUTPUT, VIRTUAL_TERMINAL_PROCESSING, DISABLE_NEWLINE_AUTO_RETURN.
    public const uint RawOutput = 0x0001 | 0x0004 | 0x0008;

    public const ushort KeyRecord = 1;
    public const ushort SizeRecord = 4;

    private static readonly nint Invalid = -1;

    public static bool IsConsole(nint handle) => handle != 0 && handle != Invalid && GetConsoleMode(handle, out _);

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle", SetLastError = true)]
    public static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32", EntryPoint = "GetConsoleMode", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32", EntryPoint = "SetConsoleMode", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetConsoleMode(nint handle, uint mode);

    [LibraryImport("kernel32", EntryPoint = "GetConsoleOutputCP")]
    public static partial uint GetConsoleOutputCodePage();

    [LibraryImport("kernel32", EntryPoint = "SetConsoleOutputCP", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetConsoleOutputCodePage(uint codePage);

    [LibraryImport("kernel32", EntryPoint = "WaitForMultipleObjects", SetLastError = true)]
    public static partial uint WaitForMultipleObjects(uint count, ReadOnlySpan<nint> handles, [MarshalAs(UnmanagedType.Bool)] bool all, uint milliseconds);

    [LibraryImport("kernel32", EntryPoint = "ReadConsoleInputW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool ReadConsoleInput(nint handle, Span<InputRecord> records, uint length, out uint read);

    [LibraryImport("kernel32", EntryPoint = "WriteFile", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool WriteFile(nint handle, ReadOnlySpan<byte> bytes, uint count, out uint written, nint overlapped);

    /// <summary><c>INPUT_RECORD</c> with the fields of a <c>KEY_EVENT_RECORD</c>.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 20)]
    public struct InputRecord
    {
        [FieldOffset(0)]
        public ushort Kind;

        [FieldOffset(4)]
        public int IsDown;

        [FieldOffset(8)]
        public ushort Repeats;

        [FieldOffset(10)]
        public ushort VirtualKey;

        [FieldOffset(14)]
        public ushort Character;

        [FieldOffset(16)]
        public uint Held;
    }
}
