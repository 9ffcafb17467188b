namespace MiaVoices.Terminal.Screen;

/// <summary>What is being drawn: cells, caret and the places that hear of the mouse.</summary>
internal sealed class Frame(CellBuffer buffer)
{
    public CellBuffer Buffer { get; } = buffer;

    public MouseAreas Areas { get; } = new();

    public (int X, int Y)? Caret { get; set; }
}
