using MiaVoices.App.Screens.Searching;
using MiaVoices.App.Screens.Suggesting;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Plain;

/// <summary>Stepping through hits and through suggestions by lines. Each moves the place that one reads, so that all that can be done there can be done.</summary>
internal sealed partial class PlainProject
{
    // So many answers are given before the program takes the time to learn from them.
    private const int AnswersBetween = 10;

    private SearchAnswer _answer = SearchAnswer.None;
    private int _hit = -1;
    private Learned? _learned;
    private List<CodeSuggestion> _queue = [];
    private CodeSuggestion? _suggested;
    private int _answers;

    private void AddSearching()
    {
        _commands.Add("find", "screen.search.title", "s /", Search);
        _commands.Add("hit", "plain.hit.name", "h", _ => ToHit(_hit + 1), NoHits);
        _commands.Add("hitback", "plain.hitback.name", "", _ => ToHit(_hit - 1), NoHits);
    }

    private void AddSuggesting()
    {
        _commands.Add("suggest", "plain.suggest.name", "f", _ => NextSuggestion(), () => Store.Codes().Count == 0 ? T["screen.suggest.noCodes"] : null);
        _commands.Add("yes", "screen.suggest.yes", "j", _ => Answer(accept: true, null), NoSuggestion);
        _commands.Add("no", "screen.suggest.no", "", _ => Answer(accept: false, null), NoSuggestion);
        _commands.Add("other", "screen.suggest.other", "v", AnswerOther, NoSuggestion);
        _commands.Add("why", "screen.suggest.why", "", _ => Why(), NoSuggestion);
    }

    private string? NoHits() => _answer.Outcome.Hits.Count == 0 ? T["screen.search.noHits"] : null;

    private string? NoSuggestion() => _suggested is null ? T["plain.noSuggestion"] : null;

    private void Search(string typed)
    {
        var query = typed.Length > 0 ? typed : _talk.Ask(T["plain.askSearch"]);
        if (query is null)
        {
            return;
        }

        Show(SearchAnswer.Read(Store, new SearchAsk(query), 0, T.Language, null, _session.Cancellation));
        if (_answer.Fault is null)
        {
            Store.SearchTrail.Remember(new SearchAsk(query).Typed, _answer.Outcome.Total);
        }
    }

    private void Show(SearchAnswer answer)
    {
        (_answer, _hit) = (answer, -1);
        if (answer.Fault is { } fault)
        {
            _talk.Say(T.OnScreen(fault));
            return;
        }

        var outcome = answer.Outcome;
        _talk.Say(T["search.interpreted", outcome.InterpretedAs]);
        foreach (var notice in outcome.Notices)
        {
            _talk.Say(T.OnScreen(notice));
        }

        if (outcome.Total == 0)
        {
            _talk.Say(T["screen.search.nothing"]);
            if (outcome.DidYouMean is { } other)
            {
                _talk.Say(T["search.didYouMean", other.Query, other.Total]);
            }

            return;
        }

        _talk.Say(T["search.totals", answer.Totals.Segments, answer.Totals.Sources, answer.Totals.Persons]);
        ToHit(0);
    }

    private void ToHit(int hit)
    {
        if (hit < 0)
        {
            _talk.Say(T["plain.firstHit"]);
            return;
        }

        if (hit >= _answer.Outcome.Hits.Count)
        {
            // Past the end of a page the next one is read.
            if (_answer.Page + 1 >= _answer.Pages)
            {
                _talk.Say(T["plain.lastHit"]);
                return;
            }

            _answer = SearchAnswer.Read(Store, _answer.Ask, _answer.Page + 1, T.Language, null, _session.Cancellation);
            hit = 0;
        }

        _hit = hit;
        var found = _answer.Outcome.Hits[hit];
        MoveTo(found.Segment);
        _talk.Say(T["plain.hitPlace", (_answer.Page * SearchAnswer.PageSize) + hit + 1, _answer.Outcome.Total, HitText.Why(found, T).Replace(" · ", ", ", StringComparison.Ordinal)]);
        Read();
    }

    private void NextSuggestion()
    {
        if (_learned is null || _answers >= AnswersBetween || _queue.Count == 0)
        {
            _talk.Say(T["screen.suggest.learning"]);
            _learned = Learned.From(Learned.Read(Store), Store.Analyser, _learned, _session.Cancellation);
            _queue = _learned.In(QueueOrder.Interview);
            _answers = 0;
        }
        else if (_suggested is { } current)
        {
            // One that is passed over comes again when there are no others.
            _queue.Remove(current);
        }

        _suggested = null;
        if (_queue.Count == 0)
        {
            _talk.Say(T[_learned.Model is null ? "screen.suggest.noCodes" : "screen.suggest.none"]);
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
        _talk.Say(T["plain.suggested", CodeName(next.Code), Math.Clamp((int)Math.Round(next.Confidence * 100), 1, 99), _queue.Count]);
        if (_learned.Model!.TrainedOn == 0)
        {
            _talk.Say(T["suggest.fromDefinitions"]);
        }
    }

    private Segment? SegmentOf(CodeSuggestion suggestion) => Store.Segments(new SegmentScope { Keys = [suggestion.Segment] }).FirstOrDefault();

    private void AnswerOther(string typed)
    {
        if (Find(typed) is { } known)
        {
            Answer(accept: true, known.Id);
        }
        else if (ChooseCode(typed, makes: false) is { } chosen)
        {
            Answer(accept: true, chosen.Item.Id);
        }
    }

    /// <summary>Answers the suggestion that was read, as one step, and reads the next.</summary>
    private void Answer(bool accept, Guid? other)
    {
        if (_suggested is not { } suggestion || SegmentOf(suggestion) is not { } segment || _learned?.Model is not { } model)
        {
            return;
        }

        other = other == suggestion.Code ? null : other;
        var told = T[accept ? "suggest.accepted" : "suggest.rejected", CodeName(other ?? suggestion.Code), _source?.Label ?? segment.Source, segment.Ordinal];
        if (Do(Core.Workbench.Suggesting.Answer(Store, model.Version, [new AnsweredSuggestion(suggestion, segment)], accept, other), told))
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
