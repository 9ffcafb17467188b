using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Codebook;

/// <summary>A part of a card.</summary>
/// <param name="Heading">Its heading; empty for none.</param>
/// <param name="Text">What it says, with lines of its own.</param>
/// <param name="Style">How that looks.</param>
/// <param name="Open">Is done when one of its lines is opened; null for nothing.</param>
internal sealed record CardPart(string Heading, string Text, Style Style = default, Action? Open = null);

/// <summary>Headings with texts below them, broken to the width there is. Enter on a line opens the part that it belongs to.</summary>
internal sealed class CodeCard : IWidget
{
    private readonly ListView _list;
    private readonly List<(string Text, Style Style, CardPart Part)> _lines = [];
    private IReadOnlyList<CardPart> _parts = [];
    private int _width = -1;

    public CodeCard()
    {
        _list = new ListView(() => _lines.Count, (canvas, row, _) => canvas.WriteWithin(0, 0, canvas.Width, _lines[row].Text, _lines[row].Style))
        {
            Opened = row => _lines[row].Part.Open?.Invoke(),
        };
    }

    /// <summary>Shows other parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="isAnother">Whether they are of another thing, so that one begins at the top.</param>
    public void Show(IReadOnlyList<CardPart> parts, bool isAnother)
    {
        (_parts, _width) = (parts, -1);
        if (isAnother)
        {
            _list.Selected = 0;
            _list.ScrollTo(0);
        }
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, bool hasFocus)
    {
        if (_width != canvas.Width)
        {
            _width = canvas.Width;
            LayOut();
        }

        _list.Draw(canvas, hasFocus);
    }

    /// <inheritdoc/>
    public bool Handle(InputEvent input) => _list.Handle(input);

    private void LayOut()
    {
        _lines.Clear();
        foreach (var part in _parts)
        {
            if (part.Heading.Length > 0)
            {
                _lines.Add((part.Heading, Role.Title, part));
            }

            // The list keeps a column for its marker and one for its scroll bar.
            _lines.AddRange(part.Text.Split('\n').SelectMany(p => Glyphs.Wrap(p, Math.Max(8, _width - 2))).Select(line => (line, part.Style, part)));
        }
    }
}
