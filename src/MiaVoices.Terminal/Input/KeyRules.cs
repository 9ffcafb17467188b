namespace MiaVoices.Terminal.Input;

/// <summary>Keys that a program must not rely on, since a terminal, a multiplexer or a keyboard layout keeps or changes them.</summary>
public static class KeyRules
{
    // What needs AltGr on Nordic keyboards.
    private const string AltGr = "@£$€{[]}\\~|µ";

    // Ctrl+I, M, J and H are Tab, Enter, line feed and Backspace; A and B are the prefix keys of screen and tmux.
    private const string KeptWithCtrl = "imjhab";

    /// <summary>Whether no command may have this key.</summary>
    /// <param name="stroke">The key.</param>
    public static bool IsUnreliable(KeyStroke stroke)
    {
        var (ctrl, alt, shift) = (Holds(stroke, KeyModifiers.Ctrl), Holds(stroke, KeyModifiers.Alt), Holds(stroke, KeyModifiers.Shift));
        return stroke.Key switch
        {
            Key.Character => (!ctrl && AltGr.Contains((char)stroke.Character.Value, StringComparison.Ordinal))
                || (ctrl && stroke.Character.IsAscii && KeptWithCtrl.Contains((char)stroke.Character.Value, StringComparison.Ordinal)),
            Key.F11 => true,
            Key.Enter => ctrl || alt,
            Key.Tab => ctrl || alt,
            Key.Left or Key.Right => alt,
            Key.Up or Key.Down => alt || (ctrl && shift),
            Key.Home or Key.End or Key.PageUp or Key.PageDown => ctrl && shift,
            _ => false,
        };
    }

    private static bool Holds(KeyStroke stroke, KeyModifiers modifier) => (stroke.Modifiers & modifier) != 0;
}
