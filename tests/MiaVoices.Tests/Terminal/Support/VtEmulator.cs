using System.Globalization;
using System.Text;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Tests.Terminal.Support;

/// <summary>
/// A small terminal that understands what the toolkit sends and throws on anything else, also on what terminals disagree about:
/// relative movement after the last column, half a wide character, a combining mark without a base.
/// </summary>
internal sealed class VtEmulator
{
    private static readonly int[] KnownModes = [7, 25, 1002, 1004, 1006, 1049, 2004];

    private readonly Decoder _utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private readonly StringBuilder _pending = new();
    private readonly bool _disagreesOnEmoji;
    private (string Text, string Pen)[,] _cells;
    private int _x;
    private int _y;
    private int _clusterX = -1;
    private bool _isPlaceSure = true;
    private string _pen = "";

    public VtEmulator(int width, int height, bool disagreesOnEmoji = false)
    {
        (Width, Height, _disagreesOnEmoji) = (width, height, disagreesOnEmoji);
        _cells = new (string, string)[width, height];
        Erase(0, 0, width, height);
    }

    public int Width { get; private set; }

    public int Height { get; private set; }

    public HashSet<int> Modes { get; } = [];

    public string Copied { get; private set; } = "";

    public (int X, int Y)? Caret => Modes.Contains(25) ? (_x, _y) : null;

    public (string Text, string Pen) this[int x, int y] => _cells[x, y];

    /// <summary>What a person sees, a line a row.</summary>
    public string Text => string.Join('\n', Enumerable.Range(0, Height).Select(Row));

    public string Row(int y) => string.Concat(Enumerable.Range(0, Width).Select(x => _cells[x, y].Text)).TrimEnd(' ');

    public void Resize(int width, int height)
    {
        (Width, Height) = (width, height);
        _cells = new (string, string)[width, height];
        Erase(0, 0, width, height);
        (_x, _y) = (0, 0);
    }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[bytes.Length];
        _pending.Append(chars, 0, _utf8.GetChars(bytes, chars, flush: false));
        var text = _pending.ToString();
        var at = 0;
        while (at < text.Length)
        {
            var used = text[at] == '\u001b' ? Sequence(text, at) : Character(text, at);
            if (used == 0)
            {
                break;
            }

            at += used;
        }

