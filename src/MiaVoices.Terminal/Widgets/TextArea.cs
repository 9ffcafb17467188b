using MiaVoices.Terminal.Editing;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>Lines to write in, wrapped to the width. Tab and Esc are left to others. Drawing costs what is on the screen.</summary>
public sealed class TextArea : IWidget
{
    private readonly FlowRows rows;
    private readonly ScrollBar scrollBar = new();
    private List<int> starts = [0];
    private int startsVersion = -1;
    private int version;
    private RowPlace top;
    private int height = 1;
    private int? goalColumn;
    private bool mustReveal = true;

    /// <summary>An empty text.</summary>
    public TextArea()
    {
        rows = new FlowRows(() => Starts.Count, Line, _ => 0);
        scrollBar.Moved = share => (top, mustReveal) = (new RowPlace((int)(share * Starts.Count), 0), false);
    }

    /// <summary>The text with its caret.</summary>
    public EditBuffer Buffer { get; } = new(isMultiline: true);

    /// <summary>The text, its lines parted by line feeds.</summary>
    public string Text => Buffer.Text;

    /// <summary>Where copied text goes and pasted text comes from; null for none.</summary>
    public Clipboard? Clipboard { get; set; }

    /// <summary>Called when the text has changed.</summary>
    public Action? Changed { get; set; }

    private List<int> Starts
    {
        get
        {
            if (startsVersion != Buffer.Version)
            {
                startsVersion = Buffer.Version;
                starts = [0];
                for (var at = Text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = Text.IndexOf('\n', at + 1))
                {
                    starts.Add(at + 1);
                }
            }

            return starts;
        }
    }

    /// <summary>Begins anew with a text, the caret at its end.</summary>
    /// <param name="text">Any text.</param>
    public void Reset(string text)
    {
        Buffer.Reset(text);
        (version, top, mustReveal) = (Buffer.Version, default, true);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, bool hasFocus)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        height = Math.Max(1, canvas.Height);
        rows.Width = Math.Max(2, canvas.Width - 2);
        canvas.OnMouse(canvas.Area, this, HandleMouse);
        top = rows.Valid(top);
        Reveal();
        var caret = PositionOf(Buffer.Caret);
        var place = top;
        var last = top;
        for (var y = 0; y < canvas.Height; y++)
        {
            DrawLine(canvas, y, place);
            if (hasFocus && caret.Paragraph == place.Paragraph && rows.PlaceOf(caret) == place)
            {
                canvas.ShowCaret(Math.Min(rows.ColumnOf(caret), rows.Width), y);
            }

            last = place;
            place = rows.Move(place, 1);
            if (place == last)
            {
                break;
            }
        }

