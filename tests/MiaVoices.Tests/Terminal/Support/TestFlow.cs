using MiaVoices.Terminal.Flow;

namespace MiaVoices.Tests.Terminal.Support;

/// <summary>Paragraphs in memory, that notes which were asked for.</summary>
internal sealed class TestFlow(params string[] texts) : IFlowSource
{
    public string[] Texts { get; } = texts;

    public Dictionary<int, FlowHead> Heads { get; } = [];

    public Dictionary<int, FlowSpan[]> Spans { get; } = [];

    public Dictionary<int, FlowLane[]> Lanes { get; } = [];

    public HashSet<int> Asked { get; } = [];

    public int Count => Texts.Length;

    public string Text(int paragraph)
    {
        Asked.Add(paragraph);
        return Texts[paragraph];
    }

    public FlowHead? Head(int paragraph) => Heads.GetValueOrDefault(paragraph);

    public bool HasGap(int paragraph) => Heads.ContainsKey(paragraph);

    public void AddSpans(int paragraph, ICollection<FlowSpan> spans)
    {
        foreach (var span in Spans.GetValueOrDefault(paragraph, []))
        {
            spans.Add(span);
        }
    }

    public void AddLanes(int paragraph, ICollection<FlowLane> lanes)
    {
        foreach (var lane in Lanes.GetValueOrDefault(paragraph, []))
        {
            lanes.Add(lane);
        }
    }
}
