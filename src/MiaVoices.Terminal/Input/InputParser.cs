using System.Buffers;
using System.Text;

namespace MiaVoices.Terminal.Input;

/// <summary>
/// Makes events of the bytes that a terminal sends: keys in their legacy, xterm, rxvt, SS3 and CSI-u forms, UTF-8 split anywhere,
/// bracketed paste, SGR and X10 mouse, focus. What it does not know it drops without a trace in the text. Has no clock and does no I/O;
/// not thread-safe.
/// </summary>
public sealed partial class InputParser
{
    private const byte Esc = 0x1B;
    private const int LongestSequence = 64;

    private readonly ClickCounter clicks = new();
    private readonly PasteCollector paste = new();
    private readonly List<byte> sequence = [];
    private readonly byte[] partial = new byte[4];
    private State state;
    private int partialLength;
    private bool alt;
    private char stringOpener;
    private TimeSpan now;

    private enum State
    {
        Ground,
        Escape,
        Csi,
        Ss3,
        LinuxFunction,
        ControlString,
        ControlStringEscape,
        Paste,
        X10Mouse,
    }

    /// <summary>Whether an Esc, alone or with what may be its beginning, waits for more bytes or for <see cref="Flush"/>.</summary>
    public bool IsWaiting => state is State.Escape
        || (state is State.Csi or State.Ss3 or State.ControlString && sequence.Count == 0);

    /// <summary>Takes bytes and gives the events that they complete.</summary>
    /// <param name="bytes">The next bytes, cut anywhere.</param>
    /// <param name="time">When they came, on any clock that only goes forward; tells a double click from two.</param>
    /// <param name="events">Gets the events in order.</param>
    public void Feed(ReadOnlySpan<byte> bytes, TimeSpan time, ICollection<InputEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        now = time;
        foreach (var b in bytes)
        {
            Take(b, events);
        }
    }

    /// <summary>Decides that nothing follows for now: a waiting Esc was the key itself.</summary>
    /// <param name="events">Gets the events.</param>
    public void Flush(ICollection<InputEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (!IsWaiting)
        {
            return;
        }

        var opener = state switch { State.Csi => '[', State.Ss3 => 'O', State.ControlString => stringOpener, _ => '\0' };
        var twice = alt;
        Reset();
        if (twice)
        {
            Add(events, KeyStroke.Of(Key.Escape));
        }

        Add(events, opener == '\0' ? KeyStroke.Of(Key.Escape) : KeyStroke.Of(opener, KeyModifiers.Alt));
    }

    private void Take(byte b, ICollection<InputEvent> events)
    {
        switch (state)
        {
            case State.Ground:
                TakeGround(b, events);
                break;
            case State.Escape:
                TakeEscape(b, events);
                break;
            case State.Csi:
                TakeCsi(b, events);
                break;
            case State.Ss3:
            case State.LinuxFunction:
                TakeFunction(b, events);
                break;
            case State.ControlString:
                TakeString(b, events);
                break;
            case State.ControlStringEscape:
                EndString(b, events);
                break;
            case State.Paste:
                if (paste.Add(b, events))
                {
                    Reset();
                }

                break;
            default:
                TakeX10(b, events);
                break;
        }
    }

    private void TakeGround(byte b, ICollection<InputEvent> events)
    {
        if (partialLength == 0 && b < 0x80)
        {
            if (b == Esc)
            {
                state = State.Escape;
                return;
            }

            Emit(KeyCodes.OfAscii(b), events);
            return;
        }

        partial[partialLength++] = b;
        switch (Rune.DecodeFromUtf8(partial.AsSpan(0, partialLength), out var rune, out var used))
        {
            case OperationStatus.Done:
                partialLength = 0;
                EmitRune(rune, events);
                break;
            case OperationStatus.NeedMoreData:
                break;
            default:
                Mend(used, events);
                break;
        }
    }

    // A byte that does not continue the character before it stands on its own.
    private void Mend(int used, ICollection<InputEvent> events)
    {
        var rest = partial.AsSpan(used, partialLength - used).ToArray();
        partialLength = 0;
        EmitRune(Rune.ReplacementChar, events);
        foreach (var b in rest)
        {
            TakeGround(b, events);
        }
    }

    private void EmitRune(Rune rune, ICollection<InputEvent> events)
    {
        // C1 controls come from nobody's keyboard.
        if (Rune.IsControl(rune))
        {
            alt = false;
            return;
        }

        Emit(KeyStroke.Of(rune), events);
    }

    private void Emit(KeyStroke stroke, ICollection<InputEvent> events)
    {
        Add(events, alt ? stroke with { Modifiers = stroke.Modifiers | KeyModifiers.Alt } : stroke);
        alt = false;
    }

    private static void Add(ICollection<InputEvent> events, KeyStroke stroke) => events.Add(new KeyEvent(stroke));

    private void Restart()
    {
        Reset();
        state = State.Escape;
    }

    private void Reset()
    {
        state = State.Ground;
        sequence.Clear();
        alt = false;
    }
}
