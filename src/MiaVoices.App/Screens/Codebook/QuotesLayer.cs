using MiaVoices.App.Cli;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Codebook;

/// <summary>What was coded, over the screen: to read it in its source, or to choose some of it.</summary>
internal sealed class QuotesLayer : ListLayer
{
    private readonly IReadOnlyList<PlacedCoding> _quotes;
    private readonly Func<Guid, string> _codeName;
    private readonly Action<IReadOnlyList<PlacedCoding>>? _chosen;

    /// <summary>Quotes.</summary>
    /// <param name="desk">What the screens share.</param>
    /// <param name="title">The title.</param>
    /// <param name="quotes">The codings.</param>
    /// <param name="codeName">Names a code; empty where it need not be said.</param>
    /// <param name="chosen">Gets what was ticked, or else the selected one; null when they are to be read in their source.</param>
    public QuotesLayer(Desk desk, string title, IReadOnlyList<PlacedCoding> quotes, Func<Guid, string> codeName, Action<IReadOnlyList<PlacedCoding>>? chosen = null)
        : base(desk, title)
    {
        (_quotes, _codeName, _chosen) = (quotes, codeName, chosen);
        List = new ListView(() => quotes.Count, DrawQuote) { RowHeight = 2, CanTick = chosen is not null, Opened = Open, EmptyText = desk.T["screen.codebook.noQuotes"] };
    }

    /// <inheritdoc/>
    protected override ListView List { get; }

    /// <inheritdoc/>
    protected override string Keys => Desk.T[_chosen is null ? "screen.codebook.quoteKeys" : "screen.codebook.tickKeys"];

    /// <inheritdoc/>
    public override void Draw(Canvas canvas) => DrawBox(canvas, Math.Max(1, _quotes.Count) * 2);

    private void Open(int row)
    {
        Desk.App.Pop(this);
        if (_chosen is not null)
        {
            _chosen(List.Ticked.Count == 0 ? [_quotes[row]] : [.. List.Ticked.Order().Select(i => _quotes[i])]);
            return;
        }

        var coding = _quotes[row].Coding;
        Desk.ShowPlace(coding.Source, coding.Start, coding.End);
    }

    private void DrawQuote(Canvas canvas, int row, RowState state)
    {
        var quote = _quotes[row];
        var x = _chosen is null ? 0 : canvas.Write(0, 0, state.IsTicked ? "[x] " : "[ ] ", Role.Accent);
        canvas.WriteWithin(x, 0, canvas.Width - x, $"«{quote.Coding.Quote}»");
        var polarity = quote.Coding.Polarity is { } p ? Desk.T["polarity." + JsonFields.Word((Core.Codes.Polarity?)p)] : "";
        var place = new[] { Desk.T["screen.codebook.place", quote.SourceLabel, quote.Ordinal], quote.Respondent ?? "", quote.Question ?? "", _codeName(quote.Coding.Code), polarity };
        canvas.WriteWithin(x, 1, canvas.Width - x, string.Join(" · ", place.Where(p => p.Length > 0)), Role.Dim);
    }
}
