using MiaVoices.Terminal.Editing;
using MiaVoices.Terminal.Input;

namespace MiaVoices.Terminal.Flow;

public sealed partial class FlowView
{
    private bool HandleKey(KeyStroke stroke)
    {
        if (rows.Count == 0)
        {
            return false;
        }

        var extend = (stroke.Modifiers & KeyModifiers.Shift) != 0;
        var plain = stroke with { Modifiers = stroke.Modifiers & ~KeyModifiers.Shift };
        if (!HasCaret)
        {
            return ScrollByKey(plain);
        }

        var line = rows.PlaceOf(Caret);
        var text = Source.Text(Caret.Paragraph);
        switch (plain)
        {
            case { Modifiers: KeyModifiers.None, Key: Key.Up }:
                return MoveRows(-1, extend);
            case { Modifiers: KeyModifiers.None, Key: Key.Down }:
                return MoveRows(1, extend);
            case { Modifiers: KeyModifiers.None, Key: Key.PageUp }:
                return MoveRows(1 - height, extend);
            case { Modifiers: KeyModifiers.None, Key: Key.PageDown }:
                return MoveRows(height - 1, extend);
            case { Modifiers: KeyModifiers.None, Key: Key.Left }:
                MoveTo(Caret.Offset > 0 ? Caret with { Offset = TextSteps.Before(text, Caret.Offset) } : EndOf(Caret.Paragraph - 1), extend);
                return true;
            case { Modifiers: KeyModifiers.None, Key: Key.Right }:
                MoveTo(Caret.Offset < text.Length ? Caret with { Offset = TextSteps.After(text, Caret.Offset) } : StartOf(Caret.Paragraph + 1), extend);
                return true;
            case { Modifiers: KeyModifiers.Ctrl, Key: Key.Left }:
                MoveTo(Caret.Offset > 0 ? Caret with { Offset = TextSteps.PreviousWord(text, Caret.Offset) } : EndOf(Caret.Paragraph - 1), extend);
                return true;
            case { Modifiers: KeyModifiers.Ctrl, Key: Key.Right }:
                MoveTo(Caret.Offset < text.Length ? Caret with { Offset = TextSteps.NextWord(text, Caret.Offset) } : StartOf(Caret.Paragraph + 1), extend);
                return true;
            case { Modifiers: KeyModifiers.None, Key: Key.Home }:
                MoveTo(rows.PositionAt(line, 0), extend);
                return true;
            case { Modifiers: KeyModifiers.None, Key: Key.End }:
                MoveTo(rows.PositionAt(line, int.MaxValue), extend);
                return true;
            case { Modifiers: KeyModifiers.Ctrl, Key: Key.Home }:
                MoveTo(default, extend);
                return true;
            case { Modifiers: KeyModifiers.Ctrl, Key: Key.End }:
                MoveTo(EndOf(rows.Count - 1), extend);
                return true;
            default:
                return false;
        }
    }

    private bool ScrollByKey(KeyStroke stroke)
    {
        var by = stroke switch
        {
            { Modifiers: KeyModifiers.None, Key: Key.Up } => -1,
            { Modifiers: KeyModifiers.None, Key: Key.Down } => 1,
            { Modifiers: KeyModifiers.None, Key: Key.PageUp } => 1 - height,
            { Modifiers: KeyModifiers.None, Key: Key.PageDown } => height - 1,
            _ => 0,
        };
        if (stroke.Is(Key.Home) || stroke.Is(Key.End))
        {
            ScrollTo(stroke.Key == Key.Home ? 0 : rows.Count);
            return true;
        }

        Scroll(by);
        return by != 0;
    }

    private bool MoveRows(int by, bool extend)
    {
        var from = rows.PlaceOf(Caret);
        var column = goalColumn ?? rows.ColumnOf(Caret);
        var to = rows.Move(from, by);
        // Rows above a paragraph hold no text: go on to the nearest that does.
        if (to.Row < rows.HeadRows(to.Paragraph))
        {
            to = by > 0 || to.Paragraph == 0
                ? to with { Row = rows.HeadRows(to.Paragraph) }
                : rows.Move(to with { Row = 0 }, -1);
        }

        MoveTo(rows.PositionAt(to, column), extend);
        goalColumn = column;
        return true;
    }

    private bool HandleMouse(MouseEvent mouse)
    {
        if (mouse.WheelRows != 0)
        {
            Scroll(mouse.WheelRows);
            return true;
        }

        if (!HasCaret || PositionAt(mouse.X, mouse.Y) is not { } position)
        {
            return false;
        }

        if (mouse.Action == MouseAction.Drag && mouse.Button == MouseButton.Left)
        {
            // From the strokes whole lines are drawn over, not all that lies between them and where the caret happened to be.
            if (pressedLine is { } begin)
            {
                MoveTo(begin);
                pressedLine = null;
            }

            MoveTo(position, extend: true);
            return true;
        }

        if (!mouse.IsPress)
        {
            return false;
        }

        pressedLine = null;
        if (mouse.X < LaneColumns && LanePressed is { } pressed)
        {
            var line = rows.PlaceOf(position);
            pressedLine = rows.PositionAt(line, 0);
            pressed(pressedLine.Value, rows.PositionAt(line, int.MaxValue), mouse.X);
        }
        else if (mouse.Clicks == 2)
        {
            var (start, end) = TextSteps.WordAt(Source.Text(position.Paragraph), position.Offset);
            Select(position with { Offset = start }, position with { Offset = end });
        }
        else if (mouse.Clicks == 3)
        {
            Select(StartOf(position.Paragraph), EndOf(position.Paragraph));
        }
        else
        {
            MoveTo(position, (mouse.Modifiers & KeyModifiers.Shift) != 0);
        }

        // What was pressed is in view; nothing should jump under the mouse.
        mustReveal = mouse.Y < 0 || mouse.Y >= height;
        return true;
    }

    private TextPosition StartOf(int paragraph) => paragraph >= rows.Count ? EndOf(rows.Count - 1) : new TextPosition(paragraph, 0);

    private TextPosition EndOf(int paragraph) => paragraph < 0 ? default : new TextPosition(paragraph, Source.Text(paragraph).Length);
}
