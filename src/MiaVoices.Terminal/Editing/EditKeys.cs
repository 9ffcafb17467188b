using MiaVoices.Terminal.Input;

namespace MiaVoices.Terminal.Editing;

/// <summary>The keys that every place to write in shares.</summary>
internal static class EditKeys
{
    public static bool Handle(EditBuffer buffer, Clipboard? clipboard, InputEvent input)
    {
        switch (input)
        {
            case PasteEvent paste:
                buffer.Insert(paste.Text);
                return true;
            case KeyEvent { Stroke.IsText: true } key:
                buffer.Insert(key.Stroke.Character.ToString());
                return true;
            case KeyEvent key:
                return HandleMove(buffer, key.Stroke) || HandleDelete(buffer, key.Stroke) || HandleCommand(buffer, clipboard, key.Stroke);
            default:
                return false;
        }
    }

    private static bool HandleMove(EditBuffer buffer, KeyStroke stroke)
    {
        var extend = (stroke.Modifiers & KeyModifiers.Shift) != 0;
        var held = stroke.Modifiers & ~KeyModifiers.Shift;
        var (text, caret) = (buffer.Text, buffer.Caret);
        int? to = (stroke.Key, held) switch
        {
            // Without Shift an arrow goes to the end of what is selected.
            (Key.Left, KeyModifiers.None) => buffer.HasSelection && !extend ? buffer.Selection.Start : TextSteps.Before(text, caret),
            (Key.Right, KeyModifiers.None) => buffer.HasSelection && !extend ? buffer.Selection.End : TextSteps.After(text, caret),
            (Key.Left, KeyModifiers.Ctrl) => TextSteps.PreviousWord(text, caret),
            (Key.Right, KeyModifiers.Ctrl) => TextSteps.NextWord(text, caret),
            (Key.Home, KeyModifiers.Ctrl) => 0,
            (Key.End, KeyModifiers.Ctrl) => text.Length,
            (Key.Home, KeyModifiers.None) when !buffer.IsMultiline => 0,
            (Key.End, KeyModifiers.None) when !buffer.IsMultiline => text.Length,
            _ => null,
        };
        if (to is { } offset)
        {
            buffer.MoveTo(offset, extend);
        }

        return to is not null;
    }

    private static bool HandleDelete(EditBuffer buffer, KeyStroke stroke)
    {
        var (text, caret) = (buffer.Text, buffer.Caret);
        int? to = stroke switch
        {
            { Key: Key.Backspace, Modifiers: KeyModifiers.None or KeyModifiers.Shift } => TextSteps.Before(text, caret),
            { Key: Key.Delete, Modifiers: KeyModifiers.None } => TextSteps.After(text, caret),
            { Key: Key.Backspace, Modifiers: KeyModifiers.Alt or KeyModifiers.Ctrl } => TextSteps.PreviousWord(text, caret),
            { Key: Key.Delete, Modifiers: KeyModifiers.Ctrl } => TextSteps.NextWord(text, caret),
            _ when stroke.Is('w', KeyModifiers.Ctrl) => TextSteps.PreviousWord(text, caret),
            _ => null,
        };
        if (to is { } offset)
        {
            buffer.DeleteTo(offset);
        }

        return to is not null;
    }

    private static bool HandleCommand(EditBuffer buffer, Clipboard? clipboard, KeyStroke stroke)
    {
        if (stroke.Is('z', KeyModifiers.Ctrl))
        {
            return buffer.Undo();
        }

        if (stroke.Is('y', KeyModifiers.Ctrl))
        {
            return buffer.Redo();
        }

        if (clipboard is null)
        {
            return false;
        }

        if (stroke.Is('v', KeyModifiers.Ctrl))
        {
            buffer.Insert(clipboard.Text);
            return true;
        }

        var cuts = stroke.Is('x', KeyModifiers.Ctrl);
        if (!buffer.HasSelection || !(cuts || stroke.Is('c', KeyModifiers.Ctrl)))
        {
            return false;
        }

        clipboard.Copy(buffer.SelectedText);
        if (cuts)
        {
            buffer.Insert("");
        }

        return true;
    }
}
