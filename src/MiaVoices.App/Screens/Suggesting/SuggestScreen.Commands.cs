using MiaVoices.Core.Changes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;

namespace MiaVoices.App.Screens.Suggesting;

/// <summary>How suggestions are answered.</summary>
internal sealed partial class SuggestScreen
{
    // So many sentences give spans enough to choose from.
    private const int MostSentences = 12;
    private static readonly string[] AlternativeKeys = ["b", "c"];

    private void AddCommands()
    {
        Add("yes", "j", () => Answer(accept: true, null), 1, Nothing);
        Add("no", "n", () => Answer(accept: false, null), 2, Nothing);
        Add("other", "v", AskOther, 3, Nothing);
        Add("second", AlternativeKeys[0], () => Alternative(0), 0, () => NoAlternative(0));
        Add("third", AlternativeKeys[1], () => Alternative(1), 0, () => NoAlternative(1));
        Add("span", "g", AskSpan, 4, Nothing);
        Add("skip", "Down", () => _list.Selected++, 5, Nothing);
        Add("back", "Up", () => _list.Selected = Math.Max(0, _list.Selected - 1), 0, Nothing);
        Add("open", "o Enter", Open, 6, Nothing);
        Add("order", "r", AskOrder, 7);
    }

    private string? Nothing() => Current is null ? T["screen.suggest.noCurrent"] : null;

    private string? NoAlternative(int at) => Nothing() ?? (_why is { } why && why.Others.Count > at ? null : T["screen.suggest.noOthers"]);

    private void Alternative(int at) => Answer(accept: true, _why!.Others[at].Code);

    private void AskOther() => Desk.Choose(
        T["screen.code.choose"],
        [.. _codes.Codes.Where(c => c.Id != Current!.Code)],
        c => c.Tag.Length > 0 ? $"{c.Tag} {c.Name}" : c.Name,
        c => Answer(accept: true, c.Id));

    /// <summary>Answers the suggestion on show as one step; the next one comes without waiting for what is learnt from it.</summary>
    private void Answer(bool accept, Guid? other)
    {
        if (Current is not { } suggestion || Segment(suggestion.Segment) is not { } segment || _learned?.Model is not { } model)
        {
            return;
        }

        var batch = Core.Workbench.Suggesting.Answer(Project.Store, model.Version, [(suggestion, segment)], accept, other);
        var told = T[accept ? "suggest.accepted" : "suggest.rejected", Name(other ?? suggestion.Code), Label(segment), segment.Ordinal];
        if (Project.Do(Within(batch, segment), told))
        {
            // With a code the segment is done; a no leaves the other codes to be asked.
            Desk.Learning.Settle(_queue.Where(s => s.Segment == suggestion.Segment && (accept || s.Id == suggestion.Id)).Select(s => s.Id));
            _span = null;
            Order();
        }
    }

    /// <summary>The answer with the coding on the stretch that was chosen.</summary>
    private Batch Within(Batch batch, Segment segment) => _span is not var (start, end)
        ? batch
        : new Batch(batch.Purpose, [.. batch.Changes.Select(c => c is AddCoding add
            ? new AddCoding(add.Coding with { Start = segment.Start + start, End = segment.Start + end, Quote = segment.Text[start..end] })
            : c)]);

    /// <summary>Has sentences chosen, one or several in a row, that a yes then codes.</summary>
    private void AskSpan()
    {
        var segment = Segment(Current!.Segment)!;
        var sentences = Sentences.Split(segment.Text);
        var spans = new List<(int Start, int End)> { (0, segment.Text.Length) };
        for (var first = 0; first < Math.Min(sentences.Count, MostSentences); first++)
        {
            for (var last = first; last < Math.Min(sentences.Count, MostSentences); last++)
            {
                spans.Add((sentences[first].Start, sentences[last].End));
            }
        }

        Desk.Choose(T["screen.suggest.span.ask"], [.. spans.Distinct()], s => segment.Text[s.Start..s.End], chosen =>
        {
            _span = chosen == (0, segment.Text.Length) ? null : chosen;
            LayOut(segment);
        });
    }

    private void Open()
    {
        if (Current is { } suggestion && Segment(suggestion.Segment) is { } segment)
        {
            var (start, end) = _span ?? (0, segment.Text.Length);
            Desk.ShowPlace(segment.SourceId, segment.Start + start, segment.Start + end);
        }
    }

    private void AskOrder() => Desk.Choose(T["screen.suggest.order"], Enum.GetValues<QueueOrder>(), o => T["screen.suggest.order." + Cli.JsonFields.Word(o)], chosen =>
    {
        _order = chosen;
        Order();
    });
}
