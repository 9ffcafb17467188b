using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Suggesting;

/// <summary>How suggestions are answered.</summary>
internal sealed partial class SuggestScreen
{
    // So many sentences give spans enough to choose from.
    private const int MostSentences = 12;
    private const int MostLeads = 12;
    private static readonly string[] AlternativeKeys = ["b", "c"];
    private static readonly double[] Limits = [0.95, 0.9, 0.8, 0.7, 0.6];

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
        Add("sentence", "m", ToggleSentence, 0, NoSentence);
        Add("polarity", "p", TogglePolarity, 0, NoPolarity);
        // Undo and help come before it where not all fit.
        Add("order", "r", AskOrder, 91);
        Add("above", "", AskAbove, 0, () => _queue.Count == 0 ? T["screen.suggest.noCurrent"] : null);
        Add("quality", "k", ShowQuality, 0, () => _learned?.Model is null ? Empty() : null);
        Add("leads", "l", ShowLeads, 0);
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

        var answered = new AnsweredSuggestion(suggestion, segment) { Part = _span, Polarity = _takesPolarity ? _polarity?.Polarity : null };
        var batch = Core.Workbench.Suggesting.Answer(Project.Store, model.Version, [answered], accept, other);
        var told = T[accept ? "suggest.accepted" : "suggest.rejected", Name(other ?? suggestion.Code), Label(segment), segment.Ordinal];
        if (Project.Do(batch, told))
        {
            // With a code the segment is done; a no leaves the other codes to be asked.
            Desk.Learning.Settle(_queue.Where(s => s.Segment == suggestion.Segment && (accept || s.Id == suggestion.Id)).Select(s => s.Id));
            _answered.Add(suggestion.Id);
            _span = null;
            Order();
            return;
        }

        // Another program has answered it, or forgotten who says it: what is on show is read anew.
        Project.Touch();
    }

    /// <summary>Has sentences chosen, one or several in a row, that a yes then codes.</summary>
    private void AskSpan()
    {
        var segment = Segment(Current!.Segment)!;
        var sentences = Sentences.Split(segment.Text);
        var spans = new List<SentenceSpan> { new(0, segment.Text.Length) };
        for (var first = 0; first < Math.Min(sentences.Count, MostSentences); first++)
        {
            for (var last = first; last < Math.Min(sentences.Count, MostSentences); last++)
            {
                spans.Add(new SentenceSpan(sentences[first].Start, sentences[last].End));
            }
        }

        Desk.Choose(T["screen.suggest.span.ask"], [.. spans.Distinct()], s => segment.Text[s.Start..s.End], chosen =>
        {
            _span = chosen == new SentenceSpan(0, segment.Text.Length) ? null : chosen;
            LayOut(segment);
        });
    }

    private string? NoSentence() => Nothing() ?? (_sentence is null ? T["screen.suggest.noSentence"] : null);

    /// <summary>Turns between the sentence that the suggestion stands on and the whole segment.</summary>
    private void ToggleSentence()
    {
        var segment = Segment(Current!.Segment)!;
        _span = _span == _sentence ? null : _sentence;
        (_polarity, _takesPolarity) = (_learned!.Polarity?.Suggest(_span is { } part ? segment.Text[part.Start..part.End] : segment.Text), false);
        LayOut(segment);
    }

    private string? NoPolarity() => Nothing() ?? (_polarity is null ? T[_learned?.Polarity is null ? "screen.suggest.polarityFew" : "screen.suggest.polarityNone"] : null);

    /// <summary>Whether a yes takes the polarity too; asked for anew at each suggestion.</summary>
    private void TogglePolarity() => _takesPolarity = !_takesPolarity;

    /// <summary>Has a limit chosen, says how many that is, and accepts them unread only when that is confirmed.</summary>
    private void AskAbove()
    {
        var limits = Limits.Select(l => (Limit: l, Count: Core.Workbench.Suggesting.Above(_queue, l, null).Count)).Where(l => l.Count > 0).ToList();
        if (limits.Count == 0)
        {
            Project.Status.Show(T["suggest.noneAbove"], "", Terminal.Screen.Role.Warning);
            return;
        }

        Desk.Choose(T["screen.suggest.above"], limits, l => T["screen.suggest.above.row", Percent(l.Limit), l.Count], chosen => Desk.Confirm(
            T["screen.suggest.above"],
            T["screen.suggest.above.ask", chosen.Count, Percent(chosen.Limit)],
            T["screen.suggest.above.yes", chosen.Count],
            () => AcceptAbove(chosen.Limit)));
    }

    private void AcceptAbove(double limit)
    {
        if (_learned?.Model is not { } model)
        {
            return;
        }

        var chosen = Core.Workbench.Suggesting.Above(_queue, limit, null);
        var answered = chosen.Select(c => (Suggestion: c, Segment: Segment(c.Segment))).Where(c => c.Segment is not null).Select(c => new AnsweredSuggestion(c.Suggestion, c.Segment!)).ToList();
        if (Project.Do(Core.Workbench.Suggesting.AcceptAbove(Project.Store, model.Version, answered, limit), T["screen.suggest.above.done", answered.Count]))
        {
            var segments = chosen.Select(c => c.Segment).ToHashSet();
            Desk.Learning.Settle(_queue.Where(s => segments.Contains(s.Segment)).Select(s => s.Id));
            _span = null;
            Order();
            return;
        }

        Project.Touch();
    }

    private void ShowQuality()
    {
        var analyser = Project.Store.Analyser;
        ProgressLayer.Run(
            Desk.App,
            T,
            T["screen.suggest.quality"],
            Project.Behind,
            (cancellation, report) => Project.Apart(store => QualityLines.Of(store, analyser, T, new Steps(report), cancellation)),
            lines => Desk.App.Push(new LinesLayer(Desk, T["screen.suggest.quality"], lines)),
            Project.Tell);
    }

    private void ShowLeads() => ProgressLayer.Run(
        Desk.App,
        T,
        T["screen.suggest.leads"],
        Project.Behind,
        (cancellation, _) => Project.Apart(store => Leads.Of(store, MostLeads, cancellation)),
        leads => Desk.App.Push(new LinesLayer(Desk, T["screen.suggest.leads"], LeadLines.Of(leads, Desk.ShowPlace, T))),
        Project.Tell);

    private void Open()
    {
        if (Current is { } suggestion && Segment(suggestion.Segment) is { } segment)
        {
            var (start, end) = _span ?? new SentenceSpan(0, segment.Text.Length);
            Desk.ShowPlace(segment.SourceId, segment.Start + start, segment.Start + end);
        }
    }

    private void AskOrder() => Desk.Choose(T["screen.suggest.order"], Enum.GetValues<QueueOrder>(), o => T["screen.suggest.order." + Cli.JsonFields.Word(o)], chosen =>
    {
        _order = chosen;
        Order();
    });
}
