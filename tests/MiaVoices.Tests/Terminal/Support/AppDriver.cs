using MiaVoices.Terminal;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Tests.Terminal.Support;

/// <summary>A person at a program: raw bytes go in through the parser, and what is painted goes out to an emulated terminal.</summary>
internal sealed class AppDriver
{
    private readonly InputParser _parser = new();
    private readonly List<InputEvent> _events = [];

    public AppDriver(int width = 80, int height = 24, ColorDepth depth = ColorDepth.Full)
    {
        App = new TerminalApp(Time, Theme.Of(depth, isLight: false), width, height);
        Terminal = new VtEmulator(width, height);
    }

    public HandTime Time { get; } = new();

    public TerminalApp App { get; }

    public VtEmulator Terminal { get; }

    public string Screen => Terminal.Text;

    /// <summary>The bytes of the last frame.</summary>
    public int LastBytes { get; private set; }

    public AppDriver Press(params string[] keys)
    {
        foreach (var key in keys)
        {
            _parser.Feed(KeyBytes.Utf8(KeyBytes.Of(key)), Time.GetElapsedTime(0), _events);
            // So much later that an Esc is one.
            _parser.Flush(_events);
            Settle();
        }

        return this;
    }

    public AppDriver Type(string text) => Send(text);

    public AppDriver Paste(string text) => Send($"\u001b[200~{text}\u001b[201~");

    public AppDriver Click(int x, int y) => Mouse(0, x, y, 'M').Mouse(0, x, y, 'm');

    public AppDriver DoubleClick(int x, int y) => Click(x, y).Click(x, y);

    public AppDriver Drag(int fromX, int fromY, int toX, int toY) => Mouse(0, fromX, fromY, 'M').Mouse(32, toX, toY, 'M').Mouse(0, toX, toY, 'm');

    public AppDriver Wheel(int x, int y, bool down = true) => Mouse(down ? 65 : 64, x, y, 'M');

    public AppDriver Wait(int milliseconds)
    {
        Time.Advance(milliseconds);
        return Settle();
    }

    public AppDriver Resize(int width, int height)
    {
        // A terminal may have moved what it showed; the loop has everything drawn anew.
        Terminal.Resize(width, height);
        App.Repaint();
        _events.Add(new ResizeEvent(width, height));
        return Settle();
    }

    public AppDriver Send(string raw) => SendBytes(KeyBytes.Utf8(raw));

    public AppDriver SendBytes(ReadOnlySpan<byte> raw)
    {
        _parser.Feed(raw, Time.GetElapsedTime(0), _events);
        return Settle();
    }

    /// <summary>Does what has come up and paints, whether or not there was anything.</summary>
    public AppDriver Settle()
    {
        App.Step(_events);
        _events.Clear();
        var bytes = App.Paint();
        LastBytes = bytes.Length;
        Terminal.Feed(bytes.Span);
        return this;
    }

    private AppDriver Mouse(int code, int x, int y, char final)
    {
        // So long after the last that only what is meant to be a double click is one.
        Time.Advance(code == 0 && final == 'M' ? 100 : 10);
        return Send(FormattableString.Invariant($"\u001b[<{code};{x + 1};{y + 1}{final}"));
    }
}
