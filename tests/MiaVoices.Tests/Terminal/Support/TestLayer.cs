using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Tests.Terminal.Support;

/// <summary>A layer of one widget over the whole terminal.</summary>
internal sealed class TestLayer(IWidget widget) : Layer
{
    public override bool CoversAll => true;

    public override CommandTable Commands { get; } = new();

    public override void Draw(Canvas canvas) => widget.Draw(canvas, hasFocus: true);

    public override bool Handle(InputEvent input) => widget.Handle(input);
}
