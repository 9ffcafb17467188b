using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>A row of tabs, numbered from 1, of which one is active; at the right, a text.</summary>
public sealed class TabsRow
{
    private readonly Dictionary<int, object> owners = [];

    /// <summary>The names of the tabs.</summary>
    public IReadOnlyList<string> Titles { get; set; } = [];

    /// <summary>The active one, from 0.</summary>
    public int Active { get; set; }

    /// <summary>Called with the tab that was pressed, from 0.</summary>
    public Action<int>? Pressed { get; set; }

    /// <summary>Draws it into the first row of a canvas.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="end">At the right, as far as there is room.</param>
    public void Draw(Canvas canvas, string end = "")
    {
        ArgumentNullException.ThrowIfNull(canvas);
        canvas.Fill(new Rect(0, 0, canvas.Width, 1), new Style(Role.None, Role.Bar));
        // Narrower gaps before names are cut.
        var gap = Titles.Sum(t => Glyphs.Width(t) + 6) + Glyphs.Width(end) <= canvas.Width ? 2 : 0;
        var x = 1;
        for (var i = 0; i < Titles.Count && x < canvas.Width; i++)
        {
            var isActive = i == Active;
            var label = FormattableString.Invariant($"{(isActive ? '▐' : ' ')}{i + 1} {Titles[i]}{(isActive ? '▌' : ' ')}");
            var style = isActive ? new Style(Role.Title, Role.Selection, StyleMarks.Bold) : new Style(Role.None, Role.Bar);
            var next = canvas.WriteWithin(x, 0, canvas.Width - x, label, style);
            var tab = i;
            canvas.OnMouse(new Rect(x, 0, next - x, 1), Owner(i), mouse => Press(mouse, tab));
            x = next + gap;
        }

        canvas.WriteRight(x + 1, 0, canvas.Width - x - 2, end, new Style(Role.Dim, Role.Bar));
    }

    private object Owner(int tab) => owners.TryGetValue(tab, out var owner) ? owner : owners[tab] = new object();

    private bool Press(MouseEvent mouse, int tab)
    {
        if (mouse.IsPress)
        {
            Pressed?.Invoke(tab);
        }

        return mouse.IsPress;
    }
}
