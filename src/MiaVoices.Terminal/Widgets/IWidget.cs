using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>A part of a screen that can have the keyboard. It keeps what it shows and is drawn whole in every frame.</summary>
public interface IWidget
{
    /// <summary>Draws it over the whole canvas and takes the mouse there.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="hasFocus">Whether it has the keyboard.</param>
    void Draw(Canvas canvas, bool hasFocus);

    /// <summary>Tells it of a key or a paste, or of the mouse in its own coordinates.</summary>
    /// <param name="input">What was done.</param>
    /// <returns>Whether it took it; otherwise it is offered to others.</returns>
    bool Handle(InputEvent input);
}
