using MiaVoices.App.Cli;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Codebook;

/// <summary>What was coded, over the screen: to read it in its source, or to choose some of it.</summary>
internal sealed class QuotesLayer : Layer
{
    private const int WidestBox = 110;

    private readonly Desk _desk;
    private readonly string _title;
    private readonly IReadOnlyList<PlacedCoding> _quotes;
    private readonly Func<Guid, string> _codeName;
    private readonly Action<IReadOnlyList<PlacedCoding>>? _chosen;
    private readonly ListView _list;

    /// <summary>Quotes.</summary>
    /// <param name="desk">What the screens share.</param>
    /// <param name="title">The title.</param>
    /// <param name="quotes">The codings.</param>
    /// <param name="codeName">Names a code; empty where it need not be said.</param>
    /// <param name="chosen">Gets what was ticked, or else the selected one; null when they are to be read in their source.</param>
    public QuotesLayer(Desk desk, string title, IReadOnlyList<PlacedCoding> quotes, Func<Guid, string> codeName, Action<IReadOnlyList<PlacedCoding>>? chosen = null)
    {
        (_desk, _title, _quotes, _codeName, _chosen) = (desk, title, quotes, codeName, chosen);
        _list = new ListView(() => quotes.Count, DrawQuote) { RowHeight = 2, CanTick = chosen is not null, Opened = Open, EmptyText = desk.T["screen.codebook.noQuotes"] };
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var box = canvas.Part(canvas.Area.Centered(Math.Min(WidestBox, canvas.Width - 2), Math.Min(canvas.Height - 2, (Math.Max(1, _quotes.Count) * 2) + 2)));
        box.Clear();
        box.OnMouse(box.Area, this, _ => true);
        var keys = _desk.T[_chosen is null ? "screen.codebook.quoteKeys" : "screen.codebook.tickKeys"];
        _list.Draw(Box.Draw(box, _title, keys, hasFocus: true), hasFocus: true);
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
        _desk.App.Pop(this);
        if (_chosen is not null)
        {
            _chosen(_list.Ticked.Count == 0 ? [_quotes[row]] : [.. _list.Ticked.Order().Select(i => _quotes[i])]);
            return;
        }

        var coding = _quotes[row].Coding;
        _desk.ShowPlace(coding.Source, coding.Start, coding.End);
    }

    private void DrawQuote(Canvas canvas, int row, RowState state)
    {
        var quote = _quotes[row];
        var x = _chosen is null ? 0 : canvas.Write(0, 0, state.IsTicked ? "[x] " : "[ ] ", Role.Accent);
        canvas.WriteWithin(x, 0, canvas.Width - x, $"«{quote.Coding.Quote}»");
        var polarity = quote.Coding.Polarity is { } p ? _desk.T["polarity." + JsonFields.Word((Core.Codes.Polarity?)p)] : "";
        var place = new[] { _desk.T["screen.codebook.place", quote.SourceLabel, quote.Ordinal], quote.Respondent ?? "", quote.Question ?? "", _codeName(quote.Coding.Code), polarity };
        canvas.WriteWithin(x, 1, canvas.Width - x, string.Join(" · ", place.Where(p => p.Length > 0)), Role.Dim);
    }
}
