namespace MiaVoices.Terminal.Input;

/// <summary>Something that a person or the terminal did.</summary>
public abstract record InputEvent;

/// <summary>A key was pressed.</summary>
/// <param name="Stroke">The key with what is held.</param>
public sealed record KeyEvent(KeyStroke Stroke) : InputEvent;

/// <summary>Text was pasted. A long paste comes in several such events.</summary>
/// <param name="Text">The text as it came, with line feeds for every kind of line end; not yet safe to show.</param>
public sealed record PasteEvent(string Text) : InputEvent;

/// <summary>The terminal's window got or lost the keyboard.</summary>
/// <param name="HasFocus">Whether it has it now.</param>
public sealed record FocusEvent(bool HasFocus) : InputEvent;

/// <summary>The terminal has another size.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public sealed record ResizeEvent(int Width, int Height) : InputEvent;

/// <summary>The terminal told the colour of its background.</summary>
/// <param name="IsLight">Whether dark text reads better on it.</param>
public sealed record BackgroundEvent(bool IsLight) : InputEvent;

/// <summary>What the mouse did.</summary>
public enum MouseAction
{
    /// <summary>A button was pressed.</summary>
    Press,

    /// <summary>A button was let go.</summary>
    Release,

    /// <summary>The mouse was moved while a button was held.</summary>
    Drag,

    /// <summary>The mouse was moved.</summary>
    Move,

    /// <summary>The wheel was turned away from the person.</summary>
    WheelUp,

    /// <summary>The wheel was turned towards the person.</summary>
    WheelDown,
}

/// <summary>A button of the mouse.</summary>
public enum MouseButton
{
    /// <summary>None, or not told.</summary>
    None,

    /// <summary>The left button.</summary>
    Left,

    /// <summary>The middle button.</summary>
    Middle,

    /// <summary>The right button.</summary>
    Right,
}

/// <summary>Something done with the mouse.</summary>
/// <param name="Action">What.</param>
/// <param name="Button">With which button.</param>
/// <param name="X">Column from 0, in the area that is told of it.</param>
/// <param name="Y">Row from 0, in the area that is told of it.</param>
/// <param name="Modifiers">What was held on the keyboard; many terminals keep Shift to themselves.</param>
/// <param name="Clicks">For a press and what follows it: 1, 2 for a double click, 3 for a triple one; otherwise 0.</param>
public sealed record MouseEvent(MouseAction Action, MouseButton Button, int X, int Y, KeyModifiers Modifiers = KeyModifiers.None, int Clicks = 0) : InputEvent
{
    /// <summary>Whether the left button was pressed.</summary>
    public bool IsPress => Action == MouseAction.Press && Button == MouseButton.Left;

    /// <summary>Rows that a turn of the wheel moves, downwards positive; 0 for anything else.</summary>
    public int WheelRows => Action switch { MouseAction.WheelUp => -3, MouseAction.WheelDown => 3, _ => 0 };
}
