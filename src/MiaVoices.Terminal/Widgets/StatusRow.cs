using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>A row that tells what was just done, and how to undo it.</summary>
public sealed class StatusRow
{
    /// <summary>What is told.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Told faintly behind it.</summary>
    public string Advice { get; private set; } = "";

    /// <summary>How it is meant.</summary>
    public Role Role { get; private set; }

    /// <summary>Tells something until the next.</summary>
    /// <param name="text">What happened.</param>
    /// <param name="advice">What can be done about it; empty for nothing.</param>
    /// <param name="role">How it is meant: none, good, warning or bad.</param>
    public void Show(string text, string advice = "", Role role = Role.None) => (Text, Advice, Role) = (text, advice, role);

    /// <summary>Draws it into the first row of a canvas.</summary>
    /// <param name="canvas">Where.</param>
    public void Draw(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var x = canvas.WriteWithin(1, 0, canvas.Width - 2, Text, Role);
        if (Advice.Length > 0 && canvas.Width - x - 3 > 4)
        {
            canvas.WriteWithin(x + 2, 0, canvas.Width - x - 3, Advice, Role.Dim);
        }
    }
}
