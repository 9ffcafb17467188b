using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;

namespace MiaVoices.Terminal.Screen;

/// <summary>The places of one frame that want to hear of the mouse; later ones lie above earlier ones.</summary>
internal sealed class MouseAreas
{
    private readonly List<Area> areas = [];

    /// <summary>A place.</summary>
    /// <param name="Whole">The cells that its coordinates count from, perhaps partly hidden.</param>
    /// <param name="Shown">The cells that can be hit.</param>
    /// <param name="Owner">What it belongs to, the same in every frame.</param>
    /// <param name="Handle">Is told; null for a wall that lets nothing through.</param>
    public sealed record Area(Rect Whole, Rect Shown, object Owner, Func<MouseEvent, bool>? Handle);

    public void Clear() => areas.Clear();

    public void Add(Area area) => areas.Add(area);

    /// <summary>The places under a cell from the top, down to a wall and with it.</summary>
    public IEnumerable<Area> At(int x, int y)
    {
        for (var i = areas.Count - 1; i >= 0; i--)
        {
            if (areas[i].Shown.Contains(x, y))
            {
                yield return areas[i];
                if (areas[i].Handle is null)
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>The place of an owner in this frame.</summary>
    public Area? Of(object owner) => areas.FindLast(a => ReferenceEquals(a.Owner, owner));
}
