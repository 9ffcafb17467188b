using MiaVoices.App.Cli;
using MiaVoices.App.Screens.Suggesting;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Plain;

/// <summary>Suggested codes and leads to new ones by lines. A suggestion moves the place that one reads, so that all that can be done there can be done.</summary>
internal sealed partial class PlainProject
{
    // So many answers are given before the program takes the time to learn from them.
    private const int AnswersBetween = 10;

    private Learned? _learned;
    private List<CodeSuggestion> _queue = [];
    private CodeSuggestion? _suggested;
    private int _answers;

    private void AddSuggesting()
    {
        _commands.Add("suggest", "plain.suggest.name", "f", _ => NextSuggestion(), NoCodes);
        _commands.Add("yes", "plain.yes.name", "j", AnswerYes, NoSuggestion);
        _commands.Add("no", "screen.suggest.no", "", _ => Answer(accept: false, null, null), NoSuggestion);
        _commands.Add("other", "screen.suggest.other", "v", AnswerOther, NoSuggestion);
        _commands.Add("why", "screen.suggest.why", "", _ => Why(), NoSuggestion);
        _commands.Add("above", "screen.suggest.above", "", AskAbove, NoCodes);
        _commands.Add("leads", "screen.suggest.leads", "", _ => TellLeads());
    }

    private string? NoCodes() => Store.Codes().Count > 0 ? null : T.OnScreen(Problem.Of(Store.Sources().Any() ? "suggest.noCodes" : "material.none"));

    private string? NoSuggestion() => _suggested is null ? T["plain.noSuggestion"] : null;

    private static int Percent(double share) => Math.Clamp((int)Math.Round(share * 100), 1, 99);

    private void Learn()
    {
        _talk.Say(T["screen.suggest.learning"]);
        _learned = Learned.From(Learned.Read(Store), Store.Analyser, _learned, _session.Cancellation);
        _queue = _learned.In(QueueOrder.Interview);
        (_suggested, _answers) = (null, 0);
        if (_queue.Count > 0 && _learned.Basis is { } basis)
        {
            _talk.Say(T.OnScreen(Problem.Of(basis)));
        }
    }

    private void NextSuggestion()
    {
        if (_learned is null || _answers >= AnswersBetween || _queue.Count == 0)
        {
            Learn();
        }
        else if (_suggested is { } current)
        {
            // One that is passed over comes again when there are no others.
            _queue.Remove(current);
        }

        _suggested = null;
        if (_queue.Count == 0)
        {
            // Those that were passed over come again the next time.
            _talk.Say(T.OnScreen(_learned!.Nothing ?? Problem.Of("suggest.none")));
            return;
        }

        var next = _queue[0];
        if (SegmentOf(next) is not { } segment)
        {
            // Its source has gone since the program learnt.
            _queue.RemoveAt(0);
            _learned = null;
            NextSuggestion();
            return;
        }

        _suggested = next;
        MoveTo(segment);
        Read();
        _talk.Say(T["plain.suggested", CodeName(next.Code), Percent(next.Confidence), _queue.Count]);
        if (_learned!.Polarity?.Suggest(segment.Text) is { } says)
        {
            _talk.Say(T["plain.suggestedPolarity", T["polarity." + JsonFields.Word((Polarity?)says.Polarity)], Percent(says.Confidence)]);
        }
    }

    private Segment? SegmentOf(CodeSuggestion suggestion) => Store.Segments(new SegmentScope { Keys = [suggestion.Segment] }).FirstOrDefault();

    /// <summary>A yes takes the polarity too only where the person says so.</summary>
    private void AnswerYes(string typed)
    {
        if (typed.Length == 0)
        {
            Answer(accept: true, null, null);
        }
        else if (!T["plain.polarity"].StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        {
            _talk.Say(T["plain.unknown", typed]);
        }
        else if (SegmentOf(_suggested!) is { } segment && _learned?.Polarity?.Suggest(segment.Text) is { } says)
        {
            Answer(accept: true, null, says.Polarity);
        }
        else
        {
            _talk.Say(T[_learned?.Polarity is null ? "screen.suggest.polarityFew" : "screen.suggest.polarityNone"]);
        }
    }

    private void AnswerOther(string typed)
    {
        if (Find(typed) is { } known)
        {
            Answer(accept: true, known.Id, null);
        }
        else if (ChooseCode(typed, makes: false) is { } chosen)
        {
            Answer(accept: true, chosen.Item.Id, null);
        }
    }

    /// <summary>Answers the suggestion that was read, as one step, and reads the next.</summary>
    private void Answer(bool accept, Guid? other, Polarity? polarity)
    {
        if (_suggested is not { } suggestion || SegmentOf(suggestion) is not { } segment || _learned?.Model is not { } model)
        {
            return;
        }

        other = other == suggestion.Code ? null : other;
        var told = T[accept ? "suggest.accepted" : "suggest.rejected", CodeName(other ?? suggestion.Code), _source?.Label ?? segment.Source, segment.Ordinal];
        if (Do(Core.Workbench.Suggesting.Answer(Store, model.Version, [new AnsweredSuggestion(suggestion, segment) { Polarity = polarity }], accept, other), told))
        {
            // With a code the segment is done; a no leaves the other codes to be asked.
            _queue.RemoveAll(s => s.Segment == suggestion.Segment && (accept || s.Id == suggestion.Id));
            _suggested = null;
            _answers++;
            NextSuggestion();
        }
    }

    private void Why()
    {
        var why = Learned.Explain(_learned!.Model!, _suggested!, _session.Cancellation);
        var reasons = why.Suggestion.Reasons;
        _talk.Say(reasons.Count == 0 ? T["screen.suggest.noWords"] : T["suggest.reasons", string.Join(", ", reasons.Select(r => r.Word))]);
        foreach (var similar in why.Suggestion.Similar)
        {
            if (similar.Coding is { } id && Store.Codings(new CodingScope { Ids = [id] }).FirstOrDefault() is { } placed)
            {
                _talk.Say(T["plain.similar", placed.Coding.Quote]);
            }
        }

        if (why.Others.Count > 0)
        {
            _talk.Say($"{T["screen.suggest.others"]} {string.Join(", ", why.Others.Select(o => CodeName(o.Code)))}");
        }
    }
}
