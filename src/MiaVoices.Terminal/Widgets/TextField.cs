using MiaVoices.Terminal.Editing;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>One line to write in, which scrolls sideways. Enter, Tab, Esc and the keys up and down are left to others.</summary>
public sealed class TextField : IWidget
{
    private int firstColumn;
    private int version;

    /// <summary>The text with its caret.</summary>
    public EditBuffer Buffer { get; } = new(isMultiline: false);

    /// <summary>The text.</summary>
    public string Text => Buffer.Text;

    /// <summary>Shown faintly as long as nothing is written.</summary>
    public string Placeholder { get; set; } = "";

    /// <summary>Where copied text goes and pasted text comes from; null for none.</summary>
    public Clipboard? Clipboard { get; set; }

    /// <summary>Called when the text has changed.</summary>
    public Action? Changed { get; set; }

    /// <summary>Begins anew with a text.</summary>
    /// <param name="text">Any text; line feeds become spaces.</param>
    public void Reset(string text)
    {
        Buffer.Reset(text);
        version = Buffer.Version;
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, bool hasFocus)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        canvas.Fill(new Rect(0, 0, canvas.Width, 1), new Style(Role.None, Role.Field));
        canvas.OnMouse(new Rect(0, 0, canvas.Width, 1), this, HandleMouse);
        var caret = Glyphs.Width(Text[..Buffer.Caret]);
        var room = Math.Max(1, canvas.Width - 1);
        // As little as needed, and no emptiness at the right that text could fill.
        firstColumn = Math.Clamp(firstColumn, Math.Max(0, caret - room), caret);
        firstColumn = Math.Min(firstColumn, Math.Max(0, Glyphs.Width(Text) - room));
        if (Text.Length == 0)
        {
            canvas.WriteWithin(0, 0, canvas.Width, Placeholder, new Style(Role.Dim, Role.Field));
        }

        var safe = SafeText.Of(Text);
        var (start, end) = Buffer.Selection;
        var x = -firstColumn;
        foreach (var glyph in safe.Clusters)
        {
            var selected = glyph.SourceStart >= start && glyph.SourceStart < end;
            x = canvas.Put(x, 0, safe.Characters(glyph), glyph.Width, new Style(Role.None, selected ? Role.Selection : Role.Field));
        }

        if (hasFocus)
        {
            canvas.ShowCaret(caret - firstColumn, 0);
        }
    }

    /// <inheritdoc/>
    public bool Handle(InputEvent input)
    {
        var handled = input is MouseEvent mouse ? HandleMouse(mouse) : EditKeys.Handle(Buffer, Clipboard, input);
        if (version != Buffer.Version)
        {
            version = Buffer.Version;
            Changed?.Invoke();
        }

        return handled;
    }

    private bool HandleMouse(MouseEvent mouse)
    {
        if (!(mouse.IsPress || (mouse.Action == MouseAction.Drag && mouse.Button == MouseButton.Left)))
        {
            return false;
        }

        var offset = OffsetAt(mouse.X + firstColumn);
        if (mouse is { IsPress: true, Clicks: 2 })
        {
            var (start, end) = TextSteps.WordAt(Text, offset);
            Buffer.Select(start, end);
        }
        else if (mouse is { IsPress: true, Clicks: 3 })
        {
            Buffer.Select(0, Text.Length);
        }
        else
        {
            Buffer.MoveTo(offset, extend: mouse.Action == MouseAction.Drag || (mouse.Modifiers & KeyModifiers.Shift) != 0);
        }

        return true;
    }

    private int OffsetAt(int column)
    {
        var x = 0;
        foreach (var glyph in SafeText.Of(Text).Clusters)
        {
            x += glyph.Width;
            if (x > column)
            {
                return glyph.SourceStart;
            }
        }

        return Text.Length;
    }
}
