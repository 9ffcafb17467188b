using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Writing;

/// <summary>Lines to write in with a row below that tells how they are kept.</summary>
internal sealed class WritingArea(Func<(string Text, Role Role)> state) : IWidget
{
    /// <summary>Where one writes.</summary>
    public TextArea Area { get; } = new();

    /// <summary>The words so far.</summary>
    public int Words => Area.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <inheritdoc/>
    public void Draw(Canvas canvas, bool hasFocus)
    {
        var (row, text) = canvas.Area.CutBottom(1);
        Area.Draw(canvas.Part(text), hasFocus);
        var (told, role) = state();
        canvas.Part(row).WriteWithin(0, 0, canvas.Width, told, role);
    }

    /// <inheritdoc/>
    public bool Handle(InputEvent input) => Area.Handle(input);
}
