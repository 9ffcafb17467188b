using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Loop;

public sealed partial class TerminalApp
{
    private void Handle(InputEvent input)
    {
        switch (input)
        {
            case ResizeEvent resize:
                frame.Buffer.Resize(Math.Max(1, resize.Width), Math.Max(1, resize.Height));
                break;
            case BackgroundEvent background:
                ToldBackground = background.IsLight;
                if (FollowsBackground && background.IsLight != Theme.IsLight)
                {
                    Theme = Theme.Of(Theme.Depth, background.IsLight);
                }

                break;
            case MouseEvent mouse:
                HandleMouse(mouse);
                break;
            default:
                HandleKeys(input);
                break;
        }
    }

    private void HandleKeys(InputEvent input)
    {
        var stroke = (input as KeyEvent)?.Stroke;
        if (IsTooSmall)
        {
            // Nobody should do what cannot be seen.
            IsStopped |= stroke is not null && stroke == LeaveKey;
            return;
        }

        // What a layer does may change the layers.
        foreach (var layer in Enumerable.Reverse(layers).ToList())
        {
            if (layer.Handle(input))
            {
                return;
            }

            if (stroke is { } key && layer.Commands?.Find(key) is { } command)
            {
                Run(command);
                return;
            }

            if (layer.IsModal)
            {
                break;
            }
        }

        if (stroke is { } left && Commands.Find(left) is { } everywhere)
        {
            Run(everywhere);
        }
    }

    private void HandleMouse(MouseEvent mouse)
    {
        if (holding is { } held && mouse.Action is MouseAction.Drag or MouseAction.Release)
        {
            var now = frame.Areas.Of(held.Owner) ?? held;
            now.Handle!(mouse with { X = mouse.X - now.Whole.X, Y = mouse.Y - now.Whole.Y });
            holding = mouse.Action == MouseAction.Release ? null : holding;
            return;
        }

        foreach (var area in frame.Areas.At(mouse.X, mouse.Y).ToList())
        {
            if (area.Handle is null)
            {
                if (mouse.Action == MouseAction.Press)
                {
                    ((Layer)area.Owner).PressedOutside();
                }

                return;
            }

            if (area.Handle(mouse with { X = mouse.X - area.Whole.X, Y = mouse.Y - area.Whole.Y }))
            {
                holding = mouse.Action == MouseAction.Press ? area : holding;
                return;
            }
        }
    }
}
