namespace MiaVoices.Terminal.Devices;

/// <summary>What is said to a terminal when it is taken over and given back.</summary>
internal static class ControlSequences
{
    /// <summary>
    /// Alternate screen; no wrapping at the last column; bracketed paste; mouse with buttons and drags, in SGR form; focus; and the
    /// question for the background's colour, which not every terminal answers.
    /// </summary>
    public static ReadOnlySpan<byte> TakeOver => "\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[?1002h\u001b[?1006h\u001b[?1004h\u001b]11;?\u0007"u8;

    /// <summary>Takes all of it back, with plain colours, the caret shown and the keypad as the runtime found it before it first used the console.</summary>
    public static ReadOnlySpan<byte> GiveBack => "\u001b[0m\u001b[?1l\u001b>\u001b[?1004l\u001b[?1006l\u001b[?1002l\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l"u8;

    /// <summary><see cref="GiveBack"/> as the <c>printf</c> of a shell wants it.</summary>
    public const string GiveBackForPrintf = "\\033[0m\\033[?1l\\033>\\033[?1004l\\033[?1006l\\033[?1002l\\033[?2004l\\033[?7h\\033[?25h\\033[?1049l";
}