        if (top != default || last != rows.Last)
        {
            scrollBar.Draw(canvas.Part(canvas.Area.CutRight(1).Cut), Share(top), Share(last with { Row = last.Row + 1 }));
        }
    }

    /// <inheritdoc/>
    public bool Handle(InputEvent input)
    {
        var handled = input switch
        {
            MouseEvent mouse => HandleMouse(mouse),
            KeyEvent key when HandleRowKey(key.Stroke) => true,
            _ => HandleEdit(input),
        };
        if (version != Buffer.Version)
        {
            version = Buffer.Version;
            Changed?.Invoke();
        }

        return handled;
    }

    private bool HandleEdit(InputEvent input)
    {
        var handled = EditKeys.Handle(Buffer, Clipboard, input);
        (goalColumn, mustReveal) = handled ? (null, true) : (goalColumn, mustReveal);
        return handled;
    }

    private bool HandleRowKey(KeyStroke stroke)
    {
        var extend = (stroke.Modifiers & KeyModifiers.Shift) != 0;
        if ((stroke.Modifiers & ~KeyModifiers.Shift) != KeyModifiers.None)
        {
            return false;
        }

        var caret = PositionOf(Buffer.Caret);
        switch (stroke.Key)
        {
            case Key.Enter:
                Buffer.Insert("\n");
                (goalColumn, mustReveal) = (null, true);
                return true;
            case Key.Home:
                MoveTo(rows.PositionAt(rows.PlaceOf(caret), 0), extend);
                return true;
            case Key.End:
                MoveTo(rows.PositionAt(rows.PlaceOf(caret), int.MaxValue), extend);
                return true;
            case Key.Up or Key.Down or Key.PageUp or Key.PageDown:
                MoveRows(stroke.Key switch { Key.Up => -1, Key.Down => 1, Key.PageUp => 1 - height, _ => height - 1 }, caret, extend);
                return true;
            default:
                return false;
        }
    }

    private void MoveRows(int by, TextPosition caret, bool extend)
    {
        var column = goalColumn ?? rows.ColumnOf(caret);
        var from = rows.PlaceOf(caret);
        var to = rows.Move(from, by);
        // From the first row up and the last row down the caret goes to the very end.
        MoveTo(to == from && by != 0 ? (by < 0 ? default : rows.PositionAt(to, int.MaxValue)) : rows.PositionAt(to, column), extend);
        goalColumn = column;
    }

    private bool HandleMouse(MouseEvent mouse)
    {
        if (mouse.WheelRows != 0)
        {
            var bottom = rows.Move(rows.Last, 1 - height);
            var to = rows.Move(rows.Valid(top), mouse.WheelRows);
            (top, mustReveal) = (bottom.IsBefore(to) ? bottom : to, false);
            return true;
        }

        if (!(mouse.IsPress || (mouse.Action == MouseAction.Drag && mouse.Button == MouseButton.Left)))
        {
            return false;
        }

        var first = rows.Valid(top);
        var place = rows.Move(first, mouse.Y);
        var beyond = mouse.Y > 0 && rows.Distance(first, place, mouse.Y) < mouse.Y;
        var position = rows.PositionAt(place, beyond ? int.MaxValue : mouse.X);
        var offset = Starts[position.Paragraph] + position.Offset;
        if (mouse is { IsPress: true, Clicks: 2 })
        {
            var (start, end) = TextSteps.WordAt(Text, offset);
            Buffer.Select(start, end);
        }
        else
        {
            Buffer.MoveTo(offset, extend: mouse.Action == MouseAction.Drag || (mouse.Modifiers & KeyModifiers.Shift) != 0);
        }

        (goalColumn, mustReveal) = (null, true);
        return true;
    }

    private void DrawLine(Canvas canvas, int y, RowPlace place)
    {
        var (shown, start) = rows.Wrap(place.Paragraph).Shown(place.Row);
        var (from, to) = Buffer.Selection;
        var line = canvas.Part(new Rect(0, y, rows.Width, 1));
        var x = 0;
        foreach (var glyph in shown.Clusters)
        {
            var offset = Starts[place.Paragraph] + start + glyph.SourceStart;
            x = line.Put(x, 0, shown.Characters(glyph), glyph.Width, new Style(Role.None, offset >= from && offset < to ? Role.Selection : Role.None));
        }
    }

    private void MoveTo(TextPosition position, bool extend)
    {
        Buffer.MoveTo(Starts[position.Paragraph] + position.Offset, extend);
        (goalColumn, mustReveal) = (null, true);
    }

    private void Reveal()
    {
        var place = rows.PlaceOf(PositionOf(Buffer.Caret));
        if (!mustReveal)
        {
            return;
        }

        mustReveal = false;
        if (place.IsBefore(top))
        {
            top = place;
        }
        else if (rows.Distance(top, place, height) >= height)
        {
            top = rows.Move(place, 1 - height);
        }
    }

    private TextPosition PositionOf(int offset)
    {
        var found = Starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new TextPosition(line, offset - Starts[line]);
    }

    private string Line(int line) => Text[Starts[line]..(line + 1 < Starts.Count ? Starts[line + 1] - 1 : Text.Length)];

    private double Share(RowPlace place) => (place.Paragraph + ((double)place.Row / rows.RowsOf(place.Paragraph))) / rows.Count;
}
