using System.Text;
using MiaVoices.Terminal.Input;

namespace MiaVoices.Tests.Terminal.Support;

/// <summary>The bytes that xterm sends for keys and mouse.</summary>
internal static class KeyBytes
{
    public static string Of(string name)
    {
        var stroke = KeyStroke.Parse(name);
        var modifier = 1 + (int)stroke.Modifiers;
        var ctrl = (stroke.Modifiers & KeyModifiers.Ctrl) != 0;
        var alt = (stroke.Modifiers & KeyModifiers.Alt) != 0 ? "\u001b" : "";
        return stroke.Key switch
        {
            Key.Character when ctrl => alt + (char)(stroke.Character.Value & 0x1F),
            Key.Character => alt + stroke.Character,
            Key.Enter => alt + "\r",
            Key.Tab when modifier == 2 => "\u001b[Z",
            Key.Tab => "\t",
            Key.Backspace => alt + "\u007f",
            Key.Escape => "\u001b",
            Key.Up => Letter('A', modifier),
            Key.Down => Letter('B', modifier),
            Key.Right => Letter('C', modifier),
            Key.Left => Letter('D', modifier),
            Key.Home => Letter('H', modifier),
            Key.End => Letter('F', modifier),
            Key.Insert => Number(2, modifier),
            Key.Delete => Number(3, modifier),
            Key.PageUp => Number(5, modifier),
            Key.PageDown => Number(6, modifier),
            >= Key.F1 and <= Key.F4 => modifier == 1 ? $"\u001bO{(char)('P' + (stroke.Key - Key.F1))}" : Letter((char)('P' + (stroke.Key - Key.F1)), modifier),
            Key.F5 => Number(15, modifier),
            >= Key.F6 and <= Key.F10 => Number(17 + (stroke.Key - Key.F6), modifier),
            _ => Number(23 + (stroke.Key - Key.F11), modifier),
        };
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Letter(char final, int modifier) => modifier == 1 ? $"\u001b[{final}" : FormattableString.Invariant($"\u001b[1;{modifier}{final}");

    private static string Number(int number, int modifier) => modifier == 1 ? FormattableString.Invariant($"\u001b[{number}~") : FormattableString.Invariant($"\u001b[{number};{modifier}~");
}
