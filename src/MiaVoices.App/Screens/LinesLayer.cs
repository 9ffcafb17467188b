using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens;

/// <summary>A line of a <see cref="LinesLayer"/>.</summary>
/// <param name="Text">The words; long ones are wrapped.</param>
/// <param name="Look">How they look.</param>
/// <param name="Open">Where Enter on it leads; null for nowhere.</param>
internal sealed record ShownLine(string Text, Role Look = Role.None, Action? Open = null);

/// <summary>Lines to read over the screen.</summary>
internal sealed class LinesLayer : ListLayer
{
    /// <summary>Columns that lines can be laid out for; what is longer is wrapped.</summary>
    public const int Width = 100;

    private readonly IReadOnlyList<ShownLine> _lines;
    private readonly List<ShownLine> _rows = [];
    private int _width;

    public LinesLayer(Desk desk, string title, IReadOnlyList<ShownLine> lines)
        : base(desk, title)
    {
        _lines = lines;
        List = new ListView(() => _rows.Count, (canvas, row, _) => canvas.WriteWithin(1, 0, canvas.Width - 2, _rows[row].Text, _rows[row].Look)) { Opened = Open };
    }

    /// <inheritdoc/>
    protected override ListView List { get; }

    /// <inheritdoc/>
    protected override string Keys => Desk.T[_lines.Any(l => l.Open is not null) ? "screen.lines.openKeys" : "screen.lines.keys"];

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        Wrap(Math.Min(WidestBox, canvas.Width - 2) - 6);
        DrawBox(canvas, Math.Max(1, _rows.Count));
    }

    private void Open(int row)
    {
        if (_rows[row].Open is { } open)
        {
            Desk.App.Pop(this);
            open();
        }
    }

    private void Wrap(int width)
    {
        if (width == _width)
        {
            return;
        }

        _width = width;
        _rows.Clear();
        foreach (var line in _lines)
        {
            var indent = line.Text.Length - line.Text.TrimStart(' ').Length;
            var parts = Glyphs.Wrap(line.Text.TrimStart(' '), Math.Max(10, width - indent));
            _rows.AddRange((parts.Count == 0 ? [""] : parts).Select(p => line with { Text = new string(' ', indent) + p }));
        }
    }
}
