using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Loop;

/// <summary>
/// Something that lies over what was there before: a screen, a dialog, a list that pops up. Layers are drawn from the bottom up and
/// hear of keys from the top down. All calls come from the thread that runs the program.
/// </summary>
public abstract class Layer
{
    /// <summary>Whether it keeps keys and mouse from the layers below.</summary>
    public virtual bool IsModal => true;

    /// <summary>Whether it covers all that lies below, which then is not drawn.</summary>
    public virtual bool CoversAll => false;

    /// <summary>The commands that are at hand while no layer above keeps the keys; null for none.</summary>
    public virtual CommandTable? Commands => null;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">The whole terminal.</param>
    public abstract void Draw(Canvas canvas);

    /// <summary>Tells it of a key or a paste before its commands are looked at. The mouse goes to what was drawn.</summary>
    /// <param name="input">What was done.</param>
    /// <returns>Whether it took it.</returns>
    public virtual bool Handle(InputEvent input) => false;

    /// <summary>Tells it that the mouse was pressed where it has drawn nothing that takes it.</summary>
    public virtual void PressedOutside()
    {
    }
}
