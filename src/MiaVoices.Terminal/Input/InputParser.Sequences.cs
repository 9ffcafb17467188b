namespace MiaVoices.Terminal.Input;

public sealed partial class InputParser
{
    private void TakeEscape(byte b, ICollection<InputEvent> events)
    {
        switch (b)
        {
            case (byte)'[':
                state = State.Csi;
                break;
            case (byte)'O':
                state = State.Ss3;
                break;
            case (byte)']' or (byte)'P' or (byte)'_' or (byte)'^' or (byte)'X':
                state = State.ControlString;
                stringOpener = (char)b;
                break;
            case Esc:
                if (alt)
                {
                    Add(events, KeyStroke.Of(Key.Escape));
                }

                alt = true;
                break;
            default:
                if (alt)
                {
                    Add(events, KeyStroke.Of(Key.Escape));
                }

                alt = true;
                state = State.Ground;
                TakeGround(b, events);
                break;
        }
    }

    private void TakeCsi(byte b, ICollection<InputEvent> events)
    {
        if (b == Esc)
        {
            Restart();
        }
        else if (b is < 0x20 or >= 0x7F)
        {
            Reset();
            TakeGround(b, events);
        }
        else if (b == '[' && sequence.Count == 0)
        {
            state = State.LinuxFunction;
        }
        else if (b >= 0x40 || (b == '$' && CsiSequence.IsNumber(sequence)))
        {
            EndCsi(b, events);
        }
        else if (sequence.Count < LongestSequence)
        {
            sequence.Add(b);
        }
    }

    private void EndCsi(byte final, ICollection<InputEvent> events)
    {
        if (final == 'M' && sequence.Count == 0)
        {
            state = State.X10Mouse;
            return;
        }

        var read = sequence.Count < LongestSequence ? CsiSequence.Read(sequence, final) : default;
        var withAlt = alt;
        Reset();
        if (read.BeginsPaste)
        {
            state = State.Paste;
        }
        else if (read.Event is KeyEvent key)
        {
            Add(events, withAlt ? key.Stroke with { Modifiers = key.Stroke.Modifiers | KeyModifiers.Alt } : key.Stroke);
        }
        else if (read.Event is MouseEvent mouse)
        {
            events.Add(clicks.Count(mouse, now));
        }
        else if (read.Event is not null)
        {
            events.Add(read.Event);
        }
    }

    private void TakeFunction(byte b, ICollection<InputEvent> events)
    {
        if (b == Esc)
        {
            Restart();
            return;
        }

        var linux = state == State.LinuxFunction;
        // Some send the modifier between: ESC O 5 P.
        if (!linux && b is >= (byte)'1' and <= (byte)'9' && sequence.Count == 0)
        {
            sequence.Add(b);
            return;
        }

        var held = sequence.Count == 0 ? KeyModifiers.None : KeyCodes.Modifiers(sequence[0] - '0');
        var found = linux ? KeyCodes.OfLinux(b) : KeyCodes.OfSs3(b);
        var withAlt = alt;
        Reset();
        if (found is { } stroke)
        {
            alt = withAlt;
            Emit(stroke with { Modifiers = stroke.Modifiers | held }, events);
        }
        else if (b is < 0x20 or >= 0x7F)
        {
            TakeGround(b, events);
        }
    }

    private void TakeString(byte b, ICollection<InputEvent> events)
    {
        switch (b)
        {
            case Esc when sequence.Count == 0:
                // Nothing was said: it was Alt with this character.
                Flush(events);
                state = State.Escape;
                break;
            case Esc:
                state = State.ControlStringEscape;
                break;
            case 0x07:
                EndString((byte)'\\', events);
                break;
            case 0x18 or 0x1A:
                Reset();
                break;
            default:
                if (sequence.Count < LongestSequence)
                {
                    sequence.Add(b);
                }

                break;
        }
    }

    private void EndString(byte b, ICollection<InputEvent> events)
    {
        var background = stringOpener == ']' ? BackgroundReply.Read(sequence) : null;
        Reset();
        if (b != '\\')
        {
            state = State.Escape;
            TakeEscape(b, events);
        }
        else if (background is not null)
        {
            events.Add(background);
        }
    }

    private void TakeX10(byte b, ICollection<InputEvent> events)
    {
        sequence.Add(b);
        if (sequence.Count < 3)
        {
            return;
        }

        var mouse = CsiSequence.Mouse(sequence[0] - 32, sequence[1] - 32, sequence[2] - 32, isRelease: false);
        Reset();
        if (mouse is not null)
        {
            events.Add(clicks.Count(mouse, now));
        }
    }
}
