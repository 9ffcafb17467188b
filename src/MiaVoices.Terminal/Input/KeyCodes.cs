using System.Text;

namespace MiaVoices.Terminal.Input;

/// <summary>Which key a code stands for, by the kind of sequence that it comes in.</summary>
internal static class KeyCodes
{
    private const int Delete = 0x7F;

    /// <summary>What is held, from the parameter of xterm: one more than the sum of 1 Shift, 2 Alt, 4 Ctrl.</summary>
    public static KeyModifiers Modifiers(int parameter)
    {
        var bits = Math.Max(0, parameter - 1);
        return (KeyModifiers)(bits & 7);
    }

    /// <summary>A single byte below 0x80 but ESC.</summary>
    public static KeyStroke OfAscii(int code) => code switch
    {
        0x00 => KeyStroke.Of(' ', KeyModifiers.Ctrl),
        // Ctrl+H is Backspace on some terminals, Ctrl+J is Enter on some.
        0x08 or Delete => KeyStroke.Of(Key.Backspace),
        0x09 => KeyStroke.Of(Key.Tab),
        0x0A or 0x0D => KeyStroke.Of(Key.Enter),
        0x1B => KeyStroke.Of(Key.Escape),
        <= 0x1A => KeyStroke.Of((char)(code + 'a' - 1), KeyModifiers.Ctrl),
        <= 0x1F => KeyStroke.Of((char)(code + '@'), KeyModifiers.Ctrl),
        _ => KeyStroke.Of((char)code),
    };

    /// <summary>A code point with what is held, as CSI-u and xterm's modifyOtherKeys tell it.</summary>
    public static KeyStroke? OfCodePoint(int code, KeyModifiers held)
    {
        if (code is 0x08 or 0x09 or 0x0A or 0x0D or 0x1B or Delete)
        {
            return OfAscii(code) with { Modifiers = held };
        }

        if (!Rune.TryCreate(code, out var rune) || Rune.IsControl(rune) || code is >= 0xE000 and <= 0xF8FF)
        {
            return null;
        }

        // The code is that of the key without Shift.
        return held == KeyModifiers.Shift ? KeyStroke.Of(Rune.ToUpperInvariant(rune)) : KeyStroke.Of(rune, held);
    }

    /// <summary>The final byte of CSI with letters.</summary>
    public static Key? OfLetter(byte final) => (char)final switch
    {
        'A' => Key.Up,
        'B' => Key.Down,
        'C' => Key.Right,
        'D' => Key.Left,
        'F' => Key.End,
        'H' => Key.Home,
        'P' => Key.F1,
        'Q' => Key.F2,
        'R' => Key.F3,
        'S' => Key.F4,
        _ => null,
    };

    /// <summary>The number before <c>~</c>.</summary>
    public static Key? OfNumber(int number) => number switch
    {
        1 or 7 => Key.Home,
        2 => Key.Insert,
        3 => Key.Delete,
        4 or 8 => Key.End,
        5 => Key.PageUp,
        6 => Key.PageDown,
        >= 11 and <= 15 => Key.F1 + (number - 11),
        >= 17 and <= 21 => Key.F6 + (number - 17),
        23 or 24 => Key.F11 + (number - 23),
        _ => null,
    };

    /// <summary>What follows ESC O: arrows and functions in application mode, the keypad, rxvt's arrows with Ctrl.</summary>
    public static KeyStroke? OfSs3(byte code)
    {
        if (OfLetter(code) is { } key)
        {
            return KeyStroke.Of(key);
        }

        return (char)code switch
        {
            'a' => KeyStroke.Of(Key.Up, KeyModifiers.Ctrl),
            'b' => KeyStroke.Of(Key.Down, KeyModifiers.Ctrl),
            'c' => KeyStroke.Of(Key.Right, KeyModifiers.Ctrl),
            'd' => KeyStroke.Of(Key.Left, KeyModifiers.Ctrl),
            'M' => KeyStroke.Of(Key.Enter),
            'X' => KeyStroke.Of('='),
            // The keypad sends its characters 0x40 higher.
            >= 'j' and <= 'y' => KeyStroke.Of((char)(code - 0x40)),
            _ => null,
        };
    }

    /// <summary>What follows ESC [ [ on the Linux console.</summary>
    public static KeyStroke? OfLinux(byte code) => code is >= (byte)'A' and <= (byte)'E' ? KeyStroke.Of(Key.F1 + (code - 'A')) : null;
}
