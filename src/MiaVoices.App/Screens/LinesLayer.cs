using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens;

/// <summary>A line of a <see cref="LinesLayer"/>.</summary>
/// <param name="Text">The words; long ones are wrapped.</param>
/// <param name="Look">How they look.</param>
/// <param name="Open">Where Enter on it leads; null for nowhere.</param>
internal sealed record ShownLine(string Text, Role Look = Role.None, Action? Open = null);

/// <summary>Lines to read over the screen. Esc, Left and a press outside close it.</summary>
internal sealed class LinesLayer : Layer
{
    /// <summary>Columns that lines can be laid out for; what is longer is wrapped.</summary>
    public const int Width = 100;

    private const int WidestBox = 110;

    private readonly Desk _desk;
    private readonly string _title;
    private readonly IReadOnlyList<ShownLine> _lines;
    private readonly List<ShownLine> _rows = [];
    private readonly ListView _list;
    private int _width;

    public LinesLayer(Desk desk, string title, IReadOnlyList<ShownLine> lines)
    {
        (_desk, _title, _lines) = (desk, title, lines);
        _list = new ListView(() => _rows.Count, (canvas, row, _) => canvas.WriteWithin(1, 0, canvas.Width - 2, _rows[row].Text, _rows[row].Look)) { Opened = Open };
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        Wrap(Math.Min(WidestBox, canvas.Width - 2) - 5);
        var box = canvas.Part(canvas.Area.Centered(Math.Min(WidestBox, canvas.Width - 2), Math.Min(canvas.Height - 2, Math.Max(1, _rows.Count) + 2)));
        box.Clear();
        box.OnMouse(box.Area, this, _ => true);
        _list.Draw(Box.Draw(box, _title, _desk.T[_lines.Any(l => l.Open is not null) ? "screen.lines.openKeys" : "screen.lines.keys"], hasFocus: true), hasFocus: true);
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke } && (stroke.Is(Key.Escape) || stroke.Is(Key.Left)))
        {
            _desk.App.Pop(this);
            return true;
        }

        // Nothing gets past it.
        return _list.Handle(input) || input is KeyEvent;
    }

    /// <inheritdoc/>
    public override void PressedOutside() => _desk.App.Pop(this);

    private void Open(int row)
    {
        if (_rows[row].Open is { } open)
        {
            _desk.App.Pop(this);
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
