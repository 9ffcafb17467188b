using System.Runtime.InteropServices;

namespace MiaVoices.Terminal.Input;

/// <summary>Reads one complete CSI sequence.</summary>
internal static class CsiSequence
{
    private const int MostParameters = 8;
    private const int ModifyOtherKeys = 27;
    private const int PasteBegins = 200;
    private const int KeyReleased = 3;

    /// <summary>What a sequence means: an event, the beginning of a paste, or nothing known.</summary>
    public readonly record struct Meaning(InputEvent? Event, bool BeginsPaste);

    /// <summary>Whether it is nothing but digits, and at least one.</summary>
    public static bool IsNumber(List<byte> parameters) => parameters.Count > 0 && parameters.TrueForAll(b => b is >= (byte)'0' and <= (byte)'9');

    /// <summary>Reads a sequence.</summary>
    /// <param name="parameters">The bytes between CSI and the final one.</param>
    /// <param name="final">The final byte.</param>
    public static Meaning Read(List<byte> parameters, byte final)
    {
        var span = CollectionsMarshal.AsSpan(parameters);
        if (span.Length > 0 && span[0] is (byte)'<' or (byte)'=' or (byte)'>' or (byte)'?')
        {
            // Of the private ones only the SGR mouse is input; the others answer questions.
            return span[0] == '<' && final is (byte)'M' or (byte)'m' ? new Meaning(SgrMouse(span[1..], final == 'm'), false) : default;
        }

        Span<int> numbers = stackalloc int[MostParameters];
        Span<int> seconds = stackalloc int[MostParameters];
        if (!Numbers(span, numbers, seconds, out var count))
        {
            return default;
        }

        var held = KeyCodes.Modifiers(count > 1 ? numbers[1] : 1);
        if (count > 1 && seconds[1] == KeyReleased)
        {
            return default;
        }

        return (char)final switch
        {
            '~' when numbers[0] == PasteBegins => new Meaning(null, true),
            '~' when numbers[0] == ModifyOtherKeys && count > 2 => Stroke(KeyCodes.OfCodePoint(numbers[2], held)),
            '~' => Stroke(KeyCodes.OfNumber(numbers[0]), held),
            // rxvt: the final byte tells what is held.
            '$' => Stroke(KeyCodes.OfNumber(numbers[0]), KeyModifiers.Shift),
            '^' => Stroke(KeyCodes.OfNumber(numbers[0]), KeyModifiers.Ctrl),
            '@' => Stroke(KeyCodes.OfNumber(numbers[0]), KeyModifiers.Ctrl | KeyModifiers.Shift),
            >= 'a' and <= 'd' when count == 0 => Stroke(KeyCodes.OfLetter((byte)(final - 0x20)), KeyModifiers.Shift),
            'u' => Stroke(KeyCodes.OfCodePoint(numbers[0], held)),
            'Z' => Stroke(Key.Tab, held | KeyModifiers.Shift),
            'I' when count == 0 => new Meaning(new FocusEvent(true), false),
            'O' when count == 0 => new Meaning(new FocusEvent(false), false),
            // A report of the cursor's place looks like F3 with something held; only the latter has 1 and a small number.
            'R' when count > 0 && !(count == 2 && numbers[0] == 1 && numbers[1] is >= 2 and <= 8) => default,
            _ => Stroke(KeyCodes.OfLetter(final), held),
        };
    }

    /// <summary>A mouse event from its code and its column and row from 1; null for buttons beyond the third.</summary>
    public static MouseEvent? Mouse(int code, int column, int row, bool isRelease)
    {
        if (code < 0 || code >= 128 || column < 1 || row < 1)
        {
            return null;
        }

        var held = ((code & 4) != 0 ? KeyModifiers.Shift : 0) | ((code & 8) != 0 ? KeyModifiers.Alt : 0) | ((code & 16) != 0 ? KeyModifiers.Ctrl : 0);
        if ((code & 64) != 0)
        {
            // Wheels to the side are not used.
            return (code & 3) switch
            {
                0 => new MouseEvent(MouseAction.WheelUp, MouseButton.None, column - 1, row - 1, held),
                1 => new MouseEvent(MouseAction.WheelDown, MouseButton.None, column - 1, row - 1, held),
                _ => null,
            };
        }

        var button = (code & 3) switch { 0 => MouseButton.Left, 1 => MouseButton.Middle, 2 => MouseButton.Right, _ => MouseButton.None };
        var action = (code & 32) != 0
            ? button == MouseButton.None ? MouseAction.Move : MouseAction.Drag
            : isRelease || button == MouseButton.None ? MouseAction.Release : MouseAction.Press;
        return new MouseEvent(action, button, column - 1, row - 1, held);
    }

    private static MouseEvent? SgrMouse(ReadOnlySpan<byte> parameters, bool isRelease)
    {
        Span<int> numbers = stackalloc int[MostParameters];
        Span<int> seconds = stackalloc int[MostParameters];
        return Numbers(parameters, numbers, seconds, out var count) && count == 3 ? Mouse(numbers[0], numbers[1], numbers[2], isRelease) : null;
    }

    private static Meaning Stroke(Key? key, KeyModifiers held) => key is { } found ? Stroke(KeyStroke.Of(found, held)) : default;

    private static Meaning Stroke(KeyStroke? stroke) => stroke is { } found ? new Meaning(new KeyEvent(found), false) : default;

    // Numbers parted by semicolons, each perhaps with a second one after a colon; what is left out is 0.
    private static bool Numbers(ReadOnlySpan<byte> text, Span<int> numbers, Span<int> seconds, out int count)
    {
        numbers.Clear();
        seconds.Clear();
        count = text.IsEmpty ? 0 : 1;
        var part = 0;
        foreach (var b in text)
        {
            if (b == ';')
            {
                if (count == MostParameters)
                {
                    return false;
                }

                count++;
                part = 0;
            }
            else if (b == ':')
            {
                part++;
            }
            else if (b is >= (byte)'0' and <= (byte)'9')
            {
                ref var number = ref (part == 0 ? ref numbers[count - 1] : ref seconds[count - 1]);
                if (part <= 1)
                {
                    number = Math.Min((number * 10) + (b - '0'), 0x200000);
                }
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