        _pending.Clear().Append(text, at, text.Length - at);
        if (_pending.Length > 0)
        {
            throw new InvalidOperationException("A frame ends within a sequence");
        }
    }

    private int Sequence(string text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return 0;
        }

        if (text[at + 1] == ']')
        {
            var bell = text.IndexOf('\a', at);
            if (bell < 0)
            {
                return 0;
            }

            OperatingSystemCommand(text[(at + 2)..bell]);
            return bell - at + 1;
        }

        if (text[at + 1] != '[')
        {
            throw new InvalidOperationException($"ESC {text[at + 1]}");
        }

        var end = at + 2;
        while (end < text.Length && text[end] is >= ' ' and < '@')
        {
            end++;
        }

        if (end >= text.Length)
        {
            return 0;
        }

        Control(text[(at + 2)..end], text[end]);
        return end - at + 1;
    }

    private void OperatingSystemCommand(string command)
    {
        if (command.StartsWith("52;c;", StringComparison.Ordinal))
        {
            Copied = Encoding.UTF8.GetString(Convert.FromBase64String(command[5..]));
        }
        else if (command != "11;?")
        {
            throw new InvalidOperationException($"OSC {command}");
        }
    }

    private void Control(string parameters, char final)
    {
        switch (final)
        {
            case 'H':
                var place = parameters.Split(';');
                (_y, _x) = (Number(place[0], 1) - 1, Number(place.ElementAtOrDefault(1) ?? "", 1) - 1);
                Check(_x < Width && _y < Height, "The cursor leaves the screen");
                (_isPlaceSure, _clusterX) = (true, -1);
                break;
            case 'C':
                Check(_isPlaceSure, "Moved from a place that terminals disagree on");
                _x += Number(parameters, 1);
                Check(_x < Width, "The cursor leaves the screen");
                _clusterX = -1;
                break;
            case 'K':
                Check(parameters.Length == 0 && _isPlaceSure, "Erased from a place that terminals disagree on");
                Check(_pen.Length == 0, "Erased with a colour, which terminals do differently");
                Split(_x, _y);
                Erase(_x, _y, Width, _y + 1);
                break;
            case 'J':
                Check(parameters == "2" && _pen.Length == 0, "Erased with a colour");
                Erase(0, 0, Width, Height);
                break;
            case 'm':
                Pen(parameters);
                break;
            case 'h' or 'l' when parameters.StartsWith('?'):
                Mode(Number(parameters[1..], 0), final == 'h');
                break;
            default:
                throw new InvalidOperationException($"CSI {parameters}{final}");
        }
    }

    private void Mode(int mode, bool isOn)
    {
        Check(KnownModes.Contains(mode), $"Mode {mode}");
        if (isOn)
        {
            Modes.Add(mode);
        }
        else
        {
            Modes.Remove(mode);
        }
    }

    private void Pen(string parameters)
    {
        var codes = parameters.Length == 0 ? [0] : parameters.Split(';').Select(p => Number(p, 0)).ToList();
        for (var i = 0; i < codes.Count; i++)
        {
            var (part, key) = codes[i] switch
            {
                0 => ("", ""),
                >= 1 and <= 9 => ("on", $"mark{codes[i]}"),
                38 or 48 => (Color(codes, ref i, out var basis), basis == 38 ? "ink" : "fill"),
                39 => ("", "ink"),
                49 => ("", "fill"),
                >= 30 and <= 37 or >= 90 and <= 97 => ($"{codes[i]}", "ink"),
                >= 40 and <= 47 or >= 100 and <= 107 => ($"{codes[i]}", "fill"),
                _ => throw new InvalidOperationException($"SGR {codes[i]}"),
            };
            var parts = key.Length == 0 ? [] : _pen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => !p.StartsWith(key + "=", StringComparison.Ordinal)).ToList();
            if (part.Length > 0)
            {
                parts.Add($"{key}={part}");
            }

            _pen = string.Join(' ', parts.Order(StringComparer.Ordinal));
        }
    }

    private static string Color(List<int> codes, ref int i, out int basis)
    {
        basis = codes[i];
        var count = codes[i + 1] == 5 ? 2 : codes[i + 1] == 2 ? 4 : throw new InvalidOperationException("A colour of unknown kind");
        var color = string.Join(':', codes.GetRange(i + 1, count));
        Check(codes.GetRange(i + 2, count - 1).TrueForAll(c => c is >= 0 and <= 255), "A colour out of range");
        i += count;
        return color;
    }

    private int Character(string text, int at)
    {
        var rune = Rune.GetRuneAt(text, at);
        Check(!Rune.IsControl(rune), $"Control {rune.Value:X4}");
        Check(Modes.Contains(7) == false, "Text while wrapping is on");
        var drawn = rune.ToString();
        // What follows its base joins it, as terminals with grapheme clusters do; the others draw it over the same cell.
        if (_clusterX >= 0 && _cells[_clusterX, _y].Text + drawn is var joined && new StringInfo(joined).LengthInTextElements == 1 && joined.Length > drawn.Length)
        {
            _cells[_clusterX, _y].Text = joined;
            return rune.Utf16SequenceLength;
        }

        Check(_isPlaceSure, $"Text at a place that terminals disagree on: {drawn}");
        var width = Glyphs.Width(drawn);
        Check(width > 0, $"A mark without a base: {rune.Value:X4}");
        if (_disagreesOnEmoji && rune.Value is >= 0x2600 and < 0x2800 or >= 0x1F000)
        {
            width = 3 - width;
        }

        if (_x + width > Width)
        {
            Check(_disagreesOnEmoji, "A wide character at the edge");
            width = 1;
        }

        for (var i = 0; i < width; i++)
        {
            Split(_x + i, _y);
            _cells[_x + i, _y] = (i == 0 ? drawn : "", _pen);
        }

        _clusterX = _x;
        _x += width;
        if (_x >= Width)
        {
            (_x, _isPlaceSure) = (Width - 1, false);
        }

        return rune.Utf16SequenceLength;
    }

    // What covers half of a wide character leaves a space in the other half.
    private void Split(int x, int y)
    {
        if (_cells[x, y].Text.Length == 0 && x > 0)
        {
            _cells[x - 1, y].Text = " ";
            _cells[x, y].Text = " ";
        }
        else if (x + 1 < Width && _cells[x + 1, y].Text.Length == 0)
        {
            _cells[x + 1, y].Text = " ";
        }
    }

    private void Erase(int fromX, int fromY, int toX, int toY)
    {
        for (var y = fromY; y < toY; y++)
        {
            for (var x = fromX; x < toX; x++)
            {
                _cells[x, y] = (" ", "");
            }
        }
    }

    private static int Number(string text, int missing) => text.Length == 0 ? missing : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
