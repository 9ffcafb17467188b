using System.Collections.Concurrent;
using System.Text;
using MiaVoices.Terminal.Editing;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Loop;

/// <summary>
/// A full-screen program without its terminal: events in, bytes out. Keeps the layers, the commands that are always at hand, what is
/// to be done later and what other threads post back. Every call but <see cref="Post"/> comes from one thread.
/// </summary>
public sealed partial class TerminalApp
{
    // Some terminals drop longer sequences.
    private const int LongestCopy = 74_000;

    private readonly List<Layer> layers = [];
    private readonly ConcurrentQueue<Action> posted = new();
    private readonly Timers timers;
    private readonly Renderer renderer;
    private readonly Frame frame;
    private readonly StringBuilder controls = new();
    private MouseAreas.Area? holding;
    private bool isMouseReleased;

    /// <summary>A program of a size.</summary>
    /// <param name="clock">Tells when something later is due.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    public TerminalApp(TimeProvider clock, Theme theme, int width, int height)
    {
        timers = new Timers(clock);
        renderer = new Renderer(theme);
        frame = new Frame(new CellBuffer(width, height));
        Clipboard.Copied = CopyOut;
    }

    /// <summary>Commands that are at hand whatever lies on top, unless a layer above has their key.</summary>
    public CommandTable Commands { get; } = new();

    /// <summary>The program's own clipboard. What is copied is also offered to the terminal's (OSC 52), which may refuse it.</summary>
    public Clipboard Clipboard { get; } = new();

    /// <summary>The layers from the bottom up.</summary>
    public IReadOnlyList<Layer> Layers => layers;

    /// <summary>Called when a command was asked for that cannot be done, with the reason.</summary>
    public Action<Command, string>? Refused { get; set; }

    /// <summary>Called before a command is done.</summary>
    public Action? Starting { get; set; }

    /// <summary>Called, from any thread, when there is something to do for <see cref="Step"/>.</summary>
    public Action? Woken { get; set; }

    /// <summary>Whether the program has been asked to end.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>How long until something later is due; null if nothing is.</summary>
    public TimeSpan? UntilNextDue => timers.UntilNext;

    /// <summary>The colours.</summary>
    public Theme Theme
    {
        get => renderer.Theme;
        set => renderer.Theme = value;
    }

    /// <summary>Whether the colours follow the background that the terminal tells.</summary>
    public bool FollowsBackground { get; set; } = true;

    /// <summary>Whether the terminal has told that its background is light; null where it has told nothing.</summary>
    public bool? ToldBackground { get; private set; }

    /// <summary>Whether rows of hints tell the keys.</summary>
    public bool ShowsHints { get; set; } = true;

    /// <summary>Whether frames, blocks and arrows are drawn by characters that every font has.</summary>
    public bool UsesAscii { get; set; }

    /// <summary>The columns and rows below which nothing is drawn but <see cref="TooSmallText"/>, and keys do nothing but leave.</summary>
    public (int Width, int Height) Least { get; set; }

    /// <summary>Tells that the terminal is too small.</summary>
    public Func<string> TooSmallText { get; set; } = () => "";

    /// <summary>The key that ends the program also where the terminal is too small; null for none.</summary>
    public KeyStroke? LeaveKey { get; set; }

    /// <summary>Whether the mouse is left to the terminal, for selecting there.</summary>
    public bool IsMouseReleased
    {
        get => isMouseReleased;
        set
        {
            isMouseReleased = value;
            controls.Append(value ? "\u001b[?1002l\u001b[?1006l" : "\u001b[?1002h\u001b[?1006h");
        }
    }

    private bool IsTooSmall => frame.Buffer.Width < Least.Width || frame.Buffer.Height < Least.Height;

    /// <summary>What was painted last.</summary>
    public CellBuffer Painted => frame.Buffer;

    /// <summary>The commands that a key could ask for just now, from the top layer down.</summary>
    public IEnumerable<Command> CommandsAtHand
    {
        get
        {
            for (var i = layers.Count - 1; i >= 0; i--)
            {
                foreach (var command in layers[i].Commands?.All ?? [])
                {
                    yield return command;
                }

                if (layers[i].IsModal)
                {
                    break;
                }
            }

            foreach (var command in Commands.All)
            {
                yield return command;
            }
        }
    }

    /// <summary>Lays something on top.</summary>
    /// <param name="layer">The layer; it must not lie there already.</param>
    public void Push(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (layers.Contains(layer))
        {
            throw new ArgumentException("The layer lies there already", nameof(layer));
        }

        layers.Add(layer);
        holding = null;
    }

    /// <summary>Takes a layer away, with all that lies over it; one that is not there changes nothing.</summary>
    /// <param name="layer">The layer.</param>
    public void Pop(Layer layer)
    {
        var at = layers.IndexOf(layer);
        if (at >= 0)
        {
            layers.RemoveRange(at, layers.Count - at);
            holding = null;
        }
    }

    /// <summary>Asks the program to end.</summary>
    public void Stop() => IsStopped = true;

    /// <summary>Has something done by the thread that runs the program. Thread-safe.</summary>
    /// <param name="action">What.</param>
    public void Post(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        posted.Enqueue(action);
        Woken?.Invoke();
    }

    /// <summary>Has something done later.</summary>
    /// <param name="delay">How much later.</param>
    /// <param name="action">What.</param>
    /// <returns>Disposing it takes it back.</returns>
    public IDisposable After(TimeSpan delay, Action action) => timers.Add(delay, action);

    /// <summary>Does a command, or tells why not.</summary>
    /// <param name="command">The command.</param>
    public void Run(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.WhyNot() is { } reason)
        {
            Refused?.Invoke(command, reason);
        }
        else
        {
            Starting?.Invoke();
            command.Action();
        }
    }

    /// <summary>Does all that has come up: events, what was posted, what is due.</summary>
    /// <param name="events">The events in order.</param>
    /// <returns>Whether there was anything, and so <see cref="Paint"/> may have something to show.</returns>
    public bool Step(IEnumerable<InputEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var any = false;
        foreach (var input in events)
        {
            Handle(input);
            any = true;
        }

        // Only what is there now: what posts again must not keep the frame waiting.
        for (var left = posted.Count; left > 0 && posted.TryDequeue(out var action); left--)
        {
            action();
            any = true;
        }

        return timers.Run() || any;
    }

    /// <summary>Draws all layers and gives the bytes that make the terminal show them.</summary>
    /// <returns>Nothing if it shows them already; valid until the next call.</returns>
    public ReadOnlyMemory<byte> Paint()
    {
        var whole = Rect.Of(frame.Buffer.Width, frame.Buffer.Height);
        frame.Buffer.Clear();
        frame.Areas.Clear();
        frame.Caret = null;
        var first = IsTooSmall ? layers.Count : Math.Max(0, layers.FindLastIndex(l => l.CoversAll));
        for (var i = first; i < layers.Count; i++)
        {
            if (layers[i].IsModal)
            {
                frame.Caret = null;
                frame.Areas.Add(new MouseAreas.Area(whole, whole, layers[i], null));
            }

            layers[i].Draw(new Canvas(frame, whole, whole));
        }

        if (IsTooSmall)
        {
            DrawTooSmall(new Canvas(frame, whole, whole));
        }

        if (UsesAscii)
        {
            frame.Buffer.MakeAscii();
        }

        var painted = renderer.Render(frame.Buffer, frame.Caret);
        if (controls.Length == 0)
        {
            return painted;
        }

        byte[] both = [.. Encoding.ASCII.GetBytes(controls.ToString()), .. painted.Span];
        controls.Clear();
        return both;
    }

    /// <summary>Tells that the terminal shows something else than it was told last: the next frame is drawn whole.</summary>
    public void Repaint()
    {
        renderer.Forget();
        if (isMouseReleased)
        {
            IsMouseReleased = true;
        }
    }

    private void DrawTooSmall(Canvas canvas)
    {
        var lines = canvas.Width < 2 ? [] : Glyphs.Wrap(TooSmallText(), canvas.Width);
        for (var i = 0; i < lines.Count; i++)
        {
            canvas.Write(0, i, lines[i]);
        }
    }

    private void CopyOut(string text)
    {
        var bytes = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        if (bytes.Length <= LongestCopy)
        {
            controls.Append("\u001b]52;c;").Append(bytes).Append('\a');
        }
    }
}
